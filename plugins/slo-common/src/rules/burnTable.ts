import { maximumBurnOf } from '../definitions';
import type { SloDefinition } from '../types';
import { promDuration } from './naming';
import { periodOf } from './period';

const HOUR = 3600;
const DAY = 86_400;

/** One pair of windows: both must burn faster than `factor`. */
export interface BurnPair {
  severity: 'page' | 'ticket';
  /** Seconds. */
  long: number;
  short: number;
  /** Share of the budget that is spent when the alert fires after the long window, in percent. */
  percent: number;
  /** Burn rate: percent/100 * window / long. */
  factor: number;
}

type Row = Omit<BurnPair, 'factor'>;

function rows(percents: [number, number, number, number]): Row[] {
  const [page1h, page6h, ticket1d, ticket3d] = percents;
  return [
    { severity: 'page', long: HOUR, short: 300, percent: page1h },
    { severity: 'page', long: 6 * HOUR, short: 1800, percent: page6h },
    { severity: 'ticket', long: DAY, short: 2 * HOUR, percent: ticket1d },
    { severity: 'ticket', long: 3 * DAY, short: 6 * HOUR, percent: ticket3d },
  ];
}

/** Site Reliability Workbook, table 5-8 and the 24 h row of its text. */
const WORKBOOK = rows([2, 5, 10, 10]);

/**
 * For windows of one or two weeks, where 2 % in an hour is hardly above the
 * even pace: Sloth's example for 7 days.
 */
const WEEK = rows([8, 12.5, 20, 42]);

/** Which pairs an SLO gets, and why it lacks others. */
export interface BurnTable {
  pairs: BurnPair[];
  notes: string[];
}

/** Burn rate that spends `percent` of the budget of a window in `long` seconds. */
export function burnFactor(
  percent: number,
  windowSeconds: number,
  long: number,
): number {
  return (percent * windowSeconds) / (100 * long);
}

/**
 * The multi-window multi-burn-rate alerts of an SLO.
 *
 * A pair whose factor is above 1/(1 - target) could never fire and is left out.
 */
export function burnTable(definition: SloDefinition): BurnTable {
  const { seconds, label } = periodOf(definition.window);
  if (seconds < 7 * DAY) {
    return {
      pairs: [],
      notes: [
        `A window of ${label} is too short for burn rates over 1h to 3d: no standard burn alert is made. Use an AlertPolicy.`,
      ],
    };
  }
  const maximum = maximumBurnOf(
    definition.budgetingMethod,
    definition.objectives,
  );
  const all = (seconds < 20 * DAY ? WEEK : WORKBOOK).map(row => ({
    ...row,
    factor: burnFactor(row.percent, seconds, row.long),
  }));
  const pairs = all.filter(({ factor }) => factor <= maximum);
  const notes = all
    .filter(({ factor }) => factor > maximum)
    .map(
      ({ long, factor }) =>
        `The pair over ${promDuration(
          long,
        )} is left out: it needs a burn rate of ${Number(
          factor.toPrecision(4),
        )}, and this target cannot burn faster than ${Number(
          maximum.toPrecision(4),
        )}.`,
    );
  return { pairs, notes };
}
