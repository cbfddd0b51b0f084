import type { Component } from '../types';
import type { Stream } from '../traffic/types';
import { paceOf } from './paces';
import type { IndicatorSpec, SloSpec, SloWindowSpec } from './types';

/** What is promised of a component and how it is measured. */
export interface Reliability {
  streams: Stream[];
  slos: SloSpec[];
}

/** A promise before it is known what measures it. */
export interface Promise {
  aspect: string;
  title: string;
  description: string;
  target: string;
}

/** Usual share of bad events: the pace at which the story spends the budget. */
export function usualBad(
  component: Component,
  { aspect, target }: Promise,
): number {
  return paceOf(component.name, aspect) * (1 - Number(target));
}

const month = (timeZone: string): SloWindowSpec => ({
  duration: '1M',
  startTime: '2026-01-01 00:00:00',
  timeZone,
});

/** Windows that differ from the usual 30 or 28 days. */
const windows: Readonly<Record<string, SloWindowSpec>> = {
  'api-gateway/availability': {
    duration: '1Q',
    startTime: '2026-01-01 00:00:00',
    timeZone: 'UTC',
  },
  'payment-webhook-receiver/latency': month('America/New_York'),
  'fulfilment-service/availability': month('America/Chicago'),
  'legacy-monolith/latency': month('America/New_York'),
  'loyalty-service/latency': month('Europe/Madrid'),
  'analytics-stream-job/windows': month('Europe/Berlin'),
};

function windowOf(key: string, aspect: string): SloWindowSpec {
  const weeks = aspect === 'latency' || aspect === 'speed';
  return windows[key] ?? { duration: weeks ? '28d' : '30d' };
}

/** Promises that count slices of time instead of events. */
const slices: Readonly<
  Record<string, Pick<SloSpec, 'method' | 'sliceTarget'>>
> = {
  'session-service/availability': {
    method: 'Timeslices',
    sliceTarget: '0.999',
  },
  'inventory-service/latency': { method: 'Timeslices', sliceTarget: '0.98' },
  'notification-service/processing': {
    method: 'Timeslices',
    sliceTarget: '0.99',
  },
  'api-gateway/latency': { method: 'RatioTimeslices' },
  'tax-service/latency': { method: 'RatioTimeslices' },
};

/** Completes a promise. */
export function promised(
  component: Component,
  promise: Promise,
  indicator: IndicatorSpec,
  stream?: SloSpec['stream'],
): SloSpec {
  const key = `${component.name.replace(/-\d+$/, '')}/${promise.aspect}`;
  return {
    ...promise,
    component: component.name,
    name: `${component.name}-${promise.aspect}`,
    window: windowOf(key, promise.aspect),
    indicator,
    stream,
    ...(slices[key] ?? { method: 'Occurrences' }),
  };
}
