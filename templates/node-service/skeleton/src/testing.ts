import type { TestContext } from 'node:test';
import { createApp } from './app.js';
import { loadConfig } from './config.js';
import { createMetrics } from './metrics.js';
import { Readiness } from './readiness.js';

/** An application for one test, closed at its end. */
export function testApp(
  t: TestContext,
  environment: Record<string, string> = {},
) {
  const config = loadConfig({ LOG_LEVEL: 'silent', ...environment });
  const metrics = createMetrics(config);
  const readiness = new Readiness();
  const app = createApp({ config, metrics, readiness });
  t.after(() => app.close());
  return { app, config, metrics, readiness };
}
