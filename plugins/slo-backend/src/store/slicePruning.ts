import type { Knex } from 'knex';
import { HOUR_SECONDS } from './slicePacking';
import { toSums, type HourRow, type StoredObjective } from './sliceRows';

/**
 * Removes the hours of an objective that ended at or before a time. What they
 * summed up to is kept as the base from which later sums are counted.
 *
 * @param before - Unix seconds
 */
export async function pruneObjective(
  tx: Knex.Transaction,
  objective: StoredObjective,
  before: number,
): Promise<void> {
  const { key } = objective;
  const limit = Math.floor(before / HOUR_SECONDS) * HOUR_SECONDS;
  if (objective.watermark <= limit) {
    await tx('slice_hours').where({ key }).delete();
    await tx('measured_objectives').where({ key }).delete();
    return;
  }
  const last: HourRow | undefined = await tx('slice_hours')
    .where({ key, hour: limit })
    .first();
  if (last && objective.measuredSince < limit) {
    await tx('measured_objectives')
      .where({ key })
      .update({ measured_since: limit, base: JSON.stringify(toSums(last)) });
    await tx('slice_hours').where({ key }).where('hour', '<=', limit).delete();
  }
}
