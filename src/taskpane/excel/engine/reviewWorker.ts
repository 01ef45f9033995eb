import { expose, wrap } from "comlink";
import { ReviewSession } from "../../../review/session";
import type { WorkbookPort } from "./port";
import { RemoteWorkbook } from "./remoteWorkbook";

/** The ports that the page sends first: the way to the workbook, and the way back to the session. */
export interface Ports {
  readonly workbook: MessagePort;
  readonly session: MessagePort;
}

/** The Worker of the pane in Excel: reading tables and judging them happens here, so that the pane never waits. */
self.addEventListener(
  "message",
  ({ data }: MessageEvent<Ports>) => {
    expose(new ReviewSession(new RemoteWorkbook(wrap<WorkbookPort>(data.workbook))), data.session);
  },
  { once: true },
);
