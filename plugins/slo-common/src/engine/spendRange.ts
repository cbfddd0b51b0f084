import {
  SLICE_SECONDS,
  type BudgetingMethod,
  type ReliabilityEvent,
  type SloDefinition,
  type SloObjective,
  type TimeRange,
} from '../types';
import { ceilToSlice, floorToSlice } from './ranges';
import { timeSliceSeconds } from './units';
import { windowRange } from './windows';

/** A deploy is blamed for what is spent within this time, seconds. */
const DEPLOY_SHADOW_SECONDS = 3600;

/**
 * Stretch of slices that an event is blamed for: a deploy for one hour or until
 * the next deploy, an incident from start to end, or to `until` while it is
 * open. Whole slices: from the one in which it starts, at least one.
 *
 * @param until - latest time known, Unix seconds (the watermark)
 * @param nextDeployStart - start of the deploy that follows, Unix seconds
 */
export function spendRange(
  event: ReliabilityEvent,
  until: number,
  nextDeployStart?: number,
): TimeRange {
  const from = floorToSlice(event.start);
  const latest = Math.max(from + SLICE_SECONDS, floorToSlice(until));
  if (event.kind === 'incident') {
    const to = event.end === undefined ? latest : ceilToSlice(event.end);
    return { from, to: Math.max(from + SLICE_SECONDS, to) };
  }
  const own = ceilToSlice(event.start + DEPLOY_SHADOW_SECONDS);
  const next =
    nextDeployStart === undefined ? own : floorToSlice(nextDeployStart);
  return { from, to: Math.max(from + SLICE_SECONDS, Math.min(own, next)) };
}

/** The verdict on a time slice falls when it closes, so that all that the stretch touches are looked at. */
export function wholeTimeSlices(
  method: BudgetingMethod,
  objective: SloObjective,
  { from, to }: TimeRange,
): TimeRange {
  const length =
    method === 'Occurrences' ? SLICE_SECONDS : timeSliceSeconds(objective);
  return {
    from: Math.floor(from / length) * length,
    to: Math.ceil(to / length) * length,
  };
}

/** Events in their order of time, each with the deploy that follows it in the same environment. */
export function withNextDeploy(events: readonly ReliabilityEvent[]) {
  const sorted = [...events].sort((a, b) => a.start - b.start);
  return sorted.map((event, index) => ({
    event,
    next: sorted
      .slice(index + 1)
      .find(
        other =>
          other.kind === 'deploy' && other.environment === event.environment,
      ),
  }));
}

/**
 * Times at which `eventSpends` needs exact cumulative points, beside those of
 * `requiredTimes`.
 *
 * @param watermark - Unix seconds
 * @returns Unix seconds, ascending, each once
 */
export function spendTimes(
  definition: Pick<SloDefinition, 'budgetingMethod' | 'objectives' | 'window'>,
  events: readonly ReliabilityEvent[],
  watermark: number,
): number[] {
  const times = withNextDeploy(events).flatMap(({ event, next }) => {
    const range = spendRange(event, watermark, next?.start);
    const window = windowRange(
      definition.window,
      Math.min(range.to, watermark),
    );
    const stretches = definition.objectives.map(objective =>
      wholeTimeSlices(definition.budgetingMethod, objective, range),
    );
    return [
      window.from,
      window.to,
      ...stretches.flatMap(({ from, to }) => [from, to]),
    ];
  });
  return [...new Set(times)]
    .filter(time => time <= watermark)
    .sort((a, b) => a - b);
}
