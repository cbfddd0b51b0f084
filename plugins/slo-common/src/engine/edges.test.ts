import type { BudgetStatus } from '../types';
import {
  correction,
  DAY,
  lasting,
  monthly,
  NOVEMBER,
  rolling,
  type Scene,
} from './__testUtils__/fixtures';
import { DOWN, FINE, statusOf } from './__testUtils__/scenes';

describe('figures at the edges are never NaN or infinite', () => {
  const edges: [string, Scene, Partial<BudgetStatus>][] = [
    [
      'no traffic at all',
      { happenings: lasting(DAY, 'no-traffic'), window: rolling(1) },
      {
        state: 'no-data',
        sli: undefined,
        remaining: undefined,
        confidence: 'none',
        coverage: 1,
      },
    ],
    [
      'all bad',
      { happenings: lasting(DAY, DOWN), window: rolling(1) },
      {
        state: 'exhausted',
        sli: 0,
        remaining: -999,
        countdown: { kind: 'exhausted' },
      },
    ],
    [
      'exactly nothing left',
      {
        happenings: [...lasting(DAY - 300, FINE), { good: 712, total: 1000 }],
        window: rolling(1),
      },
      {
        state: 'frozen',
        remaining: 0,
        consumed: 1,
        countdown: { kind: 'exhausted' },
      },
    ],
    [
      'overspent by one event',
      {
        happenings: [...lasting(DAY - 300, FINE), { good: 711, total: 1000 }],
        window: rolling(1),
      },
      { state: 'exhausted', countdown: { kind: 'exhausted' } },
    ],
    [
      'one good request',
      {
        happenings: [
          ...lasting(DAY - 300, 'no-traffic'),
          { good: 1, total: 1 },
        ],
        window: rolling(1),
      },
      {
        state: 'healthy',
        remaining: 1,
        events: 1,
        confidence: 'low',
        smallestStep: 1000,
      },
    ],
    [
      'one bad request',
      {
        happenings: [
          ...lasting(DAY - 300, 'no-traffic'),
          { good: 0, total: 1 },
        ],
        window: rolling(1),
      },
      { state: 'exhausted', remaining: -999, confidence: 'low' },
    ],
    [
      'a fraction of an event, as increase() gives it',
      {
        happenings: [
          ...lasting(DAY - 300, 'no-traffic'),
          { good: 0.5, total: 0.5 },
        ],
        window: rolling(1),
      },
      { state: 'healthy', remaining: 1, events: 0.5 },
    ],
    [
      'the source does not know the series',
      { happenings: lasting(DAY, 'no-data'), window: rolling(1) },
      { state: 'no-data', sli: undefined, coverage: 0, quality: 'partial' },
    ],
    [
      'the source never answered',
      { happenings: lasting(DAY, 'unmeasured'), window: rolling(1) },
      { state: 'no-data', sli: undefined, coverage: 0 },
    ],
    [
      'coverage exactly at the floor',
      {
        happenings: [...lasting(9 * 300, FINE), 'unmeasured'],
        window: rolling(50, 'm'),
      },
      { state: 'healthy', coverage: 0.9, quality: 'partial' },
    ],
    [
      'coverage below the floor',
      {
        happenings: [...lasting(8 * 300, FINE), 'unmeasured', 'no-data'],
        window: rolling(50, 'm'),
      },
      { state: 'no-data', remaining: 1, coverage: 0.8, quality: 'partial' },
    ],
    [
      'a single slice',
      { happenings: [FINE] },
      { state: 'healthy', remaining: 1, quality: 'partial' },
    ],
    [
      'a window excluded as a whole',
      {
        happenings: lasting(DAY, DOWN),
        window: rolling(1),
        corrections: [correction(NOVEMBER, NOVEMBER + DAY)],
      },
      { state: 'no-data', remaining: undefined, coverage: 0 },
    ],
    [
      'time slices without any closed one',
      {
        happenings: lasting(DAY, 'no-traffic'),
        method: 'Timeslices',
        window: monthly(),
      },
      { state: 'no-data', remaining: undefined, budget: undefined },
    ],
  ];

  it.each(edges)('%s', (_name, scene, expected) => {
    const status = statusOf(scene);
    expect(status).toMatchObject(expected);
    const numbers = JSON.stringify(status, (_key, value) =>
      typeof value === 'number' && !Number.isFinite(value) ? 'BROKEN' : value,
    );
    expect(numbers).not.toContain('BROKEN');
    expect(status.state === 'no-data' && status.reasons.length === 0).toBe(
      false,
    );
  });
});
