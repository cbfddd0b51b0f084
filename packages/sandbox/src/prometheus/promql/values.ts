import { PromqlError } from './errors';
import { labelKey } from './labels';
import type { Labels, Series } from './series';

/** The times at which a query is evaluated: `start`, `start + step`, ... in milliseconds. */
export interface Grid {
  start: number;
  step: number;
  count: number;
}

/**
 * The steps at which a series may have a sample in the last `reach` milliseconds
 * before `offset`.
 *
 * @returns first and last index; the first is larger when there are none
 */
export function stepsWithSamples(
  { begins = -Infinity, ends = Infinity }: Series,
  { start, step, count }: Grid,
  reach: number,
  offset: number,
): [first: number, last: number] {
  const first = Math.ceil((begins + offset - start) / step);
  const last = Math.floor((ends + reach + offset - start) / step);
  return [Math.max(0, first), Math.min(count - 1, last)];
}

/** One series of a result over the whole grid. */
export interface Column {
  labels: Labels;
  values: Float64Array;
  /** 1 where there is a value; NaN is one. */
  present: Uint8Array;
}

export interface VectorValue {
  type: 'vector';
  columns: Column[];
}

export interface ScalarValue {
  type: 'scalar';
  values: Float64Array;
}

export interface StringValue {
  type: 'string';
  value: string;
}

/** What an expression evaluates to. */
export type Value = VectorValue | ScalarValue | StringValue;

/** An empty column. */
export function emptyColumn(labels: Labels, { count }: Grid): Column {
  return {
    labels,
    values: new Float64Array(count),
    present: new Uint8Array(count),
  };
}

/**
 * Puts columns with the same labels together.
 *
 * @throws PromqlError when two of them have a value at the same time
 */
export function mergeColumns(columns: readonly Column[]): Column[] {
  const merged = new Map<string, Column>();
  for (const column of columns) {
    const key = labelKey(column.labels);
    const first = merged.get(key);
    if (!first) {
      merged.set(key, column);
      continue;
    }
    const known = {
      labels: first.labels,
      values: first.values.slice(),
      present: first.present.slice(),
    };
    merged.set(key, known);
    for (let index = 0; index < column.values.length; index += 1) {
      if (column.present[index]) {
        if (known.present[index]) {
          throw new PromqlError(
            'execution',
            'vector cannot contain metrics with the same labelset',
          );
        }
        known.present[index] = 1;
        known.values[index] = column.values[index];
      }
    }
  }
  return [...merged.values()];
}

/** A column with each value turned into another, or left out. */
export function mapColumn(
  { values, present }: Column,
  labels: Labels,
  apply: (value: number) => number | undefined,
): Column {
  const result: Column = {
    labels,
    values: new Float64Array(values.length),
    present: new Uint8Array(values.length),
  };
  for (let index = 0; index < values.length; index += 1) {
    const mapped = present[index] ? apply(values[index]) : undefined;
    if (mapped !== undefined) {
      result.present[index] = 1;
      result.values[index] = mapped;
    }
  }
  return result;
}
