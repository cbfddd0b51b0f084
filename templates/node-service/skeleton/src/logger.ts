import { trace } from '@opentelemetry/api';
import type { FastifyServerOptions } from 'fastify';
import type { Config } from './config.js';
import { service } from './service.js';

/** Fields that hold secrets or personal data, wherever they are logged. */
const secretFields = [
  'authorization',
  'cookie',
  'set-cookie',
  'password',
  'token',
  'secret',
  'apiKey',
  'email',
];

const redactedPaths = secretFields.flatMap(field => [
  `["${field}"]`,
  `*["${field}"]`,
  `*.*["${field}"]`,
]);

/**
 * Options of pino, Fastify's logger: one JSON object per line, with the ids of
 * the trace that the line belongs to.
 */
export function loggerOptions(config: Config) {
  return {
    level: config.LOG_LEVEL,
    base: {
      service: service.name,
      version: config.SERVICE_VERSION,
      environment: config.ENVIRONMENT,
      region: config.REGION,
    },
    messageKey: 'message',
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: { paths: redactedPaths, censor: '[redacted]' },
    mixin() {
      const span = trace.getActiveSpan()?.spanContext();
      return span ? { trace_id: span.traceId, span_id: span.spanId } : {};
    },
  } satisfies FastifyServerOptions['logger'];
}
