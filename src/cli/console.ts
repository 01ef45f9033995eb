import type { Language, Localized } from "../text/language";

/** Where a command writes: the process's own streams, or a test's. */
export interface Console {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** True when `out` goes to a terminal that shows colours. */
  readonly colors: boolean;
  /** True when `err` goes to a terminal: a progress line may be drawn there and wiped. */
  readonly interactive: boolean;
}

/** A command that cannot run as it was called; its reason is the one line that is shown, with what to do. */
export class UsageError extends Error {
  override readonly name = "UsageError";

  constructor(readonly reason: Localized) {
    super(reason.en);
  }
}

/** Exit statuses; others script against them. */
export const EXIT = { clean: 0, errorsFound: 1, couldNotRun: 2 } as const;

/** Everything a command needs besides its own arguments. */
export interface CommandContext {
  readonly console: Console;
  readonly language: Language;
}
