import type { Indicator, MetricQuery } from '@arctiq/plugin-slo-common';

/** All queries of an indicator. */
export function queriesOf(indicator: Indicator): MetricQuery[] {
  if (indicator.kind === 'ratio') {
    return [indicator.good, indicator.bad, indicator.total].flatMap(query =>
      query ? [query] : [],
    );
  }
  return [indicator.kind === 'threshold' ? indicator.metric : indicator.raw];
}
