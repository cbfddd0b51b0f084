import { COUNT_SCALE, type Slice } from '@arctiq/plugin-slo-common';

/** What was counted of one objective in one slice. Absent: no series. */
export interface SliceCounts {
  good?: number;
  bad?: number;
  total?: number;
  /** Whether good events are counted, or bad ones. */
  counts: 'good' | 'bad';
}

/** Counts of an objective in which nothing was found. */
export function emptyCounts(
  roles: readonly { role: 'good' | 'bad' | 'total' }[],
): SliceCounts {
  return { counts: roles.some(({ role }) => role === 'bad') ? 'bad' : 'good' };
}

/**
 * The slice that counts make. Good above total is not believed, and said.
 *
 * @param end - Unix seconds
 */
export function toSlice(end: number, counts: SliceCounts): Slice {
  const { total } = counts;
  if (total === undefined) {
    return { end, state: 'no-data', good: 0, total: 0 };
  }
  const part = counts[counts.counts];
  const strange = [total, part ?? 0].find(value => !Number.isFinite(value));
  if (strange !== undefined) {
    return unmeasured(
      end,
      `The source answered ${strange}, which cannot be counted.`,
    );
  }
  const reasons: string[] = [];
  if (part === undefined && counts.counts === 'good' && total > 0) {
    reasons.push(
      'The query for good events found no series, so no event counts as good.',
    );
  }
  const all = scale(Math.max(0, total));
  const counted = scale(part ?? 0);
  if (counted > all || counted < 0 || total < 0) {
    reasons.push(
      `There were ${part ?? 0} ${
        counts.counts
      } events of ${total}; at least 0 and at most all are counted.`,
    );
  }
  const clamped = Math.min(Math.max(0, counted), all);
  const good = counts.counts === 'good' ? clamped : all - clamped;
  const slice: Slice = {
    end,
    state: all > 0 ? 'measured' : 'no-traffic',
    good,
    total: all,
  };
  return withReason(slice, reasons);
}

/** A slice that could not be measured. */
export function unmeasured(end: number, reason: string): Slice {
  return { end, state: 'unmeasured', good: 0, total: 0, reason };
}

/** A slice with what is doubtful about it, besides what was said already. */
export function withReason(slice: Slice, reasons: readonly string[]): Slice {
  const all = [slice.reason, ...reasons].filter(reason => reason !== undefined);
  return all.length > 0 ? { ...slice, reason: all.join(' ') } : slice;
}

function scale(events: number): number {
  return Math.round(events * COUNT_SCALE);
}
