/**
 * OpenTelemetry. Loaded with `node --import`, before anything that it has to
 * wrap. Trace context (W3C) is always read, passed on and written to the logs;
 * spans leave the process only when OTEL_EXPORTER_OTLP_ENDPOINT is set.
 */
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import { registerInstrumentations } from '@opentelemetry/instrumentation';
import { HttpInstrumentation } from '@opentelemetry/instrumentation-http';
import { UndiciInstrumentation } from '@opentelemetry/instrumentation-undici';
import {
  detectResources,
  envDetector,
  resourceFromAttributes,
} from '@opentelemetry/resources';
import {
  BatchSpanProcessor,
  NodeTracerProvider,
} from '@opentelemetry/sdk-trace-node';
import { service } from './service.js';

const environment = process.env;

/** Probes and scrapes would bury the requests of callers. */
const operational = new Set(['/health', '/ready', '/metrics']);

function startTelemetry(): NodeTracerProvider | undefined {
  if (environment.OTEL_SDK_DISABLED === 'true') {
    return undefined;
  }
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({
      'service.name': service.name,
      'service.namespace': service.system,
      'service.version': environment.SERVICE_VERSION || '0.0.0-local',
      'deployment.environment.name': environment.ENVIRONMENT || 'local',
      'cloud.region': environment.REGION || 'local',
    }).merge(detectResources({ detectors: [envDetector] })),
    spanProcessors: environment.OTEL_EXPORTER_OTLP_ENDPOINT
      ? [new BatchSpanProcessor(new OTLPTraceExporter())]
      : [],
  });
  provider.register();
  registerInstrumentations({
    tracerProvider: provider,
    instrumentations: [
      new HttpInstrumentation({
        ignoreIncomingRequestHook: request =>
          operational.has(request.url?.split('?')[0] ?? ''),
      }),
      new UndiciInstrumentation(),
    ],
  });
  return provider;
}

const provider = startTelemetry();

/** Sends what is buffered and stops. Never fails: telemetry is not worth a crash. */
export async function stopTelemetry(): Promise<void> {
  await provider?.shutdown().catch(() => undefined);
}
