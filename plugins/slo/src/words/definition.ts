import type {
  BudgetingMethod,
  Indicator,
  MetricQuery,
  ThresholdIndicator,
} from '@arctiq/plugin-slo-common';

/** How good and bad are counted, in a sentence. */
export const methods: Readonly<Record<BudgetingMethod, string>> = {
  Occurrences: 'Every event counts: good events divided by all events.',
  Timeslices:
    'Every time slice counts: slices that reached their own target divided by all slices.',
  RatioTimeslices:
    'Every time slice counts by its share of good, however busy it was.',
};

const operators: Record<ThresholdIndicator['op'], string> = {
  lte: 'at most',
  lt: 'below',
  gte: 'at least',
  gt: 'above',
};

/** A query of an indicator with what it stands for. */
export interface NamedQuery {
  role: string;
  promql: string;
}

function named(role: string, query: MetricQuery | undefined): NamedQuery[] {
  return query ? [{ role, promql: query.query }] : [];
}

/** What an indicator asks its source, and what each answer stands for. */
export function queriesOf(indicator: Indicator): NamedQuery[] {
  switch (indicator.kind) {
    case 'ratio':
      return [
        ...named('Good', indicator.good),
        ...named('Bad', indicator.bad),
        ...named('All', indicator.total),
      ];
    case 'raw-ratio':
      return named(
        indicator.rawType === 'success' ? 'Share of good' : 'Share of bad',
        indicator.raw,
      );
    default:
      return named(
        `Good when ${operators[indicator.op]} ${indicator.value}`,
        indicator.metric,
      );
  }
}
