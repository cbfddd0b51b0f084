import Fastify, { type FastifyInstance } from 'fastify';
import type { Metrics } from './metrics.js';

/** Builds the server of the management port, which only Prometheus may reach. */
export function createManagement(metrics: Metrics): FastifyInstance {
  const app = Fastify({ logger: false });
  app.get('/metrics', async (_request, reply) =>
    reply
      .type(metrics.registry.contentType)
      .send(await metrics.registry.metrics()),
  );
  return app;
}
