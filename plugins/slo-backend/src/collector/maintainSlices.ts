import type { SliceStore } from '../store/SliceStore';

const DAY = 86_400;
/** The longest months, so that nothing is removed too early. */
const MONTH = 31 * DAY;

/** How long slices are kept. */
export interface Retention {
  /** Days after which single slices become sums per hour. */
  compactAfterDays: number;
  /** Months after which sums are removed. */
  retentionMonths: number;
}

/**
 * Thins and removes old slices; to be run once a day.
 *
 * @param now - Unix seconds
 * @throws Error when the database cannot be used
 */
export async function maintainSlices(
  slices: Pick<SliceStore, 'compact' | 'prune'>,
  retention: Retention,
  now: number,
): Promise<void> {
  await slices.compact(now - retention.compactAfterDays * DAY);
  await slices.prune(now - retention.retentionMonths * MONTH);
}
