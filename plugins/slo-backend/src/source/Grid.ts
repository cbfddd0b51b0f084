import { SLICE_SECONDS, type TimeRange } from '@arctiq/plugin-slo-common';
import type { Series } from './PrometheusClient';
import { PART_LABEL } from './promql/counterQuery';

const NOTHING: ReadonlyMap<number, number> = new Map();

/** Values of an answer by group, part and slice. Prometheus omits steps without value. */
export class Grid {
  readonly #values = new Map<string, Map<number, number>>();

  /**
   * @param labels - names of the labels that make a group
   */
  constructor(series: readonly Series[], labels: readonly string[]) {
    for (const one of series) {
      const group = labels.map(label => one.labels[label] ?? '');
      const key = toKey(group, one.labels[PART_LABEL] ?? '');
      const values = this.#values.get(key) ?? new Map<number, number>();
      one.times.forEach((time, index) => values.set(time, one.values[index]));
      this.#values.set(key, values);
    }
  }

  /** The values of one part of a group, by the end of their slice. */
  part(group: readonly string[], part: string): ReadonlyMap<number, number> {
    return this.#values.get(toKey(group, part)) ?? NOTHING;
  }
}

/** Ends of the slices of a range, oldest first, Unix seconds. */
export function sliceEnds(range: TimeRange): number[] {
  const ends: number[] = [];
  for (
    let end = range.from + SLICE_SECONDS;
    end <= range.to;
    end += SLICE_SECONDS
  ) {
    ends.push(end);
  }
  return ends;
}

function toKey(group: readonly string[], part: string): string {
  return JSON.stringify([...group, part]);
}
