import { type Correction, SLICE_SECONDS } from '@arctiq/plugin-slo-common';
import type { NewCorrection } from '../../api';
import type { FormValues } from '../FormDialog';

/** Text of an input of type `datetime-local`, read as UTC, in Unix seconds. */
export function parseUtcInput(text: string): number {
  return Date.parse(`${text}Z`) / 1000;
}

/** The same the other way round, to the minute. */
export function toUtcInput(time: number): string {
  return new Date(time * 1000).toISOString().slice(0, 16);
}

/**
 * Reads the form. The stretch grows to whole slices, since only those are
 * stored.
 *
 * @throws Error with what to mend
 */
export function readCorrection(values: FormValues): NewCorrection {
  const from = parseUtcInput(values.from);
  const to = parseUtcInput(values.to);
  if (Number.isNaN(from) || Number.isNaN(to)) {
    throw new Error('Give the start and the end of the time.');
  }
  if (to <= from) {
    throw new Error('The end must be after the start.');
  }
  const { kind, reason } = values;
  if (!reason) {
    throw new Error('Say why this time does not count.');
  }
  return {
    kind: kind as Correction['kind'],
    range: {
      from: Math.floor(from / SLICE_SECONDS) * SLICE_SECONDS,
      to: Math.ceil(to / SLICE_SECONDS) * SLICE_SECONDS,
    },
    reason,
  };
}
