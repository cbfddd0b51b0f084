import { minutesOf } from '../definitions';
import type { SloWindow } from '../types';
import { promDuration } from './naming';

/** The window of an SLO as rules know it: a look-back of one length. */
export interface Period {
  seconds: number;
  /** For series names, for example `30d` or `4w`. */
  label: string;
}

/**
 * Prometheus looks back, it knows no calendar: a calendar window becomes a
 * look-back of its nominal length (month 30, quarter 90, year 365 days).
 */
export function periodOf({ duration }: SloWindow): Period {
  const seconds = minutesOf(duration) * 60;
  return { seconds, label: promDuration(seconds) };
}
