import { complement } from '../definitions';
import type { SloDefinition } from '../types';
import { burnTable } from './burnTable';
import { promDuration } from './naming';
import { periodOf } from './period';
import type { RuleOptions } from './types';

/** A single event may move the budget by a tenth of it before an alert on it is noise. */
const LARGEST_STEP = 0.1;

function methodNote({
  budgetingMethod,
  objectives: [{ timeSliceMinutes = 5, timeSliceTarget }],
}: SloDefinition): string {
  switch (budgetingMethod) {
    case 'Occurrences':
      return 'Long windows are sums of bad events over sums of all events: busy hours weigh more than quiet ones.';
    case 'Timeslices':
      return `The error ratio of a window is the share of its time slices of ${timeSliceMinutes} minutes with less than ${timeSliceTarget} good events; slices without traffic do not count. Windows shorter than a slice are one slice long.`;
    default:
      return `The error ratio of a window is the mean of the error ratios of its time slices of ${timeSliceMinutes} minutes, each weighing the same; slices without traffic do not count.`;
  }
}

function trafficNotes(
  { budgetingMethod, objectives, window }: SloDefinition,
  { minimumEvents }: RuleOptions,
): string[] {
  if (budgetingMethod !== 'Occurrences' || objectives.length > 1) {
    return [];
  }
  const budget = Number(complement(objectives[0].target));
  const events = Math.round(1 / (LARGEST_STEP * budget));
  const { label } = periodOf(window);
  return [
    `Below ${events} events in ${label} a single bad event spends more than a tenth of the budget: alerts on it say little. ${
      minimumEvents
        ? `Burn alerts keep still below ${minimumEvents} events in their long window.`
        : 'The option minimumEvents keeps burn alerts still at low traffic.'
    }`,
  ];
}

/** What was generated and why, in sentences, for the top of the file and for the page. */
export function explainRules(
  definition: SloDefinition,
  options: RuleOptions = {},
): string[] {
  const { objectives, window, alerts } = definition;
  const { pairs, notes } = burnTable(definition);
  const { label } = periodOf(window);
  return [
    ...(pairs.length > 0
      ? [
          `Burn alerts over ${label}, both windows of a pair must exceed: ${pairs
            .map(
              ({ severity, long, short, factor }) =>
                `${severity} ${promDuration(long)} and ${promDuration(
                  short,
                )} x${Number(factor.toPrecision(4))}`,
            )
            .join('; ')}.`,
        ]
      : []),
    ...notes,
    ...alerts.map(
      ({ name }) =>
        `Alert policy ${name} has one window (OpenSLO v1 allows no second one), so its alert ends later than the standard ones.`,
    ),
    methodNote(definition),
    ...(objectives.length > 1
      ? [
          `A composite of ${objectives.length} objectives: its burn rate is the sum of weight times burn of each, and a member without traffic adds nothing.`,
        ]
      : []),
    ...(window.kind === 'calendar'
      ? [
          `Prometheus knows no calendar: series and alerts of the period look back ${label}. What is left of the calendar window is on the portal.`,
        ]
      : []),
    ...trafficNotes(definition, options),
  ];
}
