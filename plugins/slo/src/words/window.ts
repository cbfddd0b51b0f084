import type { ShorthandDuration, SloWindow } from '@arctiq/plugin-slo-common';

const calendarNames: Record<string, string> = {
  d: 'day',
  w: 'week',
  M: 'month',
  Q: 'quarter',
  Y: 'year',
};

function describeCalendar({ value, unit }: ShorthandDuration): string {
  const name = calendarNames[unit] ?? `${unit}`;
  return value === 1 ? `calendar ${name}` : `${value} calendar ${name}s`;
}

/** A window in words: `28 d`, or `calendar month (Europe/Dublin)`. */
export function describeWindow(window: SloWindow): string {
  if (window.kind === 'rolling') {
    const { value, unit } = window.duration;
    return `${value}\u00a0${unit === 'm' ? 'min' : unit}`;
  }
  const zone = window.timeZone === 'UTC' ? '' : ` (${window.timeZone})`;
  return `${describeCalendar(window.duration)}${zone}`;
}
