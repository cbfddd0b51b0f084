/** Which kind of server speaks the Prometheus HTTP API. */
export type PrometheusFlavour = 'prometheus' | 'thanos' | 'mimir';

/** How the portal proves who it is. */
export type PrometheusAuth =
  | { kind: 'none' }
  | { kind: 'bearer'; token: string }
  | { kind: 'basic'; username: string; password: string };

/** One server, as configured. */
export interface PrometheusServerConfig {
  name: string;
  /** Without a slash at the end; `/api/v1/...` is added. */
  url: string;
  /** Sent as `X-Scope-OrgID`. */
  tenant?: string;
  auth: PrometheusAuth;
  /** PEM of the authority that signed its certificate. */
  ca?: string;
  flavour: PrometheusFlavour;
  /** Queries at once. */
  concurrency: number;
  /** Milliseconds for one complete answer. */
  timeoutMs: number;
}
