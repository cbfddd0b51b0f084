import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import type { Readiness } from './readiness.js';

/** What is shut down, and how long it may take, in milliseconds. */
export interface ShutdownOptions {
  app: FastifyInstance;
  management: FastifyInstance;
  readiness: Readiness;
  /** How long to go on serving while load balancers notice. */
  delayMs: number;
  /** How long open requests have after that. */
  timeoutMs: number;
}

/**
 * Stops taking traffic, lets open requests finish and closes the servers.
 *
 * @returns false when requests were cut off at the time limit
 */
export async function shutDown(options: ShutdownOptions): Promise<boolean> {
  const { app, management, readiness, delayMs, timeoutMs } = options;
  readiness.drain();
  app.log.info(`not ready any more, draining for at most ${timeoutMs} ms`);
  await sleep(delayMs);

  const limit = new AbortController();
  const drained = await Promise.race([
    app.close().then(() => true),
    sleep(timeoutMs, false, { signal: limit.signal }).catch(() => false),
  ]);
  limit.abort();
  if (!drained) {
    app.log.warn('open requests were cut off at the time limit');
    app.server.closeAllConnections();
  }
  // Last, so that the final counts can still be scraped.
  management.server.closeAllConnections();
  await management.close();
  return drained;
}
