const MARK = "phuluc-held-error-";

/**
 * Errors that cross to another thread and come back lose all but their message: the code, the explanation in both languages, where in Excel they
 * came from. So they stay here, and only a number crosses.
 */
export class HeldErrors {
  private readonly held = new Map<string, unknown>();
  private count = 0;

  /** Puts a number in the place of the error, for the way over. */
  async hold<T>(answer: Promise<T>): Promise<T> {
    try {
      return await answer;
    } catch (error) {
      const name = `${MARK}${++this.count}`;
      this.held.set(name, error);
      throw new Error(name, { cause: error });
    }
  }

  /** Puts the error back in the place of the number that has returned. */
  async release<T>(answer: Promise<T>): Promise<T> {
    try {
      return await answer;
    } catch (error) {
      const name = error instanceof Error ? error.message : "";
      const original = this.held.get(name);
      if (!this.held.has(name)) throw error;
      // Whatever else was held has been dealt with on the other side.
      this.held.clear();
      throw original;
    }
  }
}
