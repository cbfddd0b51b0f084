import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type {
  PrometheusAuth,
  PrometheusFlavour,
  PrometheusServerConfig,
} from '../source/PrometheusServerConfig';

/** The servers under `slo.prometheus`. */
export interface PrometheusConfig {
  servers: PrometheusServerConfig[];
  /** Name of the server for queries that name none. */
  fallback: string;
}

const FLAVOURS: readonly PrometheusFlavour[] = ['prometheus', 'thanos', 'mimir'];

/**
 * Reads `slo.prometheus`.
 *
 * @returns undefined without the key: then nothing is measured
 * @throws InputError naming the key that is wrong and what to write
 */
export function readPrometheusConfig(
  config: Config,
): PrometheusConfig | undefined {
  const servers = config
    .getOptionalConfigArray('slo.prometheus.servers')
    ?.map(readServer);
  if (!servers || servers.length === 0) {
    return undefined;
  }
  const names = servers.map(({ name }) => name);
  const double = names.find((name, index) => names.indexOf(name) !== index);
  if (double !== undefined) {
    throw new InputError(
      `slo.prometheus.servers has two servers named '${double}'; give one another name`,
    );
  }
  const fallback =
    config.getOptionalString('slo.prometheus.default') ?? names[0];
  if (!names.includes(fallback)) {
    throw new InputError(
      `slo.prometheus.default is '${fallback}', which is no server; there are ${names.join(
        ', ',
      )}`,
    );
  }
  return { servers, fallback };
}

function readServer(config: Config): PrometheusServerConfig {
  const name = config.getString('name');
  const url = config.getString('url').replace(/\/+$/, '');
  if (!/^https?:\/\//.test(url) || !URL.canParse(url)) {
    throw new InputError(
      `The server '${name}' of slo.prometheus.servers has the url '${url}'; write an address such as 'https://prometheus.example'`,
    );
  }
  const flavour = config.getOptionalString('flavour') ?? 'prometheus';
  const known = FLAVOURS.find(candidate => candidate === flavour);
  if (!known) {
    throw new InputError(
      `The server '${name}' of slo.prometheus.servers has the flavour '${flavour}'; write ${FLAVOURS.join(
        ', ',
      )}`,
    );
  }
  return {
    name,
    url,
    tenant: config.getOptionalString('tenant'),
    auth: readAuth(config.getOptionalConfig('auth')),
    ca: config.getOptionalString('ca'),
    flavour: known,
    concurrency: positive(config, 'concurrency', 4, name),
    timeoutMs: positive(config, 'timeout', 30, name) * 1000,
  };
}

function readAuth(config: Config | undefined): PrometheusAuth {
  const token = config?.getOptionalString('token');
  if (token) {
    return { kind: 'bearer', token };
  }
  const username = config?.getOptionalString('username');
  return config && username
    ? { kind: 'basic', username, password: config.getString('password') }
    : { kind: 'none' };
}

function positive(
  config: Config,
  key: string,
  fallback: number,
  server: string,
): number {
  const value = config.getOptionalNumber(key) ?? fallback;
  if (!(value > 0)) {
    throw new InputError(
      `The server '${server}' of slo.prometheus.servers has ${key} ${value}; write a number above 0`,
    );
  }
  return value;
}
