import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { PaneStore } from "../taskpane/paneStore";
import { Desk } from "./engine/desk";
import { SAMPLES } from "./samples";
import { openSample } from "./page/openSample";
import { Workbench } from "./page/Workbench";

const root = document.getElementById("workbench");
if (root === null) throw new Error("The page lacks its element #workbench.");

const desk = new Desk();
const store = new PaneStore(desk);
desk.onOpened = (replaced) => {
  // What was asked before the first file came is answered with it.
  if (replaced) store.reset();
  else store.dismissFailure();
};

createRoot(root).render(
  <StrictMode>
    <Workbench desk={desk} store={store} />
  </StrictMode>,
);
void openSample(desk, SAMPLES[0]);
