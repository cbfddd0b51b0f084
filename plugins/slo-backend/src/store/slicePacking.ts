import {
  SLICE_SECONDS,
  type Slice,
  type SliceState,
} from '@arctiq/plugin-slo-common';

/** Seconds of the stretch that one row holds. */
export const HOUR_SECONDS = 3600;

const LETTERS: Record<SliceState, string> = {
  measured: 'm',
  'no-traffic': 't',
  'no-data': 'd',
  unmeasured: 'u',
};

const STATES = new Map<string, SliceState>([
  ['m', 'measured'],
  ['t', 'no-traffic'],
  ['d', 'no-data'],
  ['u', 'unmeasured'],
]);

/** State, good, total, time slice (1 good, 0 bad, -1 none), ratio (-1 none), reason. */
type PackedSlice = [
  string,
  number?,
  number?,
  number?,
  number?,
  (string | undefined)?,
];

/**
 * End of the hour that a slice belongs to.
 *
 * @param time - Unix seconds
 */
export function hourOf(time: number): number {
  return Math.ceil(time / HOUR_SECONDS) * HOUR_SECONDS;
}

/** Slices of one hour as text; they must follow each other without a hole. */
export function packSlices(slices: readonly Slice[]): string {
  return JSON.stringify([slices[0].end, ...slices.map(packSlice)]);
}

/**
 * Slices of one hour from their text.
 *
 * @throws Error when the text was not made by {@link packSlices}
 */
export function unpackSlices(text: string): Slice[] {
  const [first, ...packed]: [number, ...PackedSlice[]] = JSON.parse(text);
  return packed.map((slice, index) =>
    unpackSlice(slice, first + index * SLICE_SECONDS),
  );
}

function packSlice(slice: Slice): PackedSlice {
  const letter = LETTERS[slice.state];
  const timeslice =
    slice.timeslice === undefined ? -1 : Number(slice.timeslice === 'good');
  const ratio = slice.ratio ?? -1;
  if (slice.reason !== undefined) {
    return [letter, slice.good, slice.total, timeslice, ratio, slice.reason];
  }
  if (timeslice >= 0 || ratio >= 0) {
    return [letter, slice.good, slice.total, timeslice, ratio];
  }
  return slice.total > 0 ? [letter, slice.good, slice.total] : [letter];
}

function unpackSlice(packed: PackedSlice, end: number): Slice {
  const [letter, good = 0, total = 0, timeslice = -1, ratio = -1, reason] =
    packed;
  const state = STATES.get(letter);
  if (!state) {
    throw new Error(
      `The slice that ends at ${end} has the unknown state '${letter}': the row of the database is damaged.`,
    );
  }
  const slice: Slice = { end, state, good, total };
  if (timeslice >= 0) {
    slice.timeslice = timeslice === 1 ? 'good' : 'bad';
  }
  if (ratio >= 0) {
    slice.ratio = ratio;
  }
  if (typeof reason === 'string') {
    slice.reason = reason;
  }
  return slice;
}
