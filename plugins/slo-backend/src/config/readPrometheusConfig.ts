import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type {
  PrometheusAuth,
  PrometheusFlavour,
  PrometheusServerConfig,
} from '../source/PrometheusServerConfig';

type Section = ReturnType<RootConfigService['getConfig']>;

const FLAVOURS: readonly PrometheusFlavour[] = [
  'prometheus',
  'thanos',
  'mimir',
];

/** The servers under `slo.prometheus`, and which one queries go to that name none. */
export interface PrometheusConfig {
  servers: PrometheusServerConfig[];
  fallback: string;
}

/**
 * Reads `slo.prometheus`.
 *
 * @returns undefined when it is not there: then no SLO is measured by Prometheus
 * @throws InputError naming the key that is wrong and what to write
 */
export function readPrometheusConfig(
  config: RootConfigService,
): PrometheusConfig | undefined {
  const own = config.getOptionalConfig('slo.prometheus');
  if (!own) {
    return undefined;
  }
  const servers = own.getConfigArray('servers').map(readServer);
  if (servers.length === 0) {
    throw new InputError(
      'slo.prometheus.servers is empty; name a server, or leave slo.prometheus out',
    );
  }
  const names = new Set(servers.map(({ name }) => name));
  if (names.size < servers.length) {
    throw new InputError(
      'Two entries of slo.prometheus.servers have one name; definitions of SLOs tell them apart by it',
    );
  }
  const fallback = own.getOptionalString('default') ?? servers[0].name;
  if (!names.has(fallback)) {
    throw new InputError(
      `slo.prometheus.default is '${fallback}', which is none of slo.prometheus.servers: ${[
        ...names,
      ].join(', ')}`,
    );
  }
  return { servers, fallback };
}

function readServer(section: Section, index: number): PrometheusServerConfig {
  const key = `slo.prometheus.servers[${index}]`;
  const flavour = section.getOptionalString('flavour') ?? 'prometheus';
  if (!isFlavour(flavour)) {
    throw new InputError(
      `${key}.flavour is '${flavour}'; write one of ${FLAVOURS.join(', ')}`,
    );
  }
  const concurrency = section.getOptionalNumber('concurrency') ?? 4;
  if (!Number.isInteger(concurrency) || concurrency < 1 || concurrency > 64) {
    throw new InputError(
      `${key}.concurrency is ${concurrency}; write a whole number from 1 to 64`,
    );
  }
  const timeout = section.getOptionalNumber('timeout') ?? 30;
  if (!(timeout > 0 && timeout <= 600)) {
    throw new InputError(
      `${key}.timeout is ${timeout}; write seconds, at most 600`,
    );
  }
  return {
    name: section.getString('name'),
    url: readUrl(section.getString('url'), `${key}.url`),
    tenant: section.getOptionalString('tenant'),
    auth: readAuth(section.getOptionalConfig('auth'), `${key}.auth`),
    ca: section.getOptionalString('ca'),
    ...{ flavour, concurrency },
    timeoutMs: 1000 * timeout,
  };
}

function readUrl(text: string, key: string): string {
  if (!/^https?:\/\//.test(text) || !URL.canParse(text)) {
    throw new InputError(
      `${key} is '${text}'; write for example 'https://prometheus.example.com', or with the path before /api/v1`,
    );
  }
  const url = new URL(text);
  if (url.username || url.password || url.search) {
    throw new InputError(
      `${key} holds credentials or a query; write them under auth, because addresses are shown on pages`,
    );
  }
  return url
    .toString()
    .replace(/\/+$/, '')
    .replace(/\/api\/v1$/, '');
}

function readAuth(section: Section | undefined, key: string): PrometheusAuth {
  const token = section?.getOptionalString('token');
  const username = section?.getOptionalString('username');
  if (token !== undefined && username !== undefined) {
    throw new InputError(`${key} has both token and username; write one`);
  }
  if (token !== undefined) {
    return { kind: 'bearer', token };
  }
  return section && username !== undefined
    ? { kind: 'basic', username, password: section.getString('password') }
    : { kind: 'none' };
}

function isFlavour(text: string): text is PrometheusFlavour {
  return FLAVOURS.some(flavour => flavour === text);
}
