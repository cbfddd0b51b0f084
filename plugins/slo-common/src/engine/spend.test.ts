import type { ReliabilityEvent } from '../types';
import {
  DAY,
  inputOf,
  lasting,
  monthly,
  NOVEMBER,
  objective,
  slicesFrom,
  type Scene,
} from './__testUtils__/fixtures';
import { Timeline } from './timeline';
import { requiredTimes } from './requiredTimes';
import { eventSpend, eventSpends } from './spend';
import { spendRange, spendTimes } from './spendRange';

const fine = { good: 1000, total: 1000 };
const down = { good: 0, total: 1000 };
const OUTAGE = NOVEMBER + 20 * DAY;

/** 30 days with 15 minutes of outage on the 21st: 69.4 % of 99.95 %. */
const scene: Scene = {
  happenings: [
    ...lasting(20 * DAY, fine),
    ...lasting(900, down),
    ...lasting(10 * DAY - 900, fine),
  ],
  target: '0.9995',
};

function deploy(
  start: number,
  overrides: Partial<ReliabilityEvent> = {},
): ReliabilityEvent {
  return {
    id: `deploy-${start}`,
    kind: 'deploy',
    entityRef: 'component:default/order-service',
    title: 'v1.2.3',
    environment: 'prod',
    start,
    ...overrides,
  };
}

function incident(start: number, end?: number): ReliabilityEvent {
  return {
    ...deploy(start),
    id: 'incident',
    kind: 'incident',
    title: 'P1',
    end,
  };
}

describe('spendRange', () => {
  it.each([
    ['a deploy: one hour', deploy(600), undefined, [600, 4200]],
    [
      'a deploy within a slice: from its slice',
      deploy(700),
      undefined,
      [600, 4500],
    ],
    ['a deploy before the next', deploy(600), 1800, [600, 1800]],
    ['a deploy in the slice of the next', deploy(610), 640, [600, 900]],
    ['an incident', incident(700, 5000), undefined, [600, 5100]],
    [
      'an incident that ended at once',
      incident(600, 600),
      undefined,
      [600, 900],
    ],
    ['an open incident: until now', incident(600), undefined, [600, 9000]],
    ['an open incident of now', incident(9100), undefined, [9000, 9300]],
  ] as const)('%s', (_name, event, next, [from, to]) => {
    expect(spendRange(event, 9000, next)).toEqual({ from, to });
  });
});

describe('eventSpend', () => {
  it.each([
    ['the deploy before the outage', deploy(OUTAGE - 600), 15 / 21.6, true],
    ['the deploy one hour earlier', deploy(OUTAGE - 3600), 0, false],
    [
      'the incident over the outage',
      incident(OUTAGE, OUTAGE + 900),
      15 / 21.6,
      true,
    ],
    ['a third of the outage', incident(OUTAGE, OUTAGE + 300), 5 / 21.6, true],
    [
      'an incident a day later',
      incident(OUTAGE + DAY, OUTAGE + DAY + 900),
      0,
      false,
    ],
  ])('of %s', (_name, event, spent, needsPostmortem) => {
    const answer = eventSpend(event, inputOf(scene));
    expect(answer.spent).toBeCloseTo(spent, 12);
    expect(answer.needsPostmortem).toBe(needsPostmortem);
  });

  it('needs a postmortem only above the share of the policy', () => {
    const input = inputOf(scene);
    const exact = eventSpend(incident(OUTAGE, OUTAGE + 300), input).spent ?? 0;
    const policy = { ...input.policy, postmortemShare: exact };
    expect(
      eventSpend(incident(OUTAGE, OUTAGE + 300), { ...input, policy })
        .needsPostmortem,
    ).toBe(false);
  });

  it.each([
    [
      'before the first measurement',
      incident(NOVEMBER - DAY, NOVEMBER - DAY + 900),
    ],
    ['after the last', deploy(NOVEMBER + 31 * DAY)],
  ])('says nothing %s', (_name, event) => {
    expect(eventSpend(event, inputOf(scene))).toMatchObject({
      spent: undefined,
      needsPostmortem: false,
    });
  });

  it('says nothing where the stretch was not measured', () => {
    const happenings = [
      ...lasting(DAY, fine),
      ...lasting(3600, 'unmeasured' as const),
      ...lasting(DAY, fine),
    ];
    expect(
      eventSpend(deploy(NOVEMBER + DAY), inputOf({ happenings })).spent,
    ).toBeUndefined();
  });

  it('blames an incident for the hour that it made bad, which closes later', () => {
    const input = inputOf({ ...scene, method: 'Timeslices', target: '0.99' });
    const hourly = objective({ target: '0.99', timeSliceMinutes: 60 });
    const slices = slicesFrom(NOVEMBER, scene.happenings).map(slice => ({
      ...slice,
      ratio: undefined,
      timeslice:
        slice.end % 3600 === 0
          ? ((slice.end === OUTAGE + 3600 ? 'bad' : 'good') as 'bad' | 'good')
          : undefined,
    }));
    const answer = eventSpend(incident(OUTAGE, OUTAGE + 900), {
      ...input,
      definition: { ...input.definition, objectives: [hourly] },
      timelines: new Map([[hourly.key, Timeline.fromSlices(slices)]]),
    });
    expect(answer.spent).toBeCloseTo(1 / 7.2, 12);
    expect([answer.from, answer.to]).toEqual([OUTAGE, OUTAGE + 900]);
  });

  it('measures an event of last month by the budget of its month', () => {
    const input = inputOf({
      happenings: [...scene.happenings, ...lasting(3 * DAY, fine)],
      method: 'Timeslices',
      target: '0.9995',
      window: monthly(),
    });
    const answer = eventSpend(incident(OUTAGE, OUTAGE + 900), input);
    expect(answer.spent).toBeCloseTo(15 / 21.6, 12);
  });
});

describe('eventSpends', () => {
  it('ends a deploy with the next of its environment, and adds up to what was consumed', () => {
    const spends = eventSpends(
      [
        deploy(OUTAGE + 300),
        deploy(OUTAGE - 1200),
        deploy(OUTAGE - 600, { environment: 'stage' }),
      ],
      inputOf(scene),
    );
    expect(spends.map(({ event, to }) => [event.environment, to])).toEqual([
      ['prod', OUTAGE + 300],
      ['stage', OUTAGE + 3000],
      ['prod', OUTAGE + 3900],
    ]);
    const prod = spends.filter(({ event }) => event.environment === 'prod');
    expect((prod[0].spent ?? 0) + (prod[1].spent ?? 0)).toBeCloseTo(
      15 / 21.6,
      12,
    );
  });
});

describe('spendTimes', () => {
  it.each([
    ['events', 'Occurrences', 5],
    ['time slices of an hour', 'Timeslices', 60],
  ] as const)(
    'are all that the points of %s need',
    (_name, method, minutes) => {
      const events = [
        deploy(OUTAGE - 1234),
        deploy(OUTAGE + 333),
        incident(OUTAGE + 17, OUTAGE + 1000),
        incident(NOVEMBER + 30 * DAY - 500),
      ];
      const only = objective({ target: '0.99', timeSliceMinutes: minutes });
      const happenings = Array.from({ length: 30 * 288 }, (_, index) => ({
        good: 980 - ((index * index) % 17),
        total: 1000,
      }));
      const input = inputOf({ happenings, method });
      const [all] = input.timelines.values();
      const defined = { ...input.definition, objectives: [only] };
      const times = [
        ...spendTimes(defined, events, all.last),
        ...requiredTimes(defined, all.last, []),
      ];
      const coarse = Timeline.fromPoints(
        times.map(time => ({ time, sums: all.at(time) })),
        { measuredSince: all.first },
      );
      const [exact, quick] = [all, coarse].map(timeline =>
        eventSpends(events, {
          ...input,
          definition: defined,
          timelines: new Map([[only.key, timeline]]),
        }),
      );
      expect(quick).toEqual(exact);
      expect(exact.filter(({ spent }) => (spent ?? 0) > 0)).toHaveLength(4);
    },
  );
});
