import type { AggregateNode } from './ast';
import { notSupported } from './errors';
import { labelKey, onlyLabels, withoutLabels } from './labels';
import { type Column, emptyColumn, type Grid } from './values';

type Fold = (sum: number, value: number) => number;

const folds: Record<string, Fold> = {
  sum: (sum, value) => sum + value,
  avg: (sum, value) => sum + value,
  // A number wins over NaN, as in Prometheus.
  min: (least, value) => (value < least || Number.isNaN(least) ? value : least),
  max: (most, value) => (value > most || Number.isNaN(most) ? value : most),
  count: count => count,
  group: () => 1,
};

/**
 * Aggregates columns by labels.
 *
 * @throws PromqlError for an operator that the sandbox does not know
 */
export function aggregate(
  { operator, grouping }: AggregateNode,
  columns: readonly Column[],
  grid: Grid,
): Column[] {
  const fold = folds[operator];
  if (!fold) {
    throw notSupported(`the aggregation ${operator}`);
  }
  const view = grouping.without
    ? withoutLabels(['__name__', ...grouping.labels])
    : onlyLabels(grouping.labels);
  const groups = new Map<string, { column: Column; counts: Uint32Array }>();
  for (const { labels, values, present } of columns) {
    const kept = view(labels);
    const key = labelKey(kept);
    let group = groups.get(key);
    if (!group) {
      group = {
        column: emptyColumn(kept, grid),
        counts: new Uint32Array(grid.count),
      };
      groups.set(key, group);
    }
    const { column, counts } = group;
    for (let index = 0; index < grid.count; index += 1) {
      if (present[index]) {
        column.values[index] = counts[index]
          ? fold(column.values[index], values[index])
          : values[index];
        counts[index] += 1;
      }
    }
  }
  return [...groups.values()].map(({ column, counts }) => {
    for (let index = 0; index < grid.count; index += 1) {
      column.present[index] = counts[index] ? 1 : 0;
      if (operator === 'avg') {
        column.values[index] /= counts[index];
      } else if (operator === 'count') {
        column.values[index] = counts[index];
      } else if (operator === 'group') {
        column.values[index] = 1;
      }
    }
    return column;
  });
}
