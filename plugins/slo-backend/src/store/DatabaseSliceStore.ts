import type { Slice, TimeRange } from '@arctiq/plugin-slo-common';
import type { Knex } from 'knex';
import { chunks } from './chunks';
import { pruneObjective } from './slicePruning';
import { hourOf, unpackSlices } from './slicePacking';
import { hoursFor, pointAt, readHours, readObjectives } from './sliceReads';
import { toSegment, type HourRow } from './sliceRows';
import type {
  CumulativePoint,
  MeasurementState,
  SliceStore,
} from './SliceStore';
import { SliceWriteError } from './SliceWriteError';
import { writeEntries, type SliceEntry } from './sliceWrites';

/** Objectives that are written in one transaction. */
const BATCH = 100;

/** Keeps slices in the database of the plugin; SQLite and PostgreSQL. */
export class DatabaseSliceStore implements SliceStore {
  readonly #knex: Knex;
  readonly #now: () => Date;

  constructor(knex: Knex, options?: { now?: () => Date }) {
    this.#knex = knex;
    this.#now = options?.now ?? (() => new Date());
  }

  /** {@inheritdoc SliceStore.states} */
  async states(keys?: string[]): Promise<Map<string, MeasurementState>> {
    const objectives = await readObjectives(this.#knex, keys);
    return new Map(
      [...objectives].map(([key, objective]) => {
        const { measuredSince, watermark, measuredAt } = objective;
        return [key, { key, measuredSince, watermark, measuredAt }];
      }),
    );
  }

  /**
   * {@inheritdoc SliceStore.write}
   *
   * @throws SliceWriteError naming the objectives that were refused; all others
   *   are written
   */
  async write(entries: { key: string; slices: Slice[] }[]): Promise<void> {
    const failed = new Map<string, Error>();
    for (const batch of chunks(unite(entries), BATCH)) {
      try {
        await this.#writeBatch(batch);
      } catch (error) {
        // One bad objective must not take the others with it: each alone.
        for (const entry of batch) {
          await this.#writeBatch([entry]).catch(reason =>
            failed.set(entry.key, reason),
          );
        }
      }
    }
    if (failed.size > 0) {
      throw new SliceWriteError(failed);
    }
  }

  #writeBatch(entries: SliceEntry[]): Promise<void> {
    return this.#knex.transaction(tx => writeEntries(tx, entries, this.#now()));
  }

  /** {@inheritdoc SliceStore.slices} */
  async slices(key: string, range: TimeRange): Promise<Slice[]> {
    const rows: HourRow[] = await this.#knex('slice_hours')
      .where({ key })
      .whereBetween('hour', [range.from + 1, hourOf(range.to)])
      .whereNotNull('packed')
      .orderBy('hour');
    return rows
      .flatMap(({ packed }) => (packed === null ? [] : unpackSlices(packed)))
      .filter(({ end }) => end > range.from && end <= range.to);
  }

  /** {@inheritdoc SliceStore.points} */
  async points(
    key: string,
    range: TimeRange,
    options?: { resolution?: 'slice' | 'hour'; exactAt?: number[] },
  ): Promise<CumulativePoint[]> {
    const objective = (await readObjectives(this.#knex, [key])).get(key);
    if (!objective) {
      return [];
    }
    const exact = [range.from, range.to, ...(options?.exactAt ?? [])];
    const found = await readHours(
      this.#knex,
      [key],
      hoursFor(objective, exact),
    );
    const rows: HourRow[] = await this.#knex('slice_hours')
      .where({ key })
      .where('hour', '>', range.from)
      .where('hour', '<=', hourOf(range.to));
    const hours = found.get(key) ?? new Map();
    const times = new Set(exact);
    for (const segment of rows.map(toSegment)) {
      hours.set(segment.hour, segment);
      const ends = options?.resolution === 'slice' ? segment.slices ?? [] : [];
      for (const time of [segment.hour, ...ends.map(({ end }) => end)]) {
        if (time > range.from && time <= range.to) {
          times.add(time);
        }
      }
    }
    return ordered([...times].map(time => pointAt(objective, hours, time)));
  }

  /** {@inheritdoc SliceStore.pointsAt} */
  async pointsAt(
    requests: { key: string; times: number[] }[],
  ): Promise<Map<string, CumulativePoint[]>> {
    const objectives = await readObjectives(
      this.#knex,
      requests.map(({ key }) => key),
    );
    // Objectives with the same window need the same hours: one query for all.
    const groups = new Map<string, { hours: number[]; keys: string[] }>();
    for (const { key, times } of requests) {
      const objective = objectives.get(key);
      if (objective) {
        const hours = hoursFor(objective, times).sort((a, b) => a - b);
        const group = groups.get(hours.join()) ?? { hours, keys: [] };
        group.keys.push(key);
        groups.set(hours.join(), group);
      }
    }
    const found = new Map<string, Awaited<ReturnType<typeof readHours>>>();
    for (const { hours, keys } of groups.values()) {
      const read = await readHours(this.#knex, keys, hours);
      keys.forEach(key => found.set(key, read));
    }
    return new Map(
      requests.map(({ key, times }) => {
        const objective = objectives.get(key);
        const hours = found.get(key)?.get(key) ?? new Map();
        const points = objective
          ? times.map(time => pointAt(objective, hours, time))
          : [];
        return [key, ordered(points)];
      }),
    );
  }

  /** {@inheritdoc SliceStore.compact} */
  async compact(before: number): Promise<void> {
    const limit = Math.floor(before / 3600) * 3600;
    const objectives = await readObjectives(this.#knex);
    for (const { key, watermark, compactedUntil } of objectives.values()) {
      // The hour of the watermark is still being filled.
      const until = Math.min(limit, Math.floor(watermark / 3600) * 3600);
      if (until > compactedUntil) {
        await this.#knex.transaction(async tx => {
          await tx('slice_hours')
            .where({ key })
            .where('hour', '>', compactedUntil)
            .where('hour', '<=', until)
            .update({ packed: null });
          await tx('measured_objectives')
            .where({ key })
            .update({ compacted_until: until });
        });
      }
    }
  }

  /** {@inheritdoc SliceStore.prune} */
  async prune(before: number): Promise<void> {
    for (const objective of (await readObjectives(this.#knex)).values()) {
      await this.#knex.transaction(tx => pruneObjective(tx, objective, before));
    }
  }
}

/** Oldest first, each time once. */
function ordered(points: CumulativePoint[]): CumulativePoint[] {
  const byTime = new Map(points.map(point => [point.time, point]));
  return [...byTime.values()].sort((a, b) => a.time - b.time);
}

/** One entry per objective, in the order of the keys, without empty ones. */
function unite(entries: readonly SliceEntry[]): SliceEntry[] {
  const slices = new Map<string, Map<number, Slice>>();
  for (const entry of entries) {
    const ofKey = slices.get(entry.key) ?? new Map<number, Slice>();
    entry.slices.forEach(slice => ofKey.set(slice.end, slice));
    slices.set(entry.key, ofKey);
  }
  return [...slices]
    .filter(([, ofKey]) => ofKey.size > 0)
    .map(([key, ofKey]) => ({ key, slices: [...ofKey.values()] }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}
