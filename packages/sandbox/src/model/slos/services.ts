import type { Component } from '../types';
import {
  outcomes,
  messages,
  requests,
  type Routes,
  ages,
} from '../traffic/streams';
import { type Promise, promised, type Reliability, usualBad } from './promise';
import { goodOf, within } from './queries';

/** What else of the model decides which promises a component makes. */
export interface Surroundings {
  routes: Routes;
  /** Topics that it reads and writes. */
  consumes: readonly string[];
  publishes: readonly string[];
}

const availability: Record<number, string> = {
  1: '0.9995',
  2: '0.999',
  3: '0.995',
};

/** company.md, section 2: limits in seconds and the share that must stay within. */
const latency: Readonly<Record<string, [number, string]>> = {
  'order-service': [1, '0.95'],
  'payment-service': [1, '0.95'],
  'storefront-bff': [0.3, '0.95'],
  'search-service': [0.3, '0.95'],
  'recommendation-service': [0.3, '0.95'],
  'session-service': [0.05, '0.99'],
  'legacy-monolith': [1, '0.9'],
  'route-planner': [2.5, '0.95'],
};

function milliseconds(seconds: number): string {
  return seconds < 1 ? `${seconds * 1000} ms` : `${seconds} s`;
}

function third(
  component: Component,
  { consumes, publishes }: Surroundings,
): Reliability {
  if (consumes.length > 0) {
    const promise: Promise = {
      aspect: 'processing',
      title: 'Events processed',
      description: `Events of ${consumes.join(
        ', ',
      )} that are processed without an error`,
      target: component.tier === 1 ? '0.999' : '0.995',
    };
    const stream = messages(component, consumes, {
      bad: usualBad(component, promise),
      factor: 0.4,
    });
    return {
      streams: [stream],
      slos: [
        promised(component, promise, goodOf(stream, 'error_type=""'), {
          id: stream.id,
          by: 'bad',
        }),
      ],
    };
  }
  if (publishes.length > 0) {
    const promise: Promise = {
      aspect: 'freshness',
      title: 'Events published in time',
      description: `Events of ${publishes.join(
        ', ',
      )} that are published within 500 ms of the change`,
      target: '0.99',
    };
    const above = usualBad(component, promise);
    const stream = ages(component, publishes, {
      slow: { limit: 0.5, above },
      factor: 0.3,
    });
    return {
      streams: [stream],
      slos: [
        promised(component, promise, within(stream, 0.5), {
          id: stream.id,
          by: 'slow',
        }),
      ],
    };
  }
  const promise: Promise = {
    aspect: 'correctness',
    title: 'Correct answers',
    description: 'Answers that the sampling check confirms',
    target: '0.999',
  };
  const stream = outcomes(
    component,
    'checks',
    'service_answer_checks_total',
    ['result', 'correct', 'wrong'],
    {
      bad: usualBad(component, promise),
      factor: 0.1,
    },
  );
  return {
    streams: [stream],
    slos: [
      promised(component, promise, goodOf(stream, 'result="correct"'), {
        id: stream.id,
        by: 'bad',
      }),
    ],
  };
}

/** What a component that answers requests promises: to answer, in time, and rightly. */
export function serviceReliability(
  component: Component,
  surroundings: Surroundings,
): Reliability {
  const answered: Promise = {
    aspect: 'availability',
    title: 'Availability',
    description: 'Requests that are not answered with a server error',
    target: availability[component.tier],
  };
  const [limit, target] = latency[component.name.replace(/-\d+$/, '')] ?? [
    0.2,
    '0.99',
  ];
  const fast: Promise = {
    aspect: 'latency',
    title: 'Latency',
    description: `Requests that are answered within ${milliseconds(limit)}`,
    target,
  };
  const stream = requests(component, surroundings.routes, {
    bad: usualBad(component, answered),
    slow: { limit, above: usualBad(component, fast) },
  });
  const more = third(component, surroundings);
  return {
    streams: [stream, ...more.streams],
    slos: [
      promised(component, answered, goodOf(stream, 'status_code!~"5.."'), {
        id: stream.id,
        by: 'bad',
      }),
      promised(component, fast, within(stream, limit), {
        id: stream.id,
        by: 'slow',
      }),
      ...more.slos,
    ],
  };
}
