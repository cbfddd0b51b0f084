import { NOW } from '../../__testUtils__/slo';
import { dayStretch, seriesStretch, weeksStretch } from './stretches';

describe('stretches', () => {
  it.each([
    [28, 7_200],
    [90, 23_400],
    [0.01, 300],
  ])('shows %d days in steps of %d s', (days, stepSeconds) => {
    const window = { from: NOW - days * 86_400, to: NOW };
    expect(seriesStretch(window)).toEqual({ ...window, stepSeconds });
  });

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
