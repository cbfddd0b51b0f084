import type { CalendarWindow, ShorthandDuration } from '../types';
import { previousWindows, windowRange } from './windows';

const STEP = 1800;
const FROM = Date.UTC(2025, 0, 1) / 1000;
const TO = Date.UTC(2028, 0, 5) / 1000;

/**
 * Local starts of days found without any calendar arithmetic: looks at the
 * wall clock of the zone every half hour. No zone here changes its clock at
 * midnight.
 */
function localMidnights(timeZone: string) {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const midnights = [];
  for (let time = FROM; time < TO; time += STEP) {
    const parts = Object.fromEntries(
      format
        .formatToParts(time * 1000)
        .map(({ type, value }) => [type, value] as const),
    );
    if (parts.hour === '00' && parts.minute === '00') {
      midnights.push({
        time,
        weekday: parts.weekday,
        day: Number(parts.day),
        month: Number(parts.month),
      });
    }
  }
  return midnights;
}

type Midnight = ReturnType<typeof localMidnights>[number];

const kinds: [string, ShorthandDuration, (midnight: Midnight) => boolean][] = [
  ['day', { value: 1, unit: 'd' }, () => true],
  ['week', { value: 1, unit: 'w' }, ({ weekday }) => weekday === 'Mon'],
  ['month', { value: 1, unit: 'M' }, ({ day }) => day === 1],
  [
    'quarter',
    { value: 1, unit: 'Q' },
    ({ day, month }) => day === 1 && month % 3 === 1,
  ],
  [
    'year',
    { value: 1, unit: 'Y' },
    ({ day, month }) => day === 1 && month === 1,
  ],
];

function calendar(
  duration: ShorthandDuration,
  timeZone: string,
  startTime = duration.unit === 'w'
    ? '2026-06-01 00:00:00'
    : '2026-01-01 00:00:00',
): CalendarWindow {
  return { kind: 'calendar', duration, startTime, timeZone };
}

describe.each(['UTC', 'America/New_York', 'Europe/Dublin', 'Asia/Kolkata'])(
  'calendar windows in %s over three years, against the wall clock',
  timeZone => {
    const midnights = localMidnights(timeZone);

    it.each(kinds)('each %s', (_name, duration, isStart) => {
      const starts = midnights.filter(isStart).map(({ time }) => time);
      const window = calendar(duration, timeZone);
      starts.slice(0, -1).forEach((from, index) => {
        const end = starts[index + 1];
        const middle = Math.floor((from + end) / 600) * 300;
        for (const at of [from + 1, from + 300, middle, end - 300, end]) {
          expect(windowRange(window, at)).toEqual({
            from,
            to: Math.max(from, Math.floor(at / 300) * 300),
            end,
          });
        }
      });
      expect(starts.length).toBeGreaterThan(2);
    });
  },
);

describe('windowRange', () => {
  it('is a fixed length before the last slice boundary for rolling windows', () => {
    const at = Date.UTC(2026, 10, 21, 15, 37, 11) / 1000;
    const to = Date.UTC(2026, 10, 21, 15, 35) / 1000;
    expect(
      windowRange({ kind: 'rolling', duration: { value: 28, unit: 'd' } }, at),
    ).toEqual({ from: to - 28 * 86_400, to });
  });

  it.each([
    [
      '2 weeks',
      { value: 2, unit: 'w' },
      '2026-10-26 00:00',
      '2026-11-09 00:00',
    ],
    [
      '12 hours',
      { value: 12, unit: 'h' },
      '2026-11-01 00:00',
      '2026-11-01 12:00',
    ],
    [
      '45 min',
      { value: 45, unit: 'm' },
      '2026-11-01 00:00',
      '2026-11-01 00:45',
    ],
    [
      '2 months',
      { value: 2, unit: 'M' },
      '2026-09-01 00:00',
      '2026-11-01 00:00',
    ],
  ] as const)('counts %s from the anchor', (_name, duration, from, end) => {
    const unix = (time: string) =>
      Date.parse(`${time.replace(' ', 'T')}Z`) / 1000;
    const window = calendar(duration, 'UTC', from.concat(':00'));
    expect(windowRange(window, unix(from) + 1)).toMatchObject({
      from: unix(from),
      end: unix(end),
    });
    // Far from the anchor, in both directions, windows still follow each other.
    for (const years of [-3, 3]) {
      const far = unix(from) + years * 31_556_952;
      const range = windowRange(window, far);
      expect(range.from).toBeLessThan(far);
      expect(range.end).toBeGreaterThanOrEqual(far);
      expect(windowRange(window, (range.end ?? 0) + 1).from).toBe(range.end);
    }
  });

  it('keeps the 31st as the start where a month has one', () => {
    const window = calendar(
      { value: 1, unit: 'M' },
      'UTC',
      '2026-01-31 00:00:00',
    );
    const starts = [1, 2, 3, 4].map(
      month => windowRange(window, Date.UTC(2026, month, 15) / 1000).from,
    );
    expect(starts.map(time => new Date(time * 1000).toISOString())).toEqual([
      '2026-01-31T00:00:00.000Z',
      '2026-02-28T00:00:00.000Z',
      '2026-03-31T00:00:00.000Z',
      '2026-04-30T00:00:00.000Z',
    ]);
  });

  it('has 23 and 25 hours on the days when New York changes its clock', () => {
    const window = calendar({ value: 1, unit: 'd' }, 'America/New_York');
    const hours = ([month, day]: number[]) => {
      const range = windowRange(window, Date.UTC(2026, month, day, 18) / 1000);
      return ((range.end ?? 0) - range.from) / 3600;
    };
    expect(
      [
        [2, 8],
        [2, 9],
        [10, 1],
        [10, 2],
      ].map(hours),
    ).toEqual([23, 24, 25, 24]);
  });

  it('lists the windows before, newest first and without gaps', () => {
    const at = Date.UTC(2026, 10, 21) / 1000;
    const months = previousWindows(
      calendar({ value: 1, unit: 'M' }, 'UTC'),
      at,
      11,
    );
    expect(months[0]).toEqual({
      from: Date.UTC(2026, 9, 1) / 1000,
      to: Date.UTC(2026, 10, 1) / 1000,
      end: Date.UTC(2026, 10, 1) / 1000,
    });
    expect(months[10].from).toBe(Date.UTC(2025, 11, 1) / 1000);
    const days = previousWindows(
      { kind: 'rolling', duration: { value: 1, unit: 'd' } },
      at,
      2,
    );
    expect(days).toEqual([
      { from: at - 2 * 86_400, to: at - 86_400 },
      { from: at - 3 * 86_400, to: at - 2 * 86_400 },
    ]);
  });

  it.each([
    [
      'an impossible date',
      calendar({ value: 1, unit: 'M' }, 'UTC', '2026-02-30 00:00:00'),
      'YYYY-MM-DD',
    ],
    [
      'an unknown zone',
      calendar({ value: 1, unit: 'M' }, 'Mars/Olympus'),
      'IANA',
    ],
    [
      'a rolling month',
      { kind: 'rolling', duration: { value: 1, unit: 'M' } } as const,
      'no fixed length',
    ],
  ])('refuses %s and says why', (_name, window, message) => {
    expect(() => windowRange(window, FROM)).toThrow(message);
  });
});
