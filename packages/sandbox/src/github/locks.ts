/** Runs tasks of the same key one after the other. */
export class KeyedLocks {
  readonly #tails = new Map<string, Promise<unknown>>();

  /**
   * Runs `task` when all earlier tasks of the key have ended, well or badly.
   *
   * @returns what the task returns
   */
  async run<T>(key: string | number, task: () => Promise<T>): Promise<T> {
    const name = String(key);
    const before = this.#tails.get(name) ?? Promise.resolve();
    const current = before.then(task, task);
    const tail = current.catch(() => {});
    this.#tails.set(name, tail);
    try {
      return await current;
    } finally {
      if (this.#tails.get(name) === tail) {
        this.#tails.delete(name);
      }
    }
  }
}
