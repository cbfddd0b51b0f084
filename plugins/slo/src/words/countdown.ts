import type { Countdown } from '@arctiq/plugin-slo-common';
import { formatDay, formatDuration, formatMoment } from '@arctiq/ui-kit';

/** When a budget ends, for a cell and for a sentence. */
export interface CountdownWords {
  /** For a cell: `in 9 h`. */
  short: string;
  /** A second line for the cell: `18:40 UTC`. */
  detail?: string;
  /** Goes on after "the budget": `ends in 9 h (18:40 UTC)`. */
  sentence: string;
}

/**
 * Says when a budget ends if things go on as they are.
 *
 * @param countdown - what the engine found
 * @param now - the moment of the reader
 */
export function describeCountdown(
  countdown: Countdown,
  now: Date,
): CountdownWords {
  switch (countdown.kind) {
    case 'exhausted':
      return { short: 'Spent', sentence: 'is spent' };
    case 'at': {
      const left = countdown.time - now.getTime() / 1000;
      const moment = formatMoment(countdown.time, now);
      if (left <= 0) {
        return { short: 'now', detail: moment, sentence: 'ends now' };
      }
      const duration = formatDuration(left);
      return {
        short: `in ${duration}`,
        detail: moment,
        sentence: `ends in ${duration} (${moment})`,
      };
    }
    case 'never':
      return { short: 'Never', sentence: 'does not end at this pace' };
    case 'survives-window': {
      const day = formatDay(countdown.windowEnd);
      return {
        short: 'Lasts',
        detail: `to ${day}`,
        sentence: `lasts to the end of its window on ${day}`,
      };
    }
    default:
      return { short: 'Unknown', sentence: 'ends nobody knows when' };
  }
}
