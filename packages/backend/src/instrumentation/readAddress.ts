/** Where the metrics are served. */
export interface MetricsAddress {
  host: string;
  port: number;
}

/**
 * Reads the address of the metrics from the environment.
 *
 * @returns undefined when metrics are off, which they are without a port
 * @throws Error when the port is none
 */
export function readAddress(
  env: Record<string, string | undefined>,
): MetricsAddress | undefined {
  const text = env.PORTAL_METRICS_PORT;
  if (!text) {
    return undefined;
  }
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65_535) {
    throw new Error(
      `PORTAL_METRICS_PORT must be a port from 1 to 65535, not "${text}"`,
    );
  }
  // Metrics name servers and templates: not for everybody by accident.
  return { host: env.PORTAL_METRICS_HOST || '127.0.0.1', port };
}
