import { lazy, type ComponentType } from "react";
import { ReviewPage } from "./findings/ReviewPage";
import { SettingsPage } from "./settings/SettingsPage";
import type { Words } from "./words/words";

/** A page of the pane: one line here, and its name in the words. */
export interface Page {
  readonly id: Exclude<keyof Words["page"], "label">;
  readonly Component: ComponentType;
}

/** The pages in the order of their tabs; the first is open at the start. */
export const pages: readonly [Page, ...Page[]] = [
  { id: "review", Component: ReviewPage },
  { id: "targets", Component: lazy(() => import("./targets/TargetsPage")) },
  { id: "templates", Component: lazy(() => import("./templates/TemplatesPage")) },
  { id: "units", Component: lazy(() => import("./units/UnitsPage")) },
  { id: "settings", Component: SettingsPage },
];
