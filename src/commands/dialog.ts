/// <reference types="office-js" />
import type { Told } from "./command";
import { leaveMessage } from "./message";

/** The window's size in percent of the screen. */
const SIZE = { width: 30, height: 28 };

/** A message that nobody puts away must not keep Excel waiting for its button (ms). */
const LONGEST = 60_000;

/**
 * Shows a message in a small window of Office: a button of the ribbon has no place of its own to speak.
 * Settles when the window is closed or has stood for a minute; rejects when Office opens none.
 */
export function tellInDialog(told: Told): Promise<void> {
  leaveMessage(told);
  return new Promise((resolve, reject) => {
    Office.context.ui.displayDialogAsync(new URL("told.html", location.href).href, { ...SIZE, displayInIframe: true }, ({ status, value, error }) => {
      if (status === Office.AsyncResultStatus.Failed) {
        reject(new Error(error.message));
        return;
      }
      const close = (): void => {
        clearTimeout(timer);
        value.close();
        resolve();
      };
      const timer = setTimeout(close, LONGEST);
      value.addEventHandler(Office.EventType.DialogMessageReceived, close);
      value.addEventHandler(Office.EventType.DialogEventReceived, () => {
        clearTimeout(timer);
        resolve();
      });
    });
  });
}
