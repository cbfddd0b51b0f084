import { stopTelemetry } from './telemetry.js';
import { createApp } from './app.js';
import { type Config, ConfigError, loadConfig } from './config.js';
import { createManagement } from './management.js';
import { createMetrics } from './metrics.js';
import { Readiness } from './readiness.js';
import { shutDown } from './shutdown.js';

function readConfig(): Config {
  try {
    return loadConfig(process.env);
  } catch (error) {
    if (error instanceof ConfigError) {
      process.stderr.write(`${error.message}\n`);
      process.exit(78);
    }
    throw error;
  }
}

const config = readConfig();
const metrics = createMetrics(config);
const readiness = new Readiness();
const app = createApp({ config, metrics, readiness });
const management = createManagement(metrics);

process.once('uncaughtException', error => {
  app.log.fatal({ err: error }, 'uncaught exception');
  process.exit(1);
});

let stopping = false;
async function stop(signal: NodeJS.Signals): Promise<void> {
  if (stopping) {
    return;
  }
  stopping = true;
  app.log.info(`${signal} received`);
  const drained = await shutDown({
    app,
    management,
    readiness,
    delayMs: config.SHUTDOWN_DELAY_MS,
    timeoutMs: config.SHUTDOWN_TIMEOUT_MS,
  });
  await stopTelemetry();
  process.exit(drained ? 0 : 1);
}
process.on('SIGTERM', stop).on('SIGINT', stop);

await management.listen({ host: config.HOST, port: config.MANAGEMENT_PORT });
await app.listen({ host: config.HOST, port: config.PORT });
readiness.open();
