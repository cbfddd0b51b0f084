import { OPENSLO } from '../definitions/__testUtils__/files';
import { definitionsOf } from './__testUtils__/definitions';
import { burnFactor, burnTable } from './burnTable';
import { explainRules } from './explainRules';

const DAY = 86_400;

describe('burn factors', () => {
  it.each([
    [2, 30 * DAY, 3600, 14.4],
    [5, 30 * DAY, 6 * 3600, 6],
    [10, 30 * DAY, DAY, 3],
    [10, 30 * DAY, 3 * DAY, 1],
    [2, 28 * DAY, 3600, 13.44],
    [5, 28 * DAY, 6 * 3600, 5.6],
    [8, 7 * DAY, 3600, 13.44],
    [42, 7 * DAY, 3 * DAY, 0.98],
  ])(
    '%s %% of %s s in %s s is a burn of %s',
    (percent, window, long, factor) => {
      expect(burnFactor(percent, window, long)).toBeCloseTo(factor, 12);
    },
  );

  it.each([
    ['30d', [14.4, 6, 3, 1]],
    ['28d', [13.44, 5.6, 2.8, 0.9333]],
    ['90d', [43.2, 18, 9, 3]],
    ['7d', [13.44, 3.5, 1.4, 0.98]],
    ['12h', []],
  ])('of a window of %s are %j', (duration, factors) => {
    const [definition] = definitionsOf(
      OPENSLO.replace('duration: 28d', `duration: ${duration}`),
    );
    const { pairs } = burnTable(definition);

    expect(pairs.map(({ factor }) => Number(factor.toPrecision(4)))).toEqual(
      factors,
    );
  });

  it('that a target can never reach are left out, and that is said', () => {
    const [definition] = definitionsOf(
      OPENSLO.replace('target: 0.9995', 'target: 0.9').replace('28d', '30d'),
    );
    const { pairs, notes } = burnTable(definition);

    expect(pairs.map(({ factor }) => factor)).toEqual([6, 3, 1]);
    expect(notes).toEqual([
      'The pair over 1h is left out: it needs a burn rate of 14.4, and this target cannot burn faster than 10.',
    ]);
    expect(explainRules(definition).join('\n')).toContain(notes[0]);
  });
});
