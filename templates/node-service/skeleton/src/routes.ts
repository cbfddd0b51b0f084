import { readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import type { Config } from './config.js';
import type { Readiness } from './readiness.js';
import { service } from './service.js';

const openApi = readFileSync(new URL('../openapi.yaml', import.meta.url));

/** Adds the routes. Each is described in openapi.yaml; a test compares them. */
export function registerRoutes(
  app: FastifyInstance,
  options: { config: Config; readiness: Readiness },
): void {
  const { config, readiness } = options;
  const startedAt = new Date().toISOString();

  // Quiet: a probe every few seconds is not worth a log line.
  const quiet = { logLevel: 'warn' } as const;

  app.get('/health', quiet, async () => ({ status: 'ok' }));

  app.get('/ready', quiet, async (_request, reply) => {
    const { state } = readiness;
    return reply.code(state === 'ready' ? 200 : 503).send({ status: state });
  });

  app.get('/openapi.yaml', async (_request, reply) =>
    reply.type('application/yaml').send(openApi),
  );

  app.get('/api/v1/info', async () => ({
    ...service,
    version: config.SERVICE_VERSION,
    commit: config.GIT_COMMIT,
    environment: config.ENVIRONMENT,
    region: config.REGION,
    startedAt,
  }));
}
