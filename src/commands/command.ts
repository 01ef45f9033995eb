import { toFailure, type Doing, type Failure } from "../taskpane/failure";
import type { Localized } from "../text/language";

/** What there is to tell after a button of the ribbon was pressed. */
export interface Told {
  readonly message: Localized;
  /** For "Sao chép chi tiết"; null when nothing failed. */
  readonly details: string | null;
}

/** A button of the ribbon. */
export interface RibbonCommand {
  readonly doing: Doing;
  /** Does it. @returns what to tell, null when it shows by itself. */
  readonly run: () => Promise<Localized | null>;
}

/** What Excel hands to the function of a button: it waits until it is told that the function has ended. */
interface CommandEvent {
  completed(): void;
}

/**
 * Carries out a button of the ribbon. Whatever happens is told, and Excel is always told that it has ended.
 * @param environment lines about Excel for the details of a failure, as far as they are known when it fails.
 * @param tell shows something to the user and settles when that was put away; where it cannot be shown, nothing more can be done.
 */
export async function carryOut(command: RibbonCommand, event: CommandEvent, environment: () => readonly string[], tell: (told: Told) => Promise<void>): Promise<void> {
  try {
    const told = await resultOf(command, environment);
    if (told !== null) await tell(told);
  } catch {
    // The message could not be shown (Excel refused the window): the marks on the sheet, or their absence, are all there is.
  } finally {
    event.completed();
  }
}

async function resultOf({ doing, run }: RibbonCommand, environment: () => readonly string[]): Promise<Told | null> {
  try {
    const message = await run();
    return message === null ? null : { message, details: null };
  } catch (error) {
    const failure: Failure = toFailure(doing, error, environment());
    return { message: failure.message, details: failure.details };
  }
}
