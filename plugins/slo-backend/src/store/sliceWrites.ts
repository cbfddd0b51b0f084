import {
  emptySums,
  SLICE_SECONDS,
  type Slice,
} from '@arctiq/plugin-slo-common';
import type { Knex } from 'knex';
import { chunks } from './chunks';
import { checkSlices, mergeSlices } from './sliceMerge';
import { hourOf } from './slicePacking';
import {
  SUM_COLUMNS,
  toHourRow,
  toObjective,
  toSegment,
  type HourRow,
  type HourSegment,
  type ObjectiveRow,
  type StoredObjective,
} from './sliceRows';

/** Slices of one objective, at least one, no key twice in a list. */
export interface SliceEntry {
  key: string;
  slices: Slice[];
}

/** Rows of 12 columns in one statement, below the limits of both databases. */
const ROWS = 500;

/**
 * Writes slices of some objectives, in a transaction.
 *
 * @param entries - in the order of their keys, so that two writers cannot wait
 *   for each other
 * @param now - time of the write
 * @throws InputError when slices do not follow what is stored
 */
export async function writeEntries(
  tx: Knex.Transaction,
  entries: readonly SliceEntry[],
  now: Date,
): Promise<void> {
  const objectives = await lockObjectives(tx, entries, now);
  const plans = entries.map(entry => {
    const objective = objectives.get(entry.key);
    if (!objective) {
      throw new Error(`The row of ${entry.key} vanished while it was written.`);
    }
    const slices = checkSlices(objective, entry.slices);
    const from = hourOf(Math.min(slices[0].end, objective.watermark));
    const to = hourOf(slices[slices.length - 1].end);
    return { objective, slices, from, to };
  });
  const loaded = await loadHours(tx, plans);
  const rows: HourRow[] = [];
  const states: object[] = [];
  for (const { objective, slices, to } of plans) {
    const old = loaded.get(objective.key) ?? [];
    const merge = mergeSlices(objective, old, slices);
    rows.push(...merge.segments.map(s => toHourRow(objective.key, s)));
    states.push(toStateRow(objective, merge.watermark, now));
    await shiftLater(tx, objective.key, to, merge.shift);
  }
  for (const piece of chunks(rows, ROWS)) {
    await tx('slice_hours').insert(piece).onConflict(['key', 'hour']).merge();
  }
  for (const piece of chunks(states, ROWS)) {
    await tx('measured_objectives')
      .insert(piece)
      .onConflict('key')
      .merge(['watermark', 'measured_at']);
  }
}

async function lockObjectives(
  tx: Knex.Transaction,
  entries: readonly SliceEntry[],
  now: Date,
): Promise<Map<string, StoredObjective>> {
  const keys = entries.map(({ key }) => key);
  const found = await selectLocked(tx, keys);
  const fresh = entries.filter(({ key }) => !found.has(key));
  if (fresh.length === 0) {
    return found;
  }
  const starts = fresh.map(({ key, slices }) => ({
    key,
    start: Math.min(...slices.map(({ end }) => end)) - SLICE_SECONDS,
  }));
  await tx('measured_objectives')
    .insert(
      starts.map(({ key, start }) => ({
        ...{ key, measured_since: start, watermark: start },
        ...{ compacted_until: 0, measured_at: now },
      })),
    )
    .onConflict('key')
    .ignore();
  return selectLocked(tx, keys);
}

async function selectLocked(tx: Knex.Transaction, keys: string[]) {
  const rows: ObjectiveRow[] = await tx('measured_objectives')
    .whereIn('key', keys)
    .orderBy('key')
    .forUpdate();
  return new Map(rows.map(row => [row.key, toObjective(row)]));
}

/** Stored hours of each objective between its bounds, oldest first. */
async function loadHours(
  tx: Knex.Transaction,
  plans: readonly { objective: StoredObjective; from: number; to: number }[],
): Promise<Map<string, HourSegment[]>> {
  const byRange = new Map<
    string,
    { from: number; to: number; keys: string[] }
  >();
  for (const { objective, from, to } of plans) {
    const range = byRange.get(`${from} ${to}`) ?? { from, to, keys: [] };
    range.keys.push(objective.key);
    byRange.set(`${from} ${to}`, range);
  }
  const segments = new Map<string, HourSegment[]>();
  for (const { from, to, keys } of byRange.values()) {
    const rows: HourRow[] = await tx('slice_hours')
      .whereIn('key', keys)
      .whereBetween('hour', [from, to])
      .orderBy(['key', 'hour']);
    for (const row of rows) {
      const others = segments.get(row.key) ?? [];
      others.push(toSegment(row));
      segments.set(row.key, others);
    }
  }
  return segments;
}

function toStateRow(objective: StoredObjective, watermark: number, now: Date) {
  return {
    key: objective.key,
    measured_since: objective.measuredSince,
    watermark,
    compacted_until: objective.compactedUntil,
    measured_at: now,
  };
}

/** Replacing an old slice changes the sums of every later hour. */
async function shiftLater(
  tx: Knex.Transaction,
  key: string,
  after: number,
  shift: ReturnType<typeof emptySums>,
): Promise<void> {
  const changed = SUM_COLUMNS.filter(([, field]) => shift[field] !== 0);
  if (changed.length > 0) {
    const changes = changed.map(([column, field]) => [
      column,
      tx.raw('?? + ?', [column, shift[field]]),
    ]);
    await tx('slice_hours')
      .where({ key })
      .where('hour', '>', after)
      .update(Object.fromEntries(changes));
  }
}
