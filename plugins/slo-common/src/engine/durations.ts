import type { ShorthandDuration } from '../types';

const SECONDS = { m: 60, h: 3600, d: 86_400, w: 604_800 } as const;

/**
 * Seconds of a duration of fixed length.
 *
 * @throws RangeError for months, quarters and years, whose length depends on the calendar
 */
export function durationSeconds(duration: ShorthandDuration): number {
  const { value, unit } = duration;
  if (unit === 'M' || unit === 'Q' || unit === 'Y') {
    throw new RangeError(
      `${value}${unit} has no fixed length, so it cannot be a rolling window. Use a calendar window, or days such as 30d.`,
    );
  }
  return value * SECONDS[unit];
}
