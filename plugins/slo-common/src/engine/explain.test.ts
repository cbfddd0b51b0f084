import {
  DAY,
  definition,
  inputOf,
  lasting,
  monthly,
  objective,
  type Scene,
} from './__testUtils__/fixtures';
import { evaluate } from './evaluate';
import { explain } from './explain';

const fine = { good: 1000, total: 1000 };
const down = { good: 0, total: 1000 };

function told(scene: Scene): string[] {
  const input = inputOf(scene);
  return explain(input.definition, evaluate(input).status);
}

describe('explain', () => {
  it('tells the arithmetic of events', () => {
    expect(
      told({
        happenings: [
          ...lasting(29 * DAY, fine),
          ...lasting(900, down),
          ...lasting(DAY - 900, fine),
        ],
        target: '0.9995',
      }),
    ).toEqual([
      '99.95 % of events must be good over 30 days, so that 0.05 % may be bad.',
      'From 2026-11-01 00:00 UTC to 2026-12-01 00:00 UTC 8,640,000 events were counted and 99.9652 % was good.',
      'The budget is 4,320 events; 3,000 are spent: 1 - 3,000 / 4,320 = 30.56 % is left.',
      'It burns at 0 times the even pace; if that goes on, it does not end, because old errors leave the window in time.',
    ]);
  });

  it('tells minutes of a calendar month, and that they last', () => {
    const sentences = told({
      happenings: [
        ...lasting(10 * DAY, fine),
        ...lasting(300, down),
        ...lasting(6600, fine),
      ],
      method: 'Timeslices',
      window: monthly('Europe/Dublin'),
    });
    expect(sentences[0]).toBe(
      '99.9 % of time slices must be good over 1 month of the calendar of Europe/Dublin, so that 0.1 % may be bad.',
    );
    expect(sentences[2]).toBe(
      'The budget is 43.2 minutes; 5 are spent: 1 - 5 / 43.2 = 88.43 % is left.',
    );
    expect(sentences[3]).toContain(
      'lasts to the end of the window, 2026-12-01 00:00 UTC',
    );
  });

  it('says that events of a running month are estimated', () => {
    expect(
      told({ happenings: lasting(DAY, fine), window: monthly() })[2],
    ).toContain('(estimated) from the traffic so far');
  });

  it('warns of little traffic and of what is spent', () => {
    const sentences = told({
      happenings: [...lasting(300, down), ...lasting(900, fine)],
    });
    expect(sentences).toContain(
      'Little is counted: one more bad event spends 25 % of the budget.',
    );
    expect(sentences.join(' ')).toContain('it is spent.');
    expect(sentences.at(-1)).toMatch(/^Measured only since/);
  });

  it('says what is not known', () => {
    expect(
      told({ happenings: lasting(DAY, 'no-traffic') }).slice(1, 4),
    ).toEqual([
      'From 2026-10-03 00:00 UTC to 2026-11-02 00:00 UTC nothing was counted.',
      'How much of the budget is left is not known.',
      'How fast it burns now is not known; when it ends is not known.',
    ]);
    const input = { ...inputOf({ happenings: [fine] }), timelines: new Map() };
    expect(explain(input.definition, evaluate(input).status).at(-1)).toBe(
      'Never measured yet.',
    );
  });

  it('names the members of a composite', () => {
    const input = inputOf({ happenings: lasting(DAY, fine) });
    const [timeline] = input.timelines.values();
    const composite = {
      ...input,
      definition: definition({
        objectives: [
          objective({ key: 'x~1', displayName: 'Pay' }),
          objective({ key: 'x~2', target: '0.95', weight: 0.5 }),
        ],
      }),
      timelines: new Map([
        ['x~1', timeline],
        ['x~2', timeline],
      ]),
    };
    const sentences = explain(composite.definition, evaluate(composite).status);
    expect(sentences[0]).toBe(
      'The SLO has 2 members: Pay 99.9 % (weight 1), x~2 95 % (weight 0.5).',
    );
    expect(sentences[2]).toBe(
      'Consumption of the members adds up by weight to 0 %, so that 100 % is left.',
    );
  });
});
