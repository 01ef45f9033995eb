import { Engine } from "./engine/engine";
import { exposeEngine } from "./engine/exposeEngine";

/** The Worker: reading, checking and saving happen here, so that the page never waits. */
exposeEngine(new Engine());
