import type { RatioIndicator } from '@arctiq/plugin-slo-common';
import type { SeenRequest } from './fakePrometheus';

/** End of the last slice of {@link range}. */
export const end = 1_795_262_400;
/** Two slices. */
export const range = { from: end - 600, to: end };

/** A query to a Prometheus server. */
export function metric(query: string, server?: string) {
  return { query, type: 'prometheus', server };
}

/** Requests of a job that are not answered with an error. */
export function availability(job: string): RatioIndicator {
  return {
    ...{ kind: 'ratio', counter: true },
    good: metric(`sum(x_total{job="${job}",code!~"5.."})`),
    total: metric(`sum(x_total{job="${job}"})`),
  };
}

/** One series of an answer; a value per slice, or none. */
export function part(
  name: string,
  values: (string | undefined)[],
  labels: Record<string, string> = {},
) {
  return {
    metric: { ...labels, slo_part: name },
    values: values.flatMap((value, index): [number, string][] =>
      value === undefined ? [] : [[range.from + 300 * (index + 1), value]],
    ),
  };
}

/** Values of the label `job` that a query asks for. */
export function jobsOf(request: SeenRequest): string[] {
  const query = request.form.get('query') ?? '';
  const [, values] = /job=~?"([^"]*)"/.exec(query) ?? [];
  return values.split('|');
}
