import {
  type Correction,
  requiredTimes,
  type SloDefinition,
  Timeline,
} from '@arctiq/plugin-slo-common';
import type {
  CumulativePoint,
  MeasurementState,
  SliceStore,
} from '../store/SliceStore';

/** An SLO whose timelines are wanted. */
export interface TimelineRequest {
  definition: SloDefinition;
  corrections: Correction[];
  /** Times that must be exact beside those of an evaluation, Unix seconds. */
  exactAt?: number[];
}

/** Timelines of each objective, by its key, with corrections taken out. */
export type Timelines = Map<string, Timeline>;

/**
 * Reads what evaluations need, in one go for many SLOs. Objectives without
 * slices have no timeline.
 */
export async function loadTimelines(
  store: Pick<SliceStore, 'pointsAt'>,
  states: Map<string, MeasurementState>,
  requests: TimelineRequest[],
): Promise<Timelines> {
  const wanted = requests.flatMap(request => {
    const times = timesOf(request, states);
    return request.definition.objectives
      .filter(({ key }) => states.has(key))
      .map(({ key }) => ({ key, times }));
  });
  const points = await store.pointsAt(wanted);
  const timelines: Timelines = new Map();
  for (const { definition, corrections } of requests) {
    for (const { key } of definition.objectives) {
      const state = states.get(key);
      if (state) {
        timelines.set(
          key,
          toTimeline(points.get(key) ?? [], state, corrections),
        );
      }
    }
  }
  return timelines;
}

/** A timeline out of points of the store. */
export function toTimeline(
  points: CumulativePoint[],
  state: MeasurementState,
  corrections: Correction[],
): Timeline {
  const { measuredSince, watermark } = state;
  // The store answers zero before the first slice and its last sums after the
  // last one; a timeline must end where measurement does.
  const inside = points.filter(
    ({ time }) => time >= measuredSince && time <= watermark,
  );
  return Timeline.fromPoints(inside, { measuredSince }).withCorrections(
    corrections,
  );
}

/** Objectives of a composite may be measured up to different times; each of these is a point. */
function timesOf(
  { definition, corrections, exactAt = [] }: TimelineRequest,
  states: Map<string, MeasurementState>,
): number[] {
  const watermarks = definition.objectives.flatMap(
    ({ key }) => states.get(key)?.watermark ?? [],
  );
  const times = new Set(exactAt);
  for (const watermark of new Set(watermarks)) {
    times.add(watermark);
    requiredTimes(definition, watermark, corrections).forEach(time =>
      times.add(time),
    );
  }
  return [...times].sort((a, b) => a - b);
}
