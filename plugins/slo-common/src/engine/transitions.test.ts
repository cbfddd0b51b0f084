import fc from 'fast-check';
import { SLO_STATES, type SloState } from '../types';
import { status } from './__testUtils__/summaries';
import { defaultPolicy } from './policy';
import { stateOfRemaining } from './state';
import { detectTransition, type TransitionEvidence } from './transitions';

function evidence(
  remaining: number,
  overrides: Partial<TransitionEvidence['status']> = {},
): TransitionEvidence {
  return { status: status({ remaining, ...overrides }), policy: defaultPolicy };
}

describe('detectTransition', () => {
  it.each([
    [undefined, 'exhausted', undefined],
    ['healthy', 'healthy', undefined],
    ['healthy', 'at-risk', 'worse'],
    ['at-risk', 'exhausted', 'worse'],
    ['healthy', 'no-data', 'data-lost'],
    ['frozen', 'no-data', 'data-lost'],
    ['no-data', 'healthy', 'data-back'],
    ['no-data', 'at-risk', 'data-back'],
    ['no-data', 'frozen', 'worse'],
    ['not-measured', 'healthy', undefined],
    ['healthy', 'not-measured', undefined],
    ['at-risk', 'healthy', undefined],
    ['frozen', 'at-risk', 'better'],
    ['exhausted', 'healthy', 'better'],
  ] as const)('from %s to %s by states alone: %s', (previous, next, kind) => {
    expect(detectTransition(previous, next)?.kind).toBe(kind);
  });

  it.each([
    ['just above the limit', 0.51, {}, undefined],
    ['well above the limit', 0.53, {}, 'better'],
    [
      'well above, but still burning',
      0.53,
      { burn: [{ lookback: '6h', rate: 1.5, coverage: 1 }] },
      undefined,
    ],
    [
      'well above, burning no more',
      0.53,
      {
        burn: [
          { lookback: '6h', rate: 0.9, coverage: 1 },
          { lookback: '3d', rate: 9, coverage: 1 },
        ],
      },
      'better',
    ],
  ] as const)('at risk, then %s', (_name, remaining, overrides, kind) => {
    expect(
      detectTransition(
        'at-risk',
        'healthy',
        evidence(remaining, {
          ...overrides,
          burn: [...(('burn' in overrides && overrides.burn) || [])],
        }),
      )?.kind,
    ).toBe(kind);
  });

  it('does not believe an improvement without a figure', () => {
    const unknown = evidence(0.9);
    unknown.status = { ...unknown.status, remaining: undefined };
    expect(detectTransition('at-risk', 'healthy', unknown)).toBeUndefined();
  });

  it('waits for coverage well above the floor before data is back', () => {
    expect(
      detectTransition('no-data', 'healthy', evidence(0.9, { coverage: 0.91 })),
    ).toBeUndefined();
    expect(
      detectTransition('no-data', 'healthy', evidence(0.9, { coverage: 0.96 }))
        ?.kind,
    ).toBe('data-back');
  });

  it('tells a budget that wobbles around any limit at most once', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(0, 0.1, 0.25, 0.5),
        fc.array(fc.double({ min: -0.009, max: 0.009, noNaN: true }), {
          maxLength: 50,
        }),
        (limit, wobble) => {
          let told: SloState = stateOfRemaining(limit + 0.01, defaultPolicy);
          let notifications = 0;
          for (const each of wobble) {
            const remaining = limit + each;
            const next = stateOfRemaining(remaining, defaultPolicy);
            const news = detectTransition(told, next, evidence(remaining));
            if (news) {
              told = news.to;
              notifications += 1;
            }
          }
          expect(notifications).toBeLessThanOrEqual(1);
        },
      ),
    );
  });

  it('never tells the same state twice in a row, and always that it got worse', () => {
    const ranks: SloState[] = [
      'healthy',
      'at-risk',
      'critical',
      'frozen',
      'exhausted',
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...SLO_STATES),
        fc.constantFrom(...SLO_STATES),
        (previous, next) => {
          const news = detectTransition(previous, next);
          expect([undefined, next]).toContain(news?.to);
          expect(news !== undefined && previous === next).toBe(false);
          const before = ranks.indexOf(previous);
          const worse = before >= 0 && ranks.indexOf(next) > before;
          expect(worse && news?.kind !== 'worse').toBe(false);
        },
      ),
    );
  });
});
