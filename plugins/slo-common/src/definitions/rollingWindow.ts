import type { RollingWindow } from '../types';
import { minutesOf, parseShorthand } from './duration';
import type { Located } from './yaml/Located';

/** Two years: slices are kept for 25 months. */
const MAX_MINUTES = 731 * 1440;

const WEEK = 7 * 1440;
/** Windows that are the custom although they hold no whole number of weeks. */
const CUSTOMARY_DAYS = [30, 90];

/** Checks that a window is not longer than what is kept. */
export function fitsRetention(
  field: Located<string>,
  minutes: number,
): boolean {
  if (minutes <= MAX_MINUTES) {
    return true;
  }
  field.error(
    `${field.value} is longer than two years, and measurements are kept for 25 months: write for example 28d`,
  );
  return false;
}

/** Reads the length of a window that ends now. */
export function readRollingWindow(
  field: Located<string>,
): RollingWindow | undefined {
  const duration = parseShorthand(field.value);
  if (!duration) {
    return field.error(
      `"${field.value}" is no duration: write a whole number and one of m, h, d, w, for example 28d`,
    );
  }
  if (['M', 'Q', 'Y'].includes(duration.unit)) {
    return field.error(
      `A rolling window must have one length, and ${field.value} has several: write days or weeks, for example 28d, or a calendar window`,
    );
  }
  const minutes = minutesOf(duration);
  if (minutes < 60 || minutes % 5 !== 0) {
    return field.error(
      `${field.value} cannot be measured: a window is at least 1h, in steps of the 5 minutes of a slice`,
    );
  }
  if (!fitsRetention(field, minutes)) {
    return undefined;
  }
  if (minutes % WEEK !== 0 && !CUSTOMARY_DAYS.includes(minutes / 1440)) {
    field.warning(
      `${field.value} is no whole number of weeks, so the number of weekends in the window changes from day to day; 28d (or 4w) does not have that.`,
    );
  }
  return { kind: 'rolling', duration };
}
