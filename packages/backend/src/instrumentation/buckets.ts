import {
  AggregationType,
  createAllowListAttributesProcessor,
  type ViewOptions,
} from '@opentelemetry/sdk-metrics';

/** Bounds for requests; the objectives 0.2 s and 1.5 s are among them. */
export const requestSeconds = [
  0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.5, 1, 1.5, 2.5, 5, 10,
];

/** Bounds for work in the background, which may take minutes. */
const workSeconds = [
  0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 600, 1800,
];

function inSeconds(instrumentName: string, boundaries: number[]): ViewOptions {
  return {
    instrumentName,
    aggregation: {
      type: AggregationType.EXPLICIT_BUCKET_HISTOGRAM,
      options: { boundaries },
    },
  };
}

/**
 * How metrics of others are kept.
 *
 * @remarks
 * Backstage measures seconds without saying in which steps; the defaults of
 * OpenTelemetry are for milliseconds and would put everything into the first.
 */
export const views: ViewOptions[] = [
  inSeconds('backend_tasks.task.runs.duration', workSeconds),
  inSeconds('catalog.processing.duration', workSeconds),
  inSeconds('catalog.processing.queue.delay', workSeconds),
  inSeconds('catalog.processors.duration', workSeconds),
  inSeconds('catalog.stitching.duration', workSeconds),
  inSeconds('catalog.stitching.queue.delay', workSeconds),
  inSeconds('scaffolder.task.duration', workSeconds),
  inSeconds('scaffolder.step.duration', workSeconds),
  {
    ...inSeconds('http.client.request.duration', requestSeconds),
    // Which server, and how it went. Nothing of what was asked.
    attributesProcessors: [
      createAllowListAttributesProcessor([
        'server.address',
        'http.response.status_code',
        'error.type',
      ]),
    ],
  },
];
