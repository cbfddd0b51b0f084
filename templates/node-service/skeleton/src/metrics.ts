import { context } from '@opentelemetry/api';
import { getRPCMetadata } from '@opentelemetry/core';
import type { FastifyInstance } from 'fastify';
import { Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { Config } from './config.js';
import { service } from './service.js';

/** Paths that tell about the process, not about the service to its callers. */
const operational = new Set(['/health', '/ready']);

/** What the service measures of itself. */
export interface Metrics {
  registry: Registry;
  /** Rate, errors and duration of each route, in seconds. */
  requestDuration: Histogram<'method' | 'route' | 'status_code'>;
}

/** Creates a registry of its own, so that tests do not share counts. */
export function createMetrics(config: Config): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  new Gauge({
    name: 'service_build_info',
    help: 'Always 1; the labels say what is running',
    labelNames: ['service', 'version', 'commit'],
    registers: [registry],
  }).set(
    {
      service: service.name,
      version: config.SERVICE_VERSION,
      commit: config.GIT_COMMIT,
    },
    1,
  );
  const requestDuration = new Histogram({
    name: 'http_server_request_duration_seconds',
    help: 'Duration of HTTP requests by method, route and status code',
    labelNames: ['method', 'route', 'status_code'],
    // 0.2 is the limit of the latency objective in slo.yaml.
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.3, 0.5, 1, 2.5, 5],
    registers: [registry],
  });
  return { registry, requestDuration };
}

/** Measures each request and names its trace after the route. */
export function measureRequests(app: FastifyInstance, metrics: Metrics): void {
  app.addHook('onRequest', async request => {
    const metadata = getRPCMetadata(context.active());
    if (metadata && request.routeOptions.url) {
      Object.assign(metadata, { route: request.routeOptions.url });
    }
  });
  app.addHook('onResponse', async (request, reply) => {
    // The pattern, not the path: a path of each order would be a series each.
    const route = request.routeOptions.url ?? 'unmatched';
    if (!operational.has(route)) {
      metrics.requestDuration.observe(
        {
          method: request.method,
          route,
          status_code: String(reply.statusCode),
        },
        reply.elapsedTime / 1000,
      );
    }
  });
}
