import type { Indicator } from '@arctiq/plugin-slo-common';
import { PrometheusSource } from '../PrometheusSource';
import { json, matrix, startFakePrometheus } from './fakePrometheus';
import { type part, range } from './slices';

/** A source of one server, which knows no series until a test says so. */
export async function startSource() {
  const server = await startFakePrometheus((_, response) =>
    json(response, matrix([])),
  );
  const source = new PrometheusSource(
    new Map([['main', server.client()]]),
    'main',
  );
  return {
    server,
    source,
    /** Measures one objective over the range of the tests. */
    async measureOne(indicator: Indicator) {
      const found = await source.measure(
        [{ key: 'k', indicator }],
        range,
        new AbortController().signal,
      );
      return found.get('k');
    },
    /** Answers every query with some parts. */
    answer(...parts: ReturnType<typeof part>[]) {
      server.current.handler = (_, response) => json(response, matrix(parts));
    },
  };
}
