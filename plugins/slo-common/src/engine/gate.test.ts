import fc from 'fast-check';
import {
  SLO_STATES,
  type EventSpend,
  type Exemption,
  type SloSummary,
} from '../types';
import { status, summary } from './__testUtils__/summaries';
import { decideGate } from './gate';
import type { GateInput } from './gateReason';
import { defaultPolicy } from './policy';

const NOW = 1_793_500_200;

function ask(summaries: SloSummary[], overrides: Partial<GateInput> = {}) {
  return decideGate({
    entityRef: 'component:default/order-service',
    environment: 'prod',
    summaries,
    policy: defaultPolicy,
    exemptions: [],
    now: NOW,
    maxAgeSeconds: 1800,
    ...overrides,
  });
}

function exemption(overrides: Partial<Exemption> = {}): Exemption {
  return {
    id: 'x1',
    entityRef: 'component:default/order-service',
    cause: 'security-fix',
    reason: 'CVE-2026-1234 must be closed today.',
    grantedBy: 'user:default/vp-engineering',
    grantedAt: new Date((NOW - 3600) * 1000).toISOString(),
    expiresAt: new Date((NOW + 3600) * 1000).toISOString(),
    ...overrides,
  };
}

const healthy = summary({ id: 'a', displayName: 'A' });
const risky = summary({
  id: 'b',
  displayName: 'B',
  status: status({ remaining: 0.3, state: 'at-risk' }),
});
const frozen = summary({
  id: 'c',
  displayName: 'Checkout works',
  status: status({ remaining: 0.04, state: 'frozen' }),
});
const blind = summary({
  id: 'd',
  displayName: 'D',
  status: status({
    remaining: 0.9,
    coverage: 0.5,
    state: 'no-data',
    quality: 'partial',
    reasons: ['50 % of the slices in the window are known.'],
  }),
});
const unmeasured = summary({
  id: 'e',
  displayName: 'E',
  status: {
    ...status({
      state: 'not-measured',
      quality: 'not-measured',
      reasons: ['Never measured yet.'],
    }),
    remaining: undefined,
    consumed: undefined,
    watermark: undefined,
  },
});
const old = summary({
  id: 'f',
  status: status({ watermark: NOW - 1801, quality: 'stale' }),
});
const oldFrozen = summary({
  id: 'g',
  status: status({
    watermark: NOW - 90_000,
    remaining: -1,
    state: 'exhausted',
    quality: 'stale',
  }),
});

describe('decideGate', () => {
  it.each([
    ['nothing', [], 'unknown'],
    ['a healthy SLO', [healthy], 'allow'],
    ['one at risk', [healthy, risky], 'caution'],
    ['a frozen one', [healthy, risky, frozen], 'freeze'],
    ['one with too little data', [healthy, blind], 'unknown'],
    ['one that was never measured', [healthy, risky, unmeasured], 'unknown'],
    ['figures that are too old', [healthy, old], 'unknown'],
    ['old figures that froze', [healthy, oldFrozen], 'freeze'],
    ['a frozen and an unknown one', [frozen, unmeasured], 'freeze'],
  ])('of %s', (_name, summaries, decision) => {
    expect(ask(summaries).decision).toBe(decision);
  });

  it('accepts figures of exactly the age allowed', () => {
    const atLimit = summary({
      status: status({ watermark: NOW - 1800, quality: 'stale' }),
    });
    expect(ask([atLimit]).decision).toBe('allow');
  });

  it('is cautious with a budget that burns, though enough is left', () => {
    const burning = summary({
      status: status({
        state: 'at-risk',
        currentBurn: 14.4,
        countdown: { kind: 'at', time: NOW + 86_400 },
      }),
    });
    const answer = ask([burning]);
    expect(answer.decision).toBe('caution');
    expect(answer.policy?.name).toBe('Ship freely');
    expect(answer.reasons[0].message).toBe(
      'Orders are accepted: 80 % of the error budget is left. Ship freely: Features and fixes ship as usual. It burns 14.4 times the even pace and ends at 2026-11-02 02:30 UTC.',
    );
  });

  it('keeps a frozen figure with too little data frozen', () => {
    const answer = ask([
      summary({
        status: status({
          remaining: -2,
          coverage: 0.4,
          state: 'no-data',
          quality: 'partial',
        }),
      }),
    ]);
    expect(answer.decision).toBe('freeze');
  });

  it('tells the worst first, what is left, and the deploy that spent most', () => {
    const spend = (
      title: string,
      spent: number,
      kind: 'deploy' | 'incident' = 'deploy',
    ): EventSpend => ({
      event: {
        id: title,
        kind,
        entityRef: 'component:default/order-service',
        title,
        url: `https://ci/${title}`,
        start: 0,
      },
      spent,
      from: 0,
      to: 3600,
      needsPostmortem: false,
    });
    const answer = ask([healthy, frozen], {
      spends: new Map([
        [
          'c',
          [
            spend('v1.4.0', 0.1),
            spend('v1.4.1', 0.62),
            spend('INC-9', 0.9, 'incident'),
          ],
        ],
      ]),
    });
    expect(answer).toMatchObject({
      decision: 'freeze',
      budgetRemaining: 0.04,
      policy: { name: 'Gate frozen' },
      asOf: new Date(1_793_500_000_000).toISOString(),
    });
    expect(answer.reasons.map(({ sloId }) => sloId)).toEqual(['c', 'a']);
    expect(answer.reasons[0]).toMatchObject({
      spentBy: { title: 'v1.4.1', url: 'https://ci/v1.4.1', spent: 0.62 },
      message:
        'Checkout works: 4 % of the error budget is left. Gate frozen: Promotion gate 4 stops every deploy; an exemption needs a VP. The deploy that spent most is v1.4.1 with 62 % of the budget.',
    });
  });

  it('says that a stale figure is too old and how old', () => {
    expect(ask([old]).reasons[0].message).toContain(
      'as it was 30 min ago, too old to allow anything',
    );
    expect(ask([oldFrozen]).reasons[0].message).toContain(
      'overspent by 100 % of it, as it was 25 h ago',
    );
    expect(ask([unmeasured]).reasons[0].message).toBe(
      'E: how much is left is not known. Never measured yet.',
    );
    expect(ask([blind]).reasons[0].message).toContain(
      'which is not certain. 50 % of the slices',
    );
  });

  it('takes fresher statuses before those of the summaries', () => {
    const statuses = new Map([
      ['a', status({ remaining: 0.05, state: 'frozen' })],
    ]);
    expect(ask([healthy], { statuses }).decision).toBe('freeze');
  });

  it('has no figure when nothing is known', () => {
    expect(ask([unmeasured])).toMatchObject({
      budgetRemaining: undefined,
      policy: undefined,
      asOf: undefined,
    });
  });

  it('turns a freeze into caution by an exemption, and says who granted it and why', () => {
    const answer = ask([frozen], { exemptions: [exemption()] });
    expect(answer.decision).toBe('caution');
    expect(answer.exemption?.id).toBe('x1');
    expect(answer.reasons[0].message).toMatch(
      /Exempted by user:default\/vp-engineering until .*: CVE-2026-1234/,
    );
  });

  it.each([
    ['ended', exemption({ expiresAt: new Date(NOW * 1000).toISOString() })],
    [
      'not begun',
      exemption({ grantedAt: new Date((NOW + 1) * 1000).toISOString() }),
    ],
    [
      'revoked',
      exemption({
        revoked: { by: 'user:default/mei', at: '2026-11-01T00:00:00Z' },
      }),
    ],
    [
      'of another component',
      exemption({ entityRef: 'component:default/cart-service' }),
    ],
    ['for another environment', exemption({ environment: 'stage' })],
    ['without a valid end', exemption({ expiresAt: 'soon' })],
  ])('ignores an exemption that is %s', (_name, each) => {
    const answer = ask([frozen], { exemptions: [each] });
    expect(answer).toMatchObject({ decision: 'freeze', exemption: undefined });
  });

  it('does not turn unknown into anything by an exemption', () => {
    const exemptions = [exemption()];
    expect(ask([unmeasured], { exemptions }).decision).toBe('unknown');
    expect(ask([frozen, unmeasured], { exemptions }).decision).toBe('unknown');
  });

  it('never allows on stale, missing or frozen figures', () => {
    const anySummary = fc
      .record({
        remaining: fc.option(fc.double({ min: -3, max: 1, noNaN: true }), {
          nil: undefined,
        }),
        state: fc.constantFrom(...SLO_STATES),
        age: fc.nat(4000),
      })
      .map(({ remaining, state, age }) =>
        summary({
          status: { ...status({ state, watermark: NOW - age }), remaining },
        }),
      );
    fc.assert(
      fc.property(
        fc.array(anySummary, { maxLength: 4 }),
        fc.boolean(),
        (summaries, exempted) => {
          const { decision } = ask(summaries, {
            exemptions: exempted ? [exemption()] : [],
          });
          const doubtful =
            summaries.length === 0 ||
            summaries.some(
              ({ status: each }) =>
                each.remaining === undefined ||
                each.remaining < 0.5 ||
                each.state !== 'healthy' ||
                NOW - (each.watermark ?? 0) > 1800,
            );
          expect(decision === 'allow').toBe(!doubtful);
        },
      ),
    );
  });
});
