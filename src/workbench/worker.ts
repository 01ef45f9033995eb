import { expose } from "comlink";
import { Engine } from "./engine/engine";

/** The Worker: reading, checking and saving happen here, so that the page never waits. */
expose(new Engine());
