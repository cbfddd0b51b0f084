import type { Indicator, MetricQuery } from '../../types';
import { checkQuery } from '../promql/checkQuery';
import { parseQuery } from '../promql/parse';
import type { Located } from '../yaml/Located';
import type { PyrraIndicator } from './schema';

function prometheus(query: string): MetricQuery {
  return { type: 'prometheus', query };
}

/** A metric of Pyrra is one selector without a range. */
function readSelector(
  field: Located<string>,
  names: string[],
): string | undefined {
  const text = checkQuery(field, field.value, 'counter', names);
  if (text === undefined) {
    return undefined;
  }
  const [selector] = parseQuery(text).selectors;
  return selector.from === 0 && selector.to === text.length
    ? text
    : field.error(
        'must be one selector, for example http_requests_total{job="my-service"}: Pyrra adds sum and rate by itself',
      );
}

/** `2s` as seconds, `0.5` for `500ms`. */
function readSeconds(field: Located<string>): number | undefined {
  const match = /^(\d+(?:\.\d+)?)(ms|s|m)$/.exec(field.value);
  const seconds = { ms: 0.001, s: 1, m: 60 };
  return match
    ? Number(
        (Number(match[1]) * seconds[match[2] as 'ms' | 's' | 'm']).toPrecision(
          12,
        ),
      )
    : field.error(`"${field.value}" is no latency: write for example 200ms`);
}

function readCounters(
  part: Located<string>,
  total: Located<string>,
  role: 'good' | 'bad',
  names: string[],
): Indicator | undefined {
  const counted = readSelector(part, names);
  const all = readSelector(total, names);
  return counted && all
    ? {
        kind: 'ratio',
        counter: true,
        [role]: prometheus(`sum(${counted})`),
        total: prometheus(`sum(${all})`),
      }
    : undefined;
}

function readNative(
  native: Located<NonNullable<PyrraIndicator['latencyNative']>>,
  names: string[],
): Indicator | undefined {
  const limit = readSeconds(native.at('latency'));
  const metric = readSelector(native.at('total').at('metric'), names);
  if (limit === undefined || !metric) {
    return undefined;
  }
  const all = `sum(increase(${metric}[$window]))`;
  return {
    kind: 'ratio',
    counter: false,
    good: prometheus(
      `histogram_fraction(0, ${limit}, ${all}) * histogram_count(${all})`,
    ),
    total: prometheus(`histogram_count(${all})`),
  };
}

function readGauge(
  gauge: Located<{ metric: string }>,
  names: string[],
): Indicator | undefined {
  const metric = readSelector(gauge.at('metric'), names);
  return metric
    ? {
        kind: 'ratio',
        counter: false,
        good: prometheus(`sum(sum_over_time(${metric}[$window]))`),
        total: prometheus(`sum(count_over_time(${metric}[$window]))`),
      }
    : undefined;
}

/** Reads an indicator of Pyrra: ratio, latency, native latency, or a gauge of 0 and 1. */
export function readIndicator(
  indicator: Located<PyrraIndicator>,
  names: string[],
): Indicator | undefined {
  const ratio = indicator.optional('ratio');
  const latency = indicator.optional('latency');
  const native = indicator.optional('latencyNative');
  const gauge = indicator.optional('bool_gauge');
  const given = [ratio, latency, native, gauge].flatMap(kind => kind ?? []);
  if (given.length !== 1) {
    return indicator.error(
      'must have exactly one of ratio, latency, latencyNative and bool_gauge',
    );
  }
  const [kind] = given;
  if (kind.value.grouping && kind.value.grouping.length > 0) {
    kind.warning(
      `Pyrra keeps a budget for each ${kind.value.grouping.join(
        ', ',
      )}; here all of them share one. Write an SLO for each if they must not.`,
    );
  }
  if (ratio) {
    const errors = ratio.at('errors').at('metric');
    return readCounters(errors, ratio.at('total').at('metric'), 'bad', names);
  }
  if (latency) {
    const fast = latency.at('success').at('metric');
    return readCounters(fast, latency.at('total').at('metric'), 'good', names);
  }
  if (native) {
    return readNative(native, names);
  }
  return gauge && readGauge(gauge, names);
}
