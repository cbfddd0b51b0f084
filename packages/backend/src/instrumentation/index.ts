import { isMainThread } from 'node:worker_threads';
import { readAddress } from './readAddress';
import { startMetrics } from './startMetrics';

/**
 * Loaded before the backend: `node --require ./packages/backend/dist/instrumentation.cjs.js`.
 * Does nothing unless PORTAL_METRICS_PORT is set.
 */
async function start() {
  const address = readAddress(process.env);
  // Threads are started with the same arguments; their work is counted here.
  if (address && isMainThread) {
    await startMetrics(address);
  }
}

start().catch((error: unknown) => {
  // A portal that nobody can watch is not the one that was asked for.
  process.stderr.write(`The metrics could not be started: ${error}\n`);
  process.exit(1);
});
