import { complement } from '../definitions';
import type { Indicator, SloDefinition, SloObjective } from '../types';
import { memberLabels, selector, sloLabels } from './labels';
import { promDuration, SERIES } from './naming';
import { isWindowed, partsOver, ratioOver } from './queries';
import { sampleExpression, shareOver } from './samples';
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
  { objective, series }: Context,
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
    ...sliceRules(objective, series, labels),
  ];
}

/** Whether the last time slice was bad, 0 or 1 (Timeslices). */
function sliceRules(
  { timeSliceTarget, timeSliceMinutes = 5 }: SloObjective,
  series: string,
  labels: Record<string, string>,
): Rule[] {
  if (timeSliceTarget === undefined) {
    return [];
  }
  const ratio = sliceRatio(series, timeSliceMinutes);
  return [
    {
      record: SERIES.badSlice,
      expr: `(${ratio}) > bool ${complement(timeSliceTarget)}`,
      labels,
    },
  ];
}

/**
 * Share of bad from the recorded sums: sum of bad over sum of all, so that
 * busy hours weigh more than quiet ones, and a time without traffic is no 0/0.
 */
function summedRatio(series: string, seconds: number): string {
  const range = `[${promDuration(seconds)}:5m]`;
  const sum = (name: string) => `sum_over_time(${name}${series}${range})`;
  return seconds === SLICE
    ? `${SERIES.bad}${series} / (${SERIES.total}${series} > 0)`
    : `${sum(SERIES.bad)} / (${sum(SERIES.total)} > 0)`;
}

/**
 * Share of bad of one time slice. The range is a minute shorter than the slice,
 * as Prometheus 2 counts the point at its open end, which belongs to the slice
 * before.
 */
function sliceRatio(series: string, minutes: number): string {
  return summedRatio(series, minutes === 5 ? SLICE : minutes * 60 - 60);
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
  if (seconds === SLICE || !raw || !isWindowed(indicator)) {
    return summedRatio(series, seconds);
  }
  return ratioOver(indicator, promDuration(seconds));
}

/** Share of bad of an objective over a window, under the method of its SLO. */
function errorRatio(context: Context, seconds: number): string {
  const { definition, objective, series } = context;
  const { indicator, timeSliceMinutes = 5 } = objective;
  const slice = timeSliceMinutes * 60;
  const range = `[${promDuration(
    Math.max(seconds, slice),
  )}:${timeSliceMinutes}m]`;
  if (definition.budgetingMethod === 'Occurrences') {
    return occurrencesRatio(indicator, context, seconds);
  }
  if (
    definition.budgetingMethod === 'Timeslices' &&
    indicator.kind === 'ratio'
  ) {
    return `avg_over_time(${SERIES.badSlice}${series}${range})`;
  }
  const one =
    indicator.kind === 'ratio'
      ? sliceRatio(series, timeSliceMinutes)
      : shareOver(indicator, series, slice);
  const of =
    definition.budgetingMethod === 'Timeslices'
      ? `(${one}) > bool ${complement(objective.timeSliceTarget ?? '1')}`
      : one;
  return `avg_over_time((${of})${range})`;
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
