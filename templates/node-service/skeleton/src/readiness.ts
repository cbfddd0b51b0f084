/** Whether the service wants traffic. Starts at no, ends at no. */
export class Readiness {
  #state: 'starting' | 'ready' | 'draining' = 'starting';

  get state() {
    return this.#state;
  }

  /** Everything that a request needs is there. */
  open(): void {
    if (this.#state === 'starting') {
      this.#state = 'ready';
    }
  }

  /** No new traffic from now on; there is no way back. */
  drain(): void {
    this.#state = 'draining';
  }
}
