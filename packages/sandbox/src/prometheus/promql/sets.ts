import type { BinaryNode, Matching } from './ast';
import { labelKey, onlyLabels, withoutLabels } from './labels';
import type { Column, Grid } from './values';
import type { Labels } from './series';

/** Makes the text by which series of two vectors find each other. */
export function matchKey({
  on,
  labels: names,
}: Matching): (labels: Labels) => string {
  const view = on ? onlyLabels(names) : withoutLabels(['__name__', ...names]);
  return labels => labelKey(view(labels));
}

function presenceByKey(
  matching: Matching,
  columns: readonly Column[],
  { count }: Grid,
): Map<string, Uint8Array> {
  const presence = new Map<string, Uint8Array>();
  const keyOf = matchKey(matching);
  for (const column of columns) {
    const key = keyOf(column.labels);
    const known = presence.get(key);
    if (!known) {
      presence.set(key, column.present.slice());
      continue;
    }
    for (let index = 0; index < count; index += 1) {
      known[index] |= column.present[index];
    }
  }
  return presence;
}

function filtered(
  matching: Matching,
  columns: readonly Column[],
  other: Map<string, Uint8Array>,
  keepWhere: 0 | 1,
  { count }: Grid,
): Column[] {
  const results: Column[] = [];
  const keyOf = matchKey(matching);
  for (const column of columns) {
    const there = other.get(keyOf(column.labels));
    if (!there) {
      if (keepWhere === 0) {
        results.push(column);
      }
      continue;
    }
    const present = new Uint8Array(count);
    let isThere = 0;
    for (let index = 0; index < count; index += 1) {
      const kept = there[index] === keepWhere ? column.present[index] : 0;
      present[index] = kept;
      isThere |= kept;
    }
    if (isThere) {
      results.push({ labels: column.labels, values: column.values, present });
    }
  }
  return results;
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
