import type { Component } from '../types';
import { normalQuantile } from './normal';
import { rateOf } from './rates';
import type { Duration, Part, Profile, Stream } from './types';

/** Buckets of the golden path (templates/node-service, src/metrics.ts). */
export const httpBounds = [
  0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.3, 0.5, 1, 2.5, 5,
];

const slowBounds = [0.1, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 1800, 3600];
const pageBounds = [0.5, 1, 1.5, 2, 2.5, 4, 8];

/**
 * Durations of which a share is above a limit.
 *
 * @param limit - seconds; one of `bounds`
 * @param above - share above the limit, between 0 and 1
 */
export function durationAround(
  limit: number,
  above: number,
  bounds: readonly number[],
): Duration {
  const sigma = 0.6;
  const z = normalQuantile(1 - Math.min(Math.max(above, 1e-6), 0.9));
  return { median: limit / Math.exp(sigma * z), sigma, limit, bounds };
}

/** What a stream is made of besides the component. */
export interface StreamOptions {
  /** Usual share of bad events. */
  bad?: number;
  /** Seconds that an objective allows, and the share that usually takes longer. */
  slow?: { limit: number; above: number };
  /** Compared with the rate of the component. */
  factor?: number;
}

function profileOf(component: Component): Profile {
  if (component.name === 'payment-reconciliation') {
    return 'night';
  }
  const forStaff = [
    'admin-dashboard',
    'risk-console',
    'insight-dashboards',
    'arctiq-portal',
    'continuous-delivery',
  ];
  return forStaff.includes(component.name) ? 'staff' : 'shoppers';
}

function stream(
  component: Component,
  what: string,
  metric: string,
  parts: readonly Part[],
  bounds: readonly number[] | undefined,
  { bad = 0, slow, factor = 1 }: StreamOptions,
): Stream {
  return {
    id: `${component.name}/${what}`,
    component: component.name,
    namespace: component.team,
    regions: component.regions,
    instances:
      component.tier === 1 && component.runtime === 'kubernetes' ? 2 : 1,
    metric,
    profile: profileOf(component),
    rate: rateOf(component) * factor,
    bad,
    parts,
    duration:
      bounds && durationAround(slow?.limit ?? 1, slow?.above ?? 1e-5, bounds),
  };
}

/** Routes of which an HTTP service counts requests. */
export interface Routes {
  read: string;
  write: string;
}

/** Requests that a component serves. */
export function requests(
  component: Component,
  { read, write }: Routes,
  options: StreamOptions,
): Stream {
  const part = (
    method: string,
    route: string,
    status: string,
    share: number,
  ): Part => ({
    labels: { method, route, status_code: status },
    share,
    bad: status.startsWith('5'),
  });
  const parts = [
    part('GET', read, '200', 0.76),
    part('GET', read, '404', 0.015),
    part('POST', write, '201', 0.225),
    part('GET', read, '500', 0.7),
    part('POST', write, '503', 0.3),
  ];
  return stream(
    component,
    'requests',
    'http_server_request_duration_seconds',
    parts,
    httpBounds,
    options,
  );
}

/** Messages that a component takes from topics. */
export function messages(
  component: Component,
  topics: readonly string[],
  options: StreamOptions,
): Stream {
  const parts = topics.flatMap((topic): Part[] => {
    const labels = {
      messaging_system: 'kafka',
      messaging_operation_name: 'process',
      messaging_destination_name: topic,
    };
    // An error type is only there where there was an error, as OpenTelemetry has it.
    return [
      { labels, share: 1 / topics.length, bad: false },
      {
        labels: { ...labels, error_type: 'timeout' },
        share: 1 / topics.length,
        bad: true,
      },
    ];
  });
  return stream(
    component,
    'messages',
    'messaging_process_duration_seconds',
    parts,
    httpBounds,
    options,
  );
}

/** How old messages are when they are through. */
export function ages(
  component: Component,
  topics: readonly string[],
  options: StreamOptions,
): Stream {
  const parts = topics.map(
    (topic): Part => ({
      labels: { messaging_destination_name: topic },
      share: 1 / topics.length,
      bad: false,
    }),
  );
  return stream(
    component,
    'age',
    'messaging_message_age_seconds',
    parts,
    slowBounds,
    options,
  );
}

/** Durations of one kind of thing. */
export function durations(
  component: Component,
  what: string,
  metric: string,
  options: StreamOptions,
): Stream {
  const parts = [{ labels: {}, share: 1, bad: false }];
  return stream(component, what, metric, parts, pageBounds, options);
}

/** Things that end well or not; the label says which. */
export function outcomes(
  component: Component,
  what: string,
  metric: string,
  [label, good, bad]: [string, string, string],
  options: StreamOptions,
): Stream {
  const parts = [
    { labels: { [label]: good }, share: 1, bad: false },
    { labels: { [label]: bad }, share: 1, bad: true },
  ];
  return stream(component, what, metric, parts, undefined, options);
}
