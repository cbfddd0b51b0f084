import { randomUUID } from 'node:crypto';
import Fastify, { type FastifyInstance } from 'fastify';
import type { Config } from './config.js';
import { loggerOptions } from './logger.js';
import { measureRequests, type Metrics } from './metrics.js';
import { handleErrors } from './problem.js';
import type { Readiness } from './readiness.js';
import { registerRoutes } from './routes.js';

/** What the application is made of. */
export interface AppOptions {
  config: Config;
  metrics: Metrics;
  readiness: Readiness;
}

/** Keeps the caller's request id when it is harmless in a log. */
function requestId(header: string | string[] | undefined): string {
  return typeof header === 'string' && /^[\w.:-]{1,128}$/.test(header)
    ? header
    : randomUUID();
}

/** Builds the application; does not listen. */
export function createApp(options: AppOptions): FastifyInstance {
  const { config, metrics, readiness } = options;
  const app = Fastify({
    logger: loggerOptions(config),
    genReqId: request => requestId(request.headers['x-request-id']),
    requestTimeout: config.REQUEST_TIMEOUT_MS,
    handlerTimeout: config.REQUEST_TIMEOUT_MS,
    // Longer than a load balancer keeps a connection, so that it never sends a
    // request into one that is being closed here.
    keepAliveTimeout: 75_000,
  });
  measureRequests(app, metrics);
  handleErrors(app);
  app.addHook('onSend', async (request, reply) => {
    reply.header('x-request-id', request.id);
    reply.header('x-content-type-options', 'nosniff');
    reply.header('cache-control', 'no-store');
    if (readiness.state === 'draining') {
      // Otherwise an idle connection would hold up the shutdown.
      reply.header('connection', 'close');
    }
  });
  registerRoutes(app, options);
  return app;
}
