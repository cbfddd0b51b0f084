import { DateTime, IANAZone } from 'luxon';
import type { CalendarWindow, SloWindow } from '../../types';
import { minutesOf, parseShorthand } from '../duration';
import { fitsRetention, readRollingWindow } from '../rollingWindow';
import { Located } from '../yaml/Located';
import type { SloSpec } from './schema';

type TimeWindow = NonNullable<SloSpec['timeWindow']>[number];
type Calendar = NonNullable<TimeWindow['calendar']>;

function readCalendar(
  window: Located<TimeWindow>,
  calendar: Located<Calendar>,
): CalendarWindow | undefined {
  const length = window.at('duration');
  const { startTime, timeZone } = calendar.value;
  const duration = parseShorthand(length.value);
  if (!duration || ['m', 'h'].includes(duration.unit)) {
    return length.error(
      `"${length.value}" is no length of a calendar window: write a whole number and one of d, w, M, Q, Y, for example 1M`,
    );
  }
  // Node also takes offsets such as +02:00, which know no daylight saving.
  if (!/^[A-Za-z]/.test(timeZone) || !IANAZone.isValidZone(timeZone)) {
    return calendar
      .at('timeZone')
      .error(
        `"${timeZone}" is no time zone of the IANA database: write for example UTC or Europe/Dublin`,
      );
  }
  const format = 'yyyy-MM-dd HH:mm:ss';
  const start = DateTime.fromFormat(startTime, format, { zone: timeZone });
  if (!start.isValid) {
    return calendar
      .at('startTime')
      .error(
        `"${startTime}" is no local time: write YYYY-MM-DD hh:mm:ss without a zone, for example 2026-01-01 00:00:00`,
      );
  }
  if (!fitsRetention(length, minutesOf(duration))) {
    return undefined;
  }
  return { kind: 'calendar', duration, startTime, timeZone };
}

/** Reads the only item of `spec.timeWindow`. */
export function readTimeWindow(spec: Located<SloSpec>): SloWindow | undefined {
  const list = spec.value.timeWindow;
  if (list?.length !== 1) {
    return spec
      .at('timeWindow')
      .error(
        list === undefined
          ? 'is missing: without a window there is no budget. Write one item, for example duration: 28d and isRolling: true'
          : `must have exactly one item, and has ${list.length}`,
      );
  }
  const window = new Located(
    spec.scope,
    [...spec.path, 'timeWindow', 0],
    list[0],
  );
  const calendar = window.optional('calendar');
  const { isRolling } = window.value;
  if (calendar && isRolling) {
    return window
      .at('isRolling')
      .error(
        'is true, but there is a calendar: a window is one of them, so write false or remove calendar',
      );
  }
  if (calendar) {
    return readCalendar(window, calendar);
  }
  if (!isRolling) {
    return window
      .at('isRolling')
      .error(
        'is not true and there is no calendar: write isRolling: true, or a calendar with startTime and timeZone',
      );
  }
  return readRollingWindow(window.at('duration'));
}
