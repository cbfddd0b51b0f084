import type { Component } from '../types';
import {
  ages,
  durations,
  messages,
  outcomes,
  requests,
} from '../traffic/streams';
import { type Promise, promised, type Reliability, usualBad } from './promise';
import { goodOf, within } from './queries';
import type { Surroundings } from './services';

/** Seconds within which a worker must be through with a message; 60 where not named. */
const freshness: Readonly<Record<string, number>> = {
  'stock-projector': 0.5,
  'search-indexer': 5,
  'order-outbox-relay': 0.5,
  'payment-outbox-relay': 0.5,
  'order-saga-orchestrator': 2.5,
  'fraud-signal-worker': 5,
  'privacy-request-worker': 3600,
  'payment-reconciliation': 1800,
  'sap-connector': 300,
};

const processing: Record<number, string> = {
  1: '0.9995',
  2: '0.999',
  3: '0.99',
};

/** What a worker promises: to process, in time, and to put little aside. */
export function workerReliability(
  component: Component,
  { consumes, publishes }: Surroundings,
): Reliability {
  const topics =
    consumes.length > 0
      ? consumes
      : [...publishes, `${component.name}.jobs`].slice(0, 1);
  const limit = freshness[component.name.replace(/-\d+$/, '')] ?? 60;
  const done: Promise = {
    aspect: 'processing',
    title: 'Messages processed',
    description: 'Messages that are processed without an error',
    target: processing[component.tier],
  };
  const fresh: Promise = {
    aspect: 'freshness',
    title: 'Freshness',
    description: `Messages that are through within ${limit} s of the event`,
    target: component.tier === 3 ? '0.95' : '0.99',
  };
  const kept: Promise = {
    aspect: 'dead-letters',
    title: 'Few dead letters',
    description: 'Messages that do not end on the dead letter topic',
    target: '0.999',
  };
  const handled = messages(component, topics, {
    bad: usualBad(component, done),
  });
  const aged = ages(component, topics, {
    slow: { limit, above: usualBad(component, fresh) },
  });
  const settled = outcomes(
    component,
    'settled',
    'messaging_settled_messages_total',
    ['outcome', 'acknowledged', 'dead_lettered'],
    {
      bad: usualBad(component, kept),
    },
  );
  return {
    streams: [handled, aged, settled],
    slos: [
      promised(component, done, goodOf(handled, 'error_type=""'), {
        id: handled.id,
        by: 'bad',
      }),
      promised(component, fresh, within(aged, limit), {
        id: aged.id,
        by: 'slow',
      }),
      promised(component, kept, goodOf(settled, 'outcome="acknowledged"'), {
        id: settled.id,
        by: 'bad',
      }),
    ],
  };
}

/** What a website promises, measured in the browser. */
export function websiteReliability(component: Component): Reliability {
  const loaded: Promise = {
    aspect: 'availability',
    title: 'Pages loaded',
    description: 'Page views that load without an error',
    target: component.tier === 1 ? '0.999' : '0.995',
  };
  const quick: Promise = {
    aspect: 'speed',
    title: 'Page speed',
    description: 'Page views whose largest element is there within 1.5 s',
    target: '0.9',
  };
  const smooth: Promise = {
    aspect: 'interaction',
    title: 'Interaction',
    description: 'Interactions that show their effect within 500 ms',
    target: '0.95',
  };
  const pages = outcomes(
    component,
    'pages',
    'browser_page_loads_total',
    ['outcome', 'success', 'error'],
    {
      bad: usualBad(component, loaded),
    },
  );
  const paints = durations(
    component,
    'paints',
    'browser_largest_contentful_paint_seconds',
    {
      slow: { limit: 1.5, above: usualBad(component, quick) },
    },
  );
  const inputs = durations(
    component,
    'inputs',
    'browser_interaction_to_next_paint_seconds',
    {
      slow: { limit: 0.5, above: usualBad(component, smooth) },
      factor: 3,
    },
  );
  return {
    streams: [pages, paints, inputs],
    slos: [
      promised(component, loaded, goodOf(pages, 'outcome="success"'), {
        id: pages.id,
        by: 'bad',
      }),
      promised(component, quick, within(paints, 1.5), {
        id: paints.id,
        by: 'slow',
      }),
      promised(component, smooth, within(inputs, 0.5), {
        id: inputs.id,
        by: 'slow',
      }),
    ],
  };
}

/** What an app promises, measured on the devices. */
export function appReliability(component: Component): Reliability {
  const stable: Promise = {
    aspect: 'sessions',
    title: 'Sessions without a crash',
    description: 'Sessions that do not end in a crash',
    target: component.tier === 1 ? '0.999' : '0.995',
  };
  const quick: Promise = {
    aspect: 'speed',
    title: 'Start',
    description: 'Starts after which the first screen is there within 2 s',
    target: '0.95',
  };
  const sessions = outcomes(
    component,
    'sessions',
    'app_sessions_total',
    ['outcome', 'clean', 'crashed'],
    {
      bad: usualBad(component, stable),
    },
  );
  const starts = durations(component, 'starts', 'app_start_duration_seconds', {
    slow: { limit: 2, above: usualBad(component, quick) },
  });
  return {
    streams: [sessions, starts],
    slos: [
      promised(component, stable, goodOf(sessions, 'outcome="clean"'), {
        id: sessions.id,
        by: 'bad',
      }),
      promised(component, quick, within(starts, 2), {
        id: starts.id,
        by: 'slow',
      }),
    ],
  };
}

/** What the stream job promises: windows on time, checkpoints, and few late events. */
export function streamJobReliability(component: Component): Reliability {
  const rows: Array<[Promise, string, [string, string, string], number]> = [
    [
      {
        aspect: 'windows',
        title: 'Windows on time',
        description:
          'Windows of five minutes that are out within 60 s of their end',
        target: '0.99',
      },
      'analytics_windows_closed_total',
      ['on_time', 'true', 'false'],
      // 40 keys, one window each per five minutes.
      40 / 300 / 2200,
    ],
    [
      {
        aspect: 'checkpoints',
        title: 'Checkpoints',
        description: 'Checkpoints that complete',
        target: '0.98',
      },
      'flink_job_checkpoints_total',
      ['status', 'completed', 'failed'],
      1 / 60 / 2200,
    ],
    [
      {
        aspect: 'completeness',
        title: 'Events counted',
        description: 'Events that are not dropped for being late',
        target: '0.999',
      },
      'analytics_events_total',
      ['late', 'false', 'true'],
      1,
    ],
  ];
  const parts = rows.map(([promise, metric, labels, factor]) => {
    const bad = usualBad(component, promise);
    const stream = outcomes(component, promise.aspect, metric, labels, {
      bad,
      factor,
    });
    const good = goodOf(stream, `${labels[0]}="${labels[1]}"`);
    return {
      stream,
      slo: promised(component, promise, good, { id: stream.id, by: 'bad' }),
    };
  });
  return {
    streams: parts.map(({ stream }) => stream),
    slos: parts.map(({ slo }) => slo),
  };
}

/** Requests that a new service of the golden path counts before anybody wrote a promise. */
export function newServiceStream(component: Component) {
  return requests(
    component,
    { read: '/v1/items', write: '/v1/items' },
    { bad: 0.00012, slow: { limit: 0.2, above: 0.003 }, factor: 0.2 },
  );
}
