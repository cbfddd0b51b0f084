import {
  subtractSums,
  sumSlices,
  type SliceSums,
} from '@arctiq/plugin-slo-common';
import type { Knex } from 'knex';
import { chunks } from './chunks';
import { HOUR_SECONDS, hourOf } from './slicePacking';
import {
  toObjective,
  toSegment,
  type HourRow,
  type HourSegment,
  type ObjectiveRow,
  type StoredObjective,
} from './sliceRows';
import type { CumulativePoint } from './SliceStore';

/** Objectives that have slices; all of them unless keys are given. */
export async function readObjectives(
  knex: Knex,
  keys?: readonly string[],
): Promise<Map<string, StoredObjective>> {
  const rows: ObjectiveRow[] = [];
  if (keys) {
    for (const piece of chunks(keys)) {
      rows.push(...(await knex('measured_objectives').whereIn('key', piece)));
    }
  } else {
    rows.push(...(await knex('measured_objectives')));
  }
  return new Map(rows.map(row => [row.key, toObjective(row)]));
}

/** Stored hours that end at one of the given times, by objective and end. */
export async function readHours(
  knex: Knex,
  keys: readonly string[],
  hours: readonly number[],
): Promise<Map<string, Map<number, HourSegment>>> {
  const found = new Map<string, Map<number, HourSegment>>();
  for (const somekeys of chunks(keys)) {
    for (const someHours of chunks(hours)) {
      const rows: HourRow[] = await knex('slice_hours')
        .whereIn('key', somekeys)
        .whereIn('hour', someHours);
      for (const row of rows) {
        const segment = toSegment(row);
        const ofKey = found.get(row.key) ?? new Map<number, HourSegment>();
        found.set(row.key, ofKey.set(segment.hour, segment));
      }
    }
  }
  return found;
}

/** The time at which a point is asked for, no later than what is measured. */
export function clampTime(objective: StoredObjective, time: number): number {
  return Math.min(time, objective.watermark);
}

/**
 * Hours that must be read for exact points at some times; for compacted times
 * the hour before too.
 */
export function hoursFor(
  objective: StoredObjective,
  times: readonly number[],
): number[] {
  const hours = new Set<number>();
  for (const time of times) {
    const clamped = clampTime(objective, time);
    if (clamped > objective.measuredSince) {
      hours.add(hourOf(clamped));
      if (clamped < objective.compactedUntil) {
        hours.add(hourOf(clamped) - HOUR_SECONDS);
      }
    }
  }
  return [...hours];
}

/**
 * The last point at or before a time.
 *
 * @param hours - at least those that {@link hoursFor} names
 */
export function pointAt(
  objective: StoredObjective,
  hours: ReadonlyMap<number, HourSegment>,
  time: number,
): CumulativePoint {
  const clamped = clampTime(objective, time);
  const segment = hours.get(hourOf(clamped));
  if (clamped <= objective.measuredSince || !segment) {
    return toPoint(objective, clamped, objective.base);
  }
  // First, since most points are whole hours, which need no unpacking.
  if (clamped === segment.hour) {
    return toPoint(objective, clamped, segment.end);
  }
  if (segment.slices) {
    const later = segment.slices.filter(({ end }) => end > clamped);
    const sums = subtractSums(segment.end, sumSlices(later));
    return toPoint(objective, clamped, sums);
  }
  const previous = hours.get(segment.hour - HOUR_SECONDS);
  return toPoint(
    objective,
    Math.max(segment.hour - HOUR_SECONDS, objective.measuredSince),
    previous?.end ?? objective.base,
  );
}

/** A point as others see it: what was pruned is not part of its sums. */
export function toPoint(
  objective: StoredObjective,
  time: number,
  stored: SliceSums,
): CumulativePoint {
  return { time, sums: subtractSums(stored, objective.base) };
}
