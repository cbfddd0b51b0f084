import type { SloSpec } from '../slos/types';
import { busyness, regionShare } from '../traffic/shape';
import type { Gauge, Stream } from '../traffic/types';
import type { Effect } from './types';

/** How bad it is; one of both is given. */
export interface Severity {
  /** Share of the budget of the window that is spent in the end. */
  spends?: number;
  /** Multiples of the pace that spends the budget evenly. */
  burn?: number;
}

const step = 300;
const longest = 0.97;

/** Length of a window in seconds; a month and a quarter are taken as 30 and 91 days. */
export function windowSeconds({ window }: SloSpec): number {
  const [, value, unit] = /^(\d+)([dwMQ])$/.exec(window.duration) ?? [
    '',
    '30',
    'd',
  ];
  const days = { d: 1, w: 7, M: 30, Q: 91 }[unit] ?? 1;
  return Number(value) * days * 86_400;
}

/** Seconds of average traffic that a stretch of time holds. */
function averageSeconds(
  { profile, regions }: Stream,
  from: number,
  to: number,
): number {
  const all = regions.reduce((sum, region) => sum + regionShare[region], 0);
  let seconds = 0;
  for (let time = from; time < to; time += step) {
    const length = Math.min(step, to - time);
    for (const region of regions) {
      seconds +=
        (busyness(profile, region, time) * length * regionShare[region]) / all;
    }
  }
  return seconds;
}

/**
 * What has to go wrong from one moment to another so that a share of the budget
 * is spent, or so that it burns at a pace.
 *
 * @returns the added share of bad or slow events
 */
export function intensityOf(
  slo: SloSpec,
  stream: Stream,
  from: number,
  to: number,
  { spends = 0, burn }: Severity,
): number {
  const budget = 1 - Number(slo.target);
  if (burn !== undefined) {
    return Math.min(longest, burn * budget);
  }
  const allowed = budget * windowSeconds(slo);
  if (slo.method === 'Timeslices') {
    // Slices count, not events: bad enough for each of them to be lost.
    return longest;
  }
  const busy = averageSeconds(stream, from, to);
  return Math.min(longest, (spends * allowed) / Math.max(busy, 1));
}

/** What an incident of a promise does to what it is measured by. */
export function effectOf(
  slo: SloSpec,
  stream: Stream | undefined,
  gauge: Gauge | undefined,
  from: number,
  to: number,
  severity: Severity,
): Effect[] {
  if (stream && slo.stream) {
    const added = intensityOf(slo, stream, from, to, severity);
    return [{ stream: stream.id, [slo.stream.by]: added }];
  }
  return gauge ? [{ stream: gauge.id }] : [];
}
