import { complement } from '../definitions';
import type { Indicator, SloDefinition, SloObjective } from '../types';
import { memberLabels, selector, sloLabels } from './labels';
import { promDuration, SERIES, sliceRange } from './naming';
import { isWindowed, partsOver, ratioOver } from './queries';
import { sampleExpression, shareOfSlice, shareOver } from './samples';
import type { Rule, RuleOptions } from './types';

const SLICE = 300;
/** Up to here the raw series are asked; longer windows are summed from records. */
const LONGEST_RAW = 6 * 3600;

interface Context {
  definition: SloDefinition;
  objective: SloObjective;
  options: RuleOptions;
  /** Matchers of this objective's series. */
  series: string;
}

function baseRules(
  { objective }: Context,
  labels: Record<string, string>,
): Rule[] {
  const { indicator } = objective;
  if (indicator.kind !== 'ratio') {
    return [
      {
        record: SERIES.badSample,
        expr: sampleExpression(indicator),
        labels,
      },
    ];
  }
  const { bad, total } = partsOver(indicator, '5m');
  return [
    { record: SERIES.bad, expr: bad, labels },
    { record: SERIES.total, expr: total, labels },
  ];
}

/**
 * Share of bad from the recorded sums: sum of bad over sum of all, so that
 * busy hours weigh more than quiet ones, and a time without traffic is no 0/0.
 */
function summedRatio(series: string, range: string): string {
  const sum = (name: string) => `sum_over_time(${name}${series}${range})`;
  return `${sum(SERIES.bad)} / (${sum(SERIES.total)} > 0)`;
}

/** The same over the last 5 minutes. */
function lastRatio(series: string): string {
  return `${SERIES.bad}${series} / (${SERIES.total}${series} > 0)`;
}

function occurrencesRatio(
  indicator: Indicator,
  { series, options }: Context,
  seconds: number,
): string {
  if (indicator.kind !== 'ratio') {
    return shareOver(indicator, series, seconds);
  }
  const raw = options.longWindows === 'raw' || seconds <= LONGEST_RAW;
  if (seconds === SLICE) {
    return lastRatio(series);
  }
  if (!raw || !isWindowed(indicator)) {
    return summedRatio(series, `[${promDuration(seconds)}:5m]`);
  }
  return ratioOver(indicator, promDuration(seconds));
}

/** Share of bad of the time slice that ends now. */
function sliceRatio({ objective, series }: Context): string {
  const { indicator, timeSliceMinutes = 5 } = objective;
  if (indicator.kind !== 'ratio') {
    return shareOfSlice(indicator, series, timeSliceMinutes);
  }
  return timeSliceMinutes === 5
    ? lastRatio(series)
    : summedRatio(series, sliceRange(timeSliceMinutes));
}

/**
 * Share of bad of an objective over a window, under the method of its SLO. Time
 * slices are cut by a sub-query, whose steps Prometheus aligns as the portal
 * aligns its slices.
 */
function errorRatio(context: Context, seconds: number): string {
  const { definition, objective } = context;
  const { indicator, timeSliceMinutes = 5, timeSliceTarget } = objective;
  if (definition.budgetingMethod === 'Occurrences') {
    return occurrencesRatio(indicator, context, seconds);
  }
  const one = sliceRatio(context);
  const slice =
    timeSliceTarget === undefined
      ? one
      : `(${one}) > bool ${complement(timeSliceTarget)}`;
  const length = promDuration(Math.max(seconds, timeSliceMinutes * 60));
  return `avg_over_time((${slice})[${length}:${timeSliceMinutes}m])`;
}

/**
 * Recording rules of one objective: its bad and total events of 5 minutes, and
 * its share of bad over each window under the names that Sloth uses.
 *
 * @param windows - in seconds, ascending
 */
export function objectiveRules(
  definition: SloDefinition,
  objective: SloObjective,
  windows: readonly number[],
  options: RuleOptions,
): Rule[] {
  const labels = {
    ...sloLabels(definition, options),
    ...memberLabels(definition, objective),
  };
  const series = selector(definition, objective);
  const context = { definition, objective, options, series };
  return [
    ...baseRules(context, labels),
    ...windows.map(seconds => {
      const label = promDuration(seconds);
      return {
        record: `${SERIES.errorRatio}${label}`,
        expr: errorRatio(context, seconds),
        labels: { ...labels, sloth_window: label },
      };
    }),
  ];
}
