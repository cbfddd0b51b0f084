import {
  RATIO_SCALE,
  SLICE_SECONDS,
  type BudgetingMethod,
  type Countdown,
  type SloObjective,
} from '../types';
import type { Account } from './account';
import { burnOf } from './target';
import type { Timeline } from './timeline';
import { timeSliceSeconds, unitsOf, type Units } from './units';

/** One objective whose budget is projected. */
export interface CountdownMember {
  method: BudgetingMethod;
  objective: SloObjective;
  timeline: Timeline;
  account: Account;
  /** What the current look-back holds: its error ratio goes on. */
  recent: Units;
  /** How much its consumption counts, 1 unless in a composite. */
  weight: number;
}

/** Units per second that the future adds. */
function pace({ method, objective, account, recent }: CountdownMember): Units {
  const { sums, units, window } = account;
  const timed = method !== 'Occurrences' && window.end !== undefined;
  const perSecond = timed
    ? (method === 'Timeslices' ? 1 : RATIO_SCALE) / timeSliceSeconds(objective)
    : units.base / (sums.known * SLICE_SECONDS);
  const ratio = recent.base > 0 ? recent.bad / recent.base : 0;
  return { bad: ratio * perSecond, base: perSecond };
}

/** Share of the budget that will be consumed `t` seconds from now. */
type Projection = (t: number) => number;

function project(member: CountdownMember): Projection {
  const { account, timeline, method, weight } = member;
  const { units, budgetBase, share, window } = account;
  const { bad, base } = pace(member);
  if (window.end !== undefined) {
    const grows = method === 'Occurrences' && budgetBase === units.base;
    return t => {
      const all = budgetBase + (grows ? base * t : 0);
      return weight * burnOf(units.bad + bad * t, all, share);
    };
  }
  const start = unitsOf(method, timeline.at(window.from));
  return t => {
    const aged = unitsOf(method, timeline.interpolated(window.from + t));
    const badThen = units.bad - (aged.bad - start.bad) + bad * t;
    const baseThen = units.base - (aged.base - start.base) + base * t;
    return weight * burnOf(badThen, baseThen, share);
  };
}

/** First second in (before, after] at which everything is consumed, given that it is at `after`. */
function bisect(consumed: Projection, before: number, after: number): number {
  let low = before;
  let high = after;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (consumed(middle) >= 1) {
      high = middle;
    } else {
      low = middle;
    }
  }
  return high;
}

/** Seconds from now at which old slices leave a rolling window. */
function ageingTimes(members: readonly CountdownMember[]): number[] {
  const { from, to } = members[0].account.window;
  const times = members.flatMap(({ timeline }) =>
    timeline.times.filter(time => time > from && time < to),
  );
  return [...new Set(times.map(time => time - from)), to - from].sort(
    (a, b) => a - b,
  );
}

/**
 * When the budget ends if the error ratio of the look-back goes on, at the
 * mean traffic of the window (the traffic of one hour would take each night for
 * the future).
 *
 * Solves r(t) = 1 - (bad(now - W + t, now] + pace_bad t) / (B (total(now - W + t, now] + pace_total t)) <= 0.
 * In a rolling window old errors age out, evenly between the points of the
 * timeline; all are gone after W, so that an end later than W does not exist
 * and the answer is `never`. In a calendar window nothing ages out, and what
 * lasts to the end of the window survives it. Where nothing burns now the
 * budget does not end, even if old traffic leaves before old errors do.
 *
 * Consumption of a composite is the weighted sum of its members'; between two
 * points of their timelines it is taken as monotone.
 *
 * @param members - at least one, all with traffic in the same window
 */
export function countdown(members: readonly CountdownMember[]): Countdown {
  const { window } = members[0].account;
  const projections = members.map(project);
  const consumed: Projection = t =>
    projections.reduce((sum, projection) => sum + projection(t), 0);
  if (consumed(0) >= 1) {
    return { kind: 'exhausted' };
  }
  const { to, end } = window;
  const idle = members.every(({ recent }) => recent.bad <= 0);
  if (end !== undefined) {
    const ends = !idle && end > to && consumed(end - to) >= 1;
    return ends
      ? { kind: 'at', time: to + bisect(consumed, 0, end - to) }
      : { kind: 'survives-window', windowEnd: end };
  }
  if (idle) {
    return { kind: 'never' };
  }
  let before = 0;
  for (const t of ageingTimes(members)) {
    if (consumed(t) >= 1) {
      return { kind: 'at', time: to + bisect(consumed, before, t) };
    }
    before = t;
  }
  return { kind: 'never' };
}
