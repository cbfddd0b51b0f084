import type { Quality, SliceSums } from '../types';
import { age, amount, percent, utc } from './format';
import type { WindowRange } from './windows';

/** What is known of the quality of a figure. */
export interface Doubts {
  sums: SliceSums;
  window: WindowRange;
  coverage: number;
  minimumCoverage: number;
  /** Unix seconds of the first measurement. */
  measuredSince: number;
  /** Seconds since the last closed slice. */
  staleSeconds: number;
  staleAfterSeconds: number;
}

/** Why there is no figure although something was measured. */
function emptiness(sums: SliceSums): string | undefined {
  if (sums.expected === 0) {
    return 'Nothing counts in the window: corrections exclude all of it.';
  }
  return sums.total === 0 && sums.timeslices === 0 && sums.known > 0
    ? 'No traffic in the window.'
    : undefined;
}

function gaps({ sums, coverage, minimumCoverage }: Doubts): string[] {
  const missing = sums.expected - sums.known;
  if (missing <= 0) {
    return [];
  }
  const unmeasured = missing - sums.noData;
  const parts = [
    sums.noData > 0
      ? `the source does not know the series in ${amount(sums.noData)}`
      : undefined,
    unmeasured > 0 ? `${amount(unmeasured)} could not be measured` : undefined,
  ].filter(part => part !== undefined);
  const verdict =
    coverage < minimumCoverage
      ? `, less than the ${percent(minimumCoverage)} that a statement needs`
      : '';
  return [
    `${percent(
      coverage,
    )} of the slices in the window are known${verdict}: of ${amount(
      sums.expected,
    )} slices ${parts.join(', ')}.`,
  ];
}

/** Every reason why a figure is not complete, in words; none when it is. */
export function reasonsOf(doubts: Doubts): string[] {
  const { sums, window, measuredSince, staleSeconds } = doubts;
  const reasons: string[] = [];
  if (staleSeconds > doubts.staleAfterSeconds) {
    reasons.push(
      `The last measurement is ${age(staleSeconds)} old (${utc(window.to)}).`,
    );
  }
  const empty = emptiness(sums);
  if (empty !== undefined) {
    reasons.push(empty);
  }
  reasons.push(...gaps(doubts));
  if (measuredSince > window.from) {
    reasons.push(
      `Measured only since ${utc(measuredSince)}; the window starts at ${utc(
        window.from,
      )}.`,
    );
  }
  return reasons;
}

/** Quality of a figure that has these doubts. */
export function qualityOf(doubts: Doubts): Quality {
  if (doubts.staleSeconds > doubts.staleAfterSeconds) {
    return 'stale';
  }
  const { sums, measuredSince, window } = doubts;
  return sums.expected > 0 &&
    sums.known >= sums.expected &&
    measuredSince <= window.from
    ? 'complete'
    : 'partial';
}
