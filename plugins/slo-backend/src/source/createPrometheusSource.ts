import { PrometheusClient } from './PrometheusClient';
import { PrometheusHttp } from './PrometheusHttp';
import type { PrometheusServerConfig } from './PrometheusServerConfig';
import { PrometheusSource } from './PrometheusSource';

/** Makes the source from its configuration. */
export function createPrometheusSource(config: {
  servers: readonly PrometheusServerConfig[];
  fallback: string;
}): PrometheusSource {
  const clients = new Map(
    config.servers.map(server => [
      server.name,
      new PrometheusClient(server, new PrometheusHttp(server)),
    ]),
  );
  return new PrometheusSource(clients, config.fallback);
}
