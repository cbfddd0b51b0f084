import {
  COUNT_SCALE,
  RATIO_SCALE,
  SLICE_SECONDS,
  type BudgetingMethod,
  type Correction,
  type Slice,
  type SloDefinition,
  type SloObjective,
  type SloWindow,
} from '../../types';
import type { EvaluateInput, EvaluateOptions } from '../options';
import { defaultPolicy } from '../policy';
import { Timeline } from '../timeline';

/** 2026-11-01 00:00 UTC. */
export const NOVEMBER = Date.UTC(2026, 10, 1) / 1000;
export const DAY = 86_400;

export function objective(overrides: Partial<SloObjective> = {}): SloObjective {
  return {
    key: 'shop/order-service/availability',
    target: '0.999',
    weight: 1,
    indicator: {
      kind: 'ratio',
      counter: true,
      good: { query: 'good_total', type: 'prometheus' },
      total: { query: 'all_total', type: 'prometheus' },
    },
    ...overrides,
  };
}

export function rolling(value: number, unit: 'm' | 'h' | 'd' = 'd'): SloWindow {
  return { kind: 'rolling', duration: { value, unit } };
}

export function monthly(timeZone = 'UTC'): SloWindow {
  return {
    kind: 'calendar',
    duration: { value: 1, unit: 'M' },
    startTime: '2026-01-01 00:00:00',
    timeZone,
  };
}

export function definition(
  overrides: Partial<SloDefinition> = {},
): SloDefinition {
  return {
    id: 'shop/order-service/availability',
    entityRef: 'component:default/order-service',
    name: 'availability',
    displayName: 'Orders are accepted',
    service: 'order-service',
    labels: {},
    window: rolling(30),
    budgetingMethod: 'Occurrences',
    objectives: [objective()],
    alerts: [],
    format: 'openslo/v1',
    source: { file: 'slo.yaml', line: 1 },
    measurementHash: 'hash',
    ...overrides,
  };
}

/** What happened in one slice: numbers of events, or a state without them. */
export type Happening =
  | { good: number; total: number }
  | 'no-traffic'
  | 'no-data'
  | 'unmeasured';

/**
 * Slices from `start` on, each of which closes a time slice with the target
 * given: what the collector would write.
 */
export function slicesFrom(
  start: number,
  happenings: readonly Happening[],
  timeSliceTarget = 0.99,
): Slice[] {
  return happenings.map((happening, index) => {
    const end = start + (index + 1) * SLICE_SECONDS;
    if (typeof happening === 'string') {
      return { end, state: happening, good: 0, total: 0 };
    }
    const { good, total } = happening;
    return {
      end,
      state: 'measured',
      good: good * COUNT_SCALE,
      total: total * COUNT_SCALE,
      timeslice: good / total >= timeSliceTarget ? 'good' : 'bad',
      ratio: Math.round((good / total) * RATIO_SCALE),
    };
  });
}

/** The same thing happening for a time, as slices. */
export function lasting(seconds: number, happening: Happening): Happening[] {
  return Array.from({ length: seconds / SLICE_SECONDS }, () => happening);
}

export interface Scene {
  happenings: readonly Happening[];
  start?: number;
  method?: BudgetingMethod;
  target?: string;
  window?: SloWindow;
  corrections?: readonly Correction[];
  options?: EvaluateOptions;
  /** Seconds from the last slice to the clock. */
  lag?: number;
}

/** Input of the engine for an SLO with one objective. */
export function inputOf(scene: Scene): EvaluateInput {
  const only = objective({ target: scene.target ?? '0.999' });
  const timeline = Timeline.fromSlices(
    slicesFrom(scene.start ?? NOVEMBER, scene.happenings),
  ).withCorrections(scene.corrections ?? []);
  return {
    definition: definition({
      budgetingMethod: scene.method ?? 'Occurrences',
      window: scene.window ?? rolling(30),
      objectives: [only],
    }),
    timelines: new Map([[only.key, timeline]]),
    policy: defaultPolicy,
    now: timeline.last + (scene.lag ?? 60),
    options: scene.options,
  };
}

export function correction(
  from: number,
  to: number,
  overrides: Partial<Correction> = {},
): Correction {
  return {
    id: `${from}-${to}`,
    sloId: 'shop/order-service/availability',
    kind: 'planned-maintenance',
    range: { from, to },
    reason: 'Database upgrade',
    createdBy: 'user:default/amara-okafor',
    createdAt: '2026-11-01T00:00:00Z',
    ...overrides,
  };
}
