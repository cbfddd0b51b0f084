import type { MetricQuery } from '../../types';
import { canonicalJson } from '../hash';
import { checkQuery, type QueryRole } from '../promql/checkQuery';
import type { Located } from '../yaml/Located';
import { unknownWord } from '../yaml/shape';
import type { Registry } from './Registry';
import type { Metric } from './schema';

/** Types of data source that speak the Prometheus HTTP API and PromQL. */
const PROMETHEUS_LIKE = [
  'prometheus',
  'thanos',
  'mimir',
  'cortex',
  'victoriametrics',
  'grafanacloud',
  'amazonprometheus',
  'amazonmanagedprometheus',
  'googlemanagedprometheus',
  'azuremonitormanagedprometheus',
];

/** Type of data source in the portal's words; `prometheus` for all that speak PromQL. */
export function sourceType(type: string): string {
  const plain = type.toLowerCase().replace(/[\s_-]/g, '');
  return PROMETHEUS_LIKE.includes(plain) ? 'prometheus' : type.toLowerCase();
}

/** What the metric's queries are checked against. */
export interface MetricContext {
  registry: Registry;
  role: QueryRole;
  /** Names of the component, in lower case. */
  names: string[];
}

/**
 * Type and server of a metric source. The server is a name of the portal's
 * configuration; `connectionDetails` of a file are never used, so that no file
 * can send the portal's questions elsewhere.
 */
function readSource(
  source: Located<Metric['metricSource']>,
  registry: Registry,
): Pick<MetricQuery, 'type' | 'server'> | undefined {
  const { metricSourceRef: server, type } = source.value;
  const reference = source.optional('metricSourceRef');
  if (!reference || !registry.has('DataSource', reference.value)) {
    return {
      type: sourceType(type ?? 'prometheus'),
      ...(server && { server }),
    };
  }
  const named = registry.resolve('DataSource', reference)?.value.spec.type;
  if (type && named && sourceType(type) !== sourceType(named)) {
    return source
      .at('type')
      .error(
        `says ${type}, but the DataSource "${reference.value}" says ${named}: remove this one`,
      );
  }
  return { type: sourceType(named ?? type ?? 'prometheus'), server };
}

/** Reads one query. Reports what is wrong and returns undefined then. */
export function readMetric(
  metric: Located<Metric>,
  { registry, role, names }: MetricContext,
): MetricQuery | undefined {
  const source = metric.at('metricSource');
  const target = readSource(source, registry);
  if (!target) {
    return undefined;
  }
  const spec = source.at('spec');
  const { query } = spec.value;
  if (target.type !== 'prometheus') {
    // A module of the portal may serve it, and knows what these fields mean.
    return {
      ...target,
      query: typeof query === 'string' ? query : canonicalJson(spec.value),
    };
  }
  for (const field of Object.keys(spec.value)) {
    if (!['query', 'queryType'].includes(field)) {
      return spec.at(field).error(unknownWord('field', field, ['query']));
    }
  }
  if (typeof query !== 'string') {
    return spec
      .at('query')
      .error('must be a text with the PromQL of this metric');
  }
  const text = checkQuery(spec.at('query'), query, role, names);
  return text === undefined ? undefined : { ...target, query: text };
}
