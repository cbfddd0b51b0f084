import { DateTime } from 'luxon';
import { SLICE_SECONDS, type CalendarWindow, type SloWindow } from '../types';
import { durationSeconds } from './durations';
import { floorToSlice } from './ranges';

/** A window at one time, Unix seconds: (from, to], and where a calendar window ends. */
export interface WindowRange {
  from: number;
  to: number;
  end?: number;
}

const UNITS = {
  m: { key: 'minutes', seconds: 60 },
  h: { key: 'hours', seconds: 3600 },
  d: { key: 'days', seconds: 86_400 },
  w: { key: 'weeks', seconds: 604_800 },
  M: { key: 'months', seconds: 2_629_746 },
  Q: { key: 'quarters', seconds: 7_889_238 },
  Y: { key: 'years', seconds: 31_556_952 },
} as const;

function anchorOf(window: CalendarWindow): DateTime {
  const anchor = DateTime.fromISO(window.startTime.replace(' ', 'T'), {
    zone: window.timeZone,
  });
  if (!anchor.isValid) {
    throw new RangeError(
      `The calendar window cannot start at '${window.startTime}' in '${window.timeZone}' (${anchor.invalidExplanation}). Write YYYY-MM-DD hh:mm:ss and an IANA time zone.`,
    );
  }
  return anchor;
}

/** Finds the n for which start(n) < at <= start(n + 1); all starts count from the anchor, so that none drifts. */
function findCalendarWindow(window: CalendarWindow, at: number) {
  const anchor = anchorOf(window);
  const { value, unit } = window.duration;
  const { key, seconds } = UNITS[unit];
  const start = (n: number) => {
    const time = anchor.plus({ [key]: n * value }).toSeconds();
    return Math.round(time / SLICE_SECONDS) * SLICE_SECONDS;
  };
  let n = Math.floor((at - anchor.toSeconds()) / (value * seconds));
  while (start(n) >= at) {
    n -= 1;
  }
  while (start(n + 1) < at) {
    n += 1;
  }
  return { from: start(n), end: start(n + 1) };
}

/** Last found window of each kind: calendar arithmetic is slow, and most calls ask for the same month. */
const found = new Map<string, { from: number; end: number }>();
const FOUND_LIMIT = 500;

function calendarWindow(window: CalendarWindow, at: number) {
  const { duration, startTime, timeZone } = window;
  const key = `${duration.value}${duration.unit} ${startTime} ${timeZone}`;
  const last = found.get(key);
  if (last && last.from < at && at <= last.end) {
    return last;
  }
  const range = findCalendarWindow(window, at);
  if (found.size >= FOUND_LIMIT) {
    found.clear();
  }
  found.set(key, range);
  return range;
}

/**
 * The window of an SLO at a time.
 *
 * Rolling windows have one length and end at `at`. Calendar windows follow the
 * local calendar of their zone, so that days with a DST change have 23 or 25
 * hours. As slices cover (end - 300, end], a time on the boundary of two
 * calendar windows belongs to the one that ends there: the last slice of a
 * month is evaluated with its month, and there is no empty window.
 *
 * @param at - Unix seconds; `to` is the slice boundary at or before it
 * @throws RangeError when the window is no window, see the message
 */
export function windowRange(window: SloWindow, at: number): WindowRange {
  const to = floorToSlice(at);
  if (window.kind === 'rolling') {
    return { from: to - durationSeconds(window.duration), to };
  }
  const { from, end } = calendarWindow(window, at);
  return { from, to: Math.max(from, to), end };
}

/** The windows before the one that holds `at`, newest first, each complete. */
export function previousWindows(
  window: SloWindow,
  at: number,
  count: number,
): WindowRange[] {
  const windows: WindowRange[] = [];
  let { from } = windowRange(window, at);
  while (windows.length < count) {
    const range = windowRange(window, from);
    windows.push(range);
    from = range.from;
  }
  return windows;
}
