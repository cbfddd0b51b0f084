import { detailOf, NOW } from '../../__testUtils__/slo';
import {
  dayStretch,
  partialUntil,
  seriesStretch,
  weeksStretch,
} from './stretches';

describe('stretches', () => {
  it.each([
    [28, 7_200],
    [90, 23_400],
    [0.01, 300],
  ])('shows %d days in steps of %d s', (days, stepSeconds) => {
    const window = { from: NOW - days * 86_400, to: NOW };
    expect(seriesStretch(window)).toEqual({ ...window, stepSeconds });
  });

  it.each([
    ['rolling', 35, 5],
    ['rolling', 60, undefined],
    ['calendar', 35, undefined],
  ] as const)(
    'knows a %s window measured for %d days whole after %p days of doubt',
    (kind, measuredDays, days) => {
      const detail = detailOf();
      const { window } = detail.status;
      const from = NOW - 30 * 86_400;
      const until = partialUntil({
        window: { ...detail.window, kind } as typeof detail.window,
        status: { ...detail.status, window: { ...window, from, to: NOW } },
        provenance: [
          {
            ...detail.provenance[0],
            measuredSince: NOW - measuredDays * 86_400,
          },
        ],
      });
      expect(until).toBe(days && NOW - days * 86_400);
    },
  );

  it('shows a day of slices and four weeks of hours', () => {
    expect(dayStretch(NOW)).toEqual({
      from: NOW - 86_400,
      to: NOW,
      stepSeconds: 300,
    });
    const weeks = weeksStretch(NOW);
    expect(weeks.to % 3_600).toBe(0);
    expect(weeks.to - weeks.from).toBe(28 * 86_400);
  });
});
