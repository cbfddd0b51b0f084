import type { Samples } from './promql/series';
import type { Column, Grid, Value } from './promql/values';

/** A number as Prometheus writes it in JSON. */
export function formatValue(value: number): string {
  if (Number.isNaN(value)) {
    return 'NaN';
  }
  if (!Number.isFinite(value)) {
    return value > 0 ? '+Inf' : '-Inf';
  }
  return Object.is(value, -0) ? '-0' : String(value);
}

/** Milliseconds as Prometheus writes a time. */
export function formatTime(milliseconds: number): number {
  return milliseconds / 1000;
}

type Point = [number, string];

function pointsOf({ values, present }: Column, grid: Grid): Point[] {
  const points: Point[] = [];
  for (let index = 0; index < grid.count; index += 1) {
    if (present[index]) {
      const time = grid.start + index * grid.step;
      points.push([formatTime(time), formatValue(values[index])]);
    }
  }
  return points;
}

/** `data` of an instant query. */
export function instantData(value: Value, time: number) {
  const at = formatTime(time);
  switch (value.type) {
    case 'scalar':
      return {
        resultType: 'scalar',
        result: [at, formatValue(value.values[0])],
      };
    case 'string':
      return { resultType: 'string', result: [at, value.value] };
    default:
      return {
        resultType: 'vector',
        result: value.columns
          .filter(({ present }) => present[0])
          .map(({ labels, values }) => ({
            metric: labels,
            value: [at, formatValue(values[0])],
          })),
      };
  }
}

/** `data` of a range query; steps without a value are left out. */
export function rangeData(value: Value, grid: Grid) {
  const columns: Column[] =
    value.type === 'vector'
      ? value.columns
      : [
          {
            labels: {},
            values: value.type === 'scalar' ? value.values : new Float64Array(),
            present: new Uint8Array(grid.count).fill(1),
          },
        ];
  return {
    resultType: 'matrix',
    result: columns
      .map(column => ({
        metric: column.labels,
        values: pointsOf(column, grid),
      }))
      .filter(({ values }) => values.length > 0),
  };
}

/** One element of the answer to an instant query for a range. */
export function samplesData({ times, values }: Samples): Point[] {
  return times.map((time, index) => [
    formatTime(time),
    formatValue(values[index]),
  ]);
}
