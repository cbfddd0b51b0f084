import type { BinaryNode, Matching } from './ast';
import { labelKey, onlyLabels, withoutLabels } from './labels';
import { type Column, emptyColumn, type Grid } from './values';
import type { Labels } from './series';

/** The text by which series of two vectors find each other. */
export function matchKey(
  { on, labels: names }: Matching,
  labels: Labels,
): string {
  return labelKey(
    on
      ? onlyLabels(labels, names)
      : withoutLabels(labels, ['__name__', ...names]),
  );
}

function presenceByKey(
  matching: Matching,
  columns: readonly Column[],
  { count }: Grid,
): Map<string, Uint8Array> {
  const presence = new Map<string, Uint8Array>();
  for (const column of columns) {
    const key = matchKey(matching, column.labels);
    const known = presence.get(key) ?? new Uint8Array(count);
    for (let index = 0; index < count; index += 1) {
      known[index] |= column.present[index];
    }
    presence.set(key, known);
  }
  return presence;
}

function filtered(
  matching: Matching,
  columns: readonly Column[],
  other: Map<string, Uint8Array>,
  keepWhere: 0 | 1,
  grid: Grid,
): Column[] {
  return columns.map(column => {
    const there = other.get(matchKey(matching, column.labels));
    const result = {
      ...emptyColumn(column.labels, grid),
      values: column.values,
    };
    for (let index = 0; index < grid.count; index += 1) {
      const isThere = there ? there[index] : 0;
      result.present[index] = isThere === keepWhere ? column.present[index] : 0;
    }
    return result;
  });
}

/** Applies `and`, `or` and `unless`. */
export function combineSets(
  { operator, matching }: BinaryNode,
  left: readonly Column[],
  right: readonly Column[],
  grid: Grid,
): Column[] {
  if (operator === 'or') {
    const known = presenceByKey(matching, left, grid);
    return [...left, ...filtered(matching, right, known, 0, grid)];
  }
  const other = presenceByKey(matching, right, grid);
  return filtered(matching, left, other, operator === 'and' ? 1 : 0, grid);
}
