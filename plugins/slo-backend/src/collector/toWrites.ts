import { type Slice, type TimeRange } from '@arctiq/plugin-slo-common';
import type { Measurement } from '../source/SloSource';
import { sliceEnds } from '../source/Grid';
import { isKnown, judgeTimeSlices } from './judgeTimeSlices';
import type { CollectedObjective } from './objectives';

const LAST_HOUR = 12;

/** What a measurement is judged by. Times are Unix seconds. */
export interface Judgement {
  /** End of the last stored slice; absent when there is none. */
  watermark?: number;
  /** Slices that end after this are written. */
  writeAfter: number;
  /** Whether nothing comes after the range: then even "no data" starts a history. */
  last: boolean;
  /** What ended before can no longer be asked of the source. */
  lostBefore: number;
  /** Words for what is lost. */
  lostReason: string;
}

/**
 * The slices to write for what a source found out.
 *
 * A query that is refused will always be: its slices are stored as not
 * measured. A source that cannot be asked leaves a hole, to be filled later,
 * until the source has forgotten that time.
 *
 * @returns slices that follow what is stored, or none
 */
export function toWrites(
  objective: CollectedObjective,
  range: TimeRange,
  measurement: Measurement,
  judgement: Judgement,
): Slice[] {
  const { watermark, lostBefore, lostReason } = judgement;
  if (measurement.kind === 'measured') {
    const slices = measurement.slices.map(slice =>
      slice.state === 'no-data' && slice.end <= lostBefore
        ? missing(slice.end, lostReason)
        : slice,
    );
    const judged = judgeTimeSlices(objective, slices);
    return watermark === undefined
      ? withoutLeadingGap(judged, judgement.last)
      : judged.filter(({ end }) => end > judgement.writeAfter);
  }
  if (watermark === undefined) {
    return [];
  }
  const until = measurement.permanent ? range.to : lostBefore;
  const why = measurement.permanent
    ? measurement.reason
    : `${lostReason} ${measurement.reason}`;
  return sliceEnds(range)
    .filter(end => end > watermark && end <= until)
    .map(end => missing(end, why));
}

/**
 * A history starts with the first slice of which something is known. Of an
 * objective that never had data the last hour is kept, so that it is known to
 * be measured.
 */
function withoutLeadingGap(slices: Slice[], last: boolean): Slice[] {
  const first = slices.findIndex(isKnown);
  if (first < 0) {
    return last ? slices.slice(-LAST_HOUR) : [];
  }
  return slices.slice(first);
}

function missing(end: number, reason: string): Slice {
  return { end, state: 'unmeasured', good: 0, total: 0, reason };
}
