import { GithubStore } from '../store/GithubStore';
import { Stored } from '../store/documents';
import { DeliveryDoc } from '../store/types';
import { send } from './send';

/** Milliseconds to wait before the second, third and fourth attempt. */
const retryDelays = [300, 1500, 5000];

/** How many past webhooks of a receiver are kept. */
const keptDeliveries = 200;

/**
 * Sends what is in the outbox: in order per receiver, several attempts each.
 * What is pending when the process ends is sent after the next start.
 */
export class WebhookDispatcher {
  readonly #busy = new Map<number, Promise<void>>();
  readonly #timers = new Set<NodeJS.Timeout>();
  readonly #stop = new AbortController();

  constructor(
    private readonly store: GithubStore,
    private readonly now: () => Date,
    private readonly logError: (message: string, error: unknown) => void,
  ) {}

  /** Looks for pending webhooks and sends them. */
  kick(): void {
    if (this.#stop.signal.aborted) {
      return;
    }
    const hooks = new Set(this.store.outbox.all().map(({ hookId }) => hookId));
    for (const hookId of hooks) {
      if (!this.#busy.has(hookId)) {
        this.#busy.set(hookId, this.#work(hookId));
      }
    }
  }

  /** Calls `fn` after a time, unless the sandbox stops before. */
  later(milliseconds: number, fn: () => void): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      try {
        fn();
      } catch (error) {
        this.logError('a scheduled event failed', error);
      }
    }, Math.max(0, milliseconds));
    this.#timers.add(timer);
  }

  /** Waits until nothing is being sent. */
  async idle(): Promise<void> {
    while (this.#busy.size > 0) {
      await Promise.all(this.#busy.values());
    }
  }

  /** Ends all attempts; what is pending stays in the outbox. */
  async stop(): Promise<void> {
    this.#stop.abort();
    for (const timer of this.#timers) {
      clearTimeout(timer);
    }
    this.#timers.clear();
    await this.idle();
  }

  async #work(hookId: number): Promise<void> {
    try {
      await this.#drain(hookId);
      this.#busy.delete(hookId);
      // Something may have come in while the last answer was on its way.
      this.kick();
    } catch (error) {
      this.#busy.delete(hookId);
      this.logError('webhooks were not sent', error);
    }
  }

  async #drain(hookId: number): Promise<void> {
    for (;;) {
      const [next] = this.store.outbox.list(hookId);
      if (!next || this.#stop.signal.aborted) {
        return;
      }
      const delivery = this.store.deliveries.byId(next.deliveryId);
      if (delivery) {
        await this.#deliver(delivery);
      }
      if (!this.#stop.signal.aborted) {
        this.store.outbox.remove(hookId, next.deliveryId);
        this.#forgetOld(hookId);
      }
    }
  }

  async #deliver(delivery: Stored<DeliveryDoc>): Promise<void> {
    const hook = this.store.hooks.byId(delivery.hookId);
    if (!hook) {
      return;
    }
    for (let attempt = 1; ; attempt += 1) {
      const result = await send(hook, delivery, this.#stop.signal);
      if (this.#stop.signal.aborted) {
        return;
      }
      const last = attempt > retryDelays.length;
      if (!this.store.deliveries.byId(delivery.id)) {
        return;
      }
      this.store.transaction(() => {
        this.store.deliveries.update(delivery.id, {
          attempts: attempt,
          state: 'pending',
          ...(result.ok || last
            ? { state: result.ok ? 'delivered' : 'failed' }
            : {}),
          deliveredAt: this.now().toISOString(),
          durationMs: result.durationMs,
          statusCode: result.statusCode,
          statusText: result.ok ? 'OK' : result.statusText,
          responseBody: result.responseBody,
        });
        if (this.store.hooks.byId(hook.id)) {
          this.store.hooks.update(hook.id, { lastStatus: result.statusCode });
        }
      });
      if (result.ok || last) {
        return;
      }
      await this.#pause(retryDelays[attempt - 1]);
      if (this.#stop.signal.aborted) {
        return;
      }
    }
  }

  #pause(milliseconds: number): Promise<void> {
    return new Promise(resolve => {
      const timer = setTimeout(resolve, milliseconds);
      this.#stop.signal.addEventListener('abort', () => {
        clearTimeout(timer);
        resolve();
      });
    });
  }

  #forgetOld(hookId: number): void {
    const pending = new Set(
      this.store.outbox.list(hookId).map(({ deliveryId }) => deliveryId),
    );
    const sent = this.store.deliveries
      .ids(hookId)
      .filter(id => !pending.has(id));
    for (const id of sent.slice(0, -keptDeliveries)) {
      this.store.deliveries.remove(hookId, id);
    }
  }
}
