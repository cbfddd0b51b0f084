import diagnosticsChannel from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Meter } from '@opentelemetry/api';
import { requestSeconds } from './buckets';
import { routeOf } from './routeOf';

interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
}

/** Answers that stay open on purpose say nothing about how fast the portal is. */
function isStream(response: ServerResponse): boolean {
  return String(response.getHeader('content-type') ?? '').startsWith(
    'text/event-stream',
  );
}

/**
 * Measures how long the portal takes to answer, by part and status.
 *
 * @remarks
 * Node itself announces requests, so that no module is patched and nothing
 * depends on how the framework builds its server.
 *
 * @param ignoredPort - the port of the metrics themselves
 * @returns ends the measurement
 */
export function measureRequests(meter: Meter, ignoredPort: number): () => void {
  const duration = meter.createHistogram('http.server.request.duration', {
    description:
      'Time from the first byte of a request to the last of its answer',
    unit: 's',
    advice: { explicitBucketBoundaries: requestSeconds },
  });
  const started = new WeakMap<IncomingMessage, { at: number; route: string }>();

  function onStart(message: unknown) {
    const { request } = message as Exchange;
    if (request.socket.localPort !== ignoredPort) {
      // Routers below cut the address down while they hand the request on.
      started.set(request, {
        at: performance.now(),
        route: routeOf(request.url ?? '/'),
      });
    }
  }
  function onFinish(message: unknown) {
    const { request, response } = message as Exchange;
    const start = started.get(request);
    if (start === undefined || isStream(response)) {
      return;
    }
    duration.record((performance.now() - start.at) / 1000, {
      'http.route': start.route,
      'http.request.method': request.method ?? 'GET',
      'http.response.status_code': response.statusCode,
    });
  }

  diagnosticsChannel.subscribe('http.server.request.start', onStart);
  diagnosticsChannel.subscribe('http.server.response.finish', onFinish);
  return () => {
    diagnosticsChannel.unsubscribe('http.server.request.start', onStart);
    diagnosticsChannel.unsubscribe('http.server.response.finish', onFinish);
  };
}
