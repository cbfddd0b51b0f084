import { metrics } from '@opentelemetry/api';
import { PrometheusExporter } from '@opentelemetry/exporter-prometheus';
import { RuntimeNodeInstrumentation } from '@opentelemetry/instrumentation-runtime-node';
import { UndiciInstrumentation } from '@opentelemetry/instrumentation-undici';
import {
  defaultResource,
  resourceFromAttributes,
} from '@opentelemetry/resources';
import { MeterProvider } from '@opentelemetry/sdk-metrics';
import { views } from './buckets';
import { measureRequests } from './measureRequests';
import type { MetricsAddress } from './readAddress';

/** What {@link startMetrics} started. */
export interface RunningMetrics {
  stop(): Promise<void>;
}

/**
 * Collects the metrics of this process and serves them at `/metrics`.
 *
 * @remarks
 * Only the metrics part of OpenTelemetry, not its NodeSDK, which brings tracing
 * and every exporter with it. It has to run before the backend is loaded: what
 * asks for a meter earlier gets one that measures nothing.
 *
 * @throws Error when the address cannot be used
 */
export async function startMetrics(
  address: MetricsAddress,
): Promise<RunningMetrics> {
  const exporter = new PrometheusExporter({
    ...address,
    preventServerStart: true,
  });
  const provider = new MeterProvider({
    resource: defaultResource().merge(
      resourceFromAttributes({ 'service.name': 'arctiq-portal' }),
    ),
    readers: [exporter],
    views,
  });
  metrics.setGlobalMeterProvider(provider);

  const instrumentations = [
    new RuntimeNodeInstrumentation(),
    new UndiciInstrumentation(),
  ];
  for (const instrumentation of instrumentations) {
    instrumentation.setMeterProvider(provider);
  }
  const stopMeasuring = measureRequests(
    provider.getMeter('arctiq-portal'),
    address.port,
  );
  await exporter.startServer();

  return {
    async stop() {
      stopMeasuring();
      for (const instrumentation of instrumentations) {
        instrumentation.disable();
      }
      // Also closes the server of the exporter.
      await provider.shutdown();
      metrics.disable();
    },
  };
}
