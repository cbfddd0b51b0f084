import type { BinaryNode, Matching } from './ast';
import { PromqlError } from './errors';
import { isComparison } from './operators';
import type { Labels } from './series';
import { matchKey } from './sets';
import { onlyLabels, withoutLabels, withoutName } from './labels';
import { type Column, emptyColumn, type Grid, mergeColumns } from './values';

/** Makes the labels of a result of those of the two sides. */
function resultLabels({
  operator,
  bool,
  matching,
}: BinaryNode): (many: Labels, one: Labels) => Labels {
  const { labels: names, include } = matching;
  const dropsName = !isComparison(operator) || bool;
  const named = (labels: Labels) => (dropsName ? withoutName(labels) : labels);
  if (!matching.many) {
    const kept = matching.on ? onlyLabels(names) : withoutLabels(names);
    return many => kept(named(many));
  }
  if (include.length === 0) {
    return named;
  }
  const own = withoutLabels(include);
  const other = onlyLabels(include);
  return (many, one) => ({ ...own(named(many)), ...other(one) });
}

function groupByKey(
  matching: Matching,
  columns: readonly Column[],
): Map<string, Column[]> {
  const groups = new Map<string, Column[]>();
  const keyOf = matchKey(matching);
  for (const column of columns) {
    const key = keyOf(column.labels);
    const group = groups.get(key);
    if (group) {
      group.push(column);
    } else {
      groups.set(key, [column]);
    }
  }
  return groups;
}

function requireOne(
  columns: readonly Column[],
  side: string,
  grid: Grid,
): void {
  if (columns.length < 2) {
    return;
  }
  for (let index = 0; index < grid.count; index += 1) {
    let there = 0;
    for (const column of columns) {
      there += column.present[index];
    }
    if (there > 1) {
      throw new PromqlError(
        'execution',
        `found duplicate series for the match group on the ${side} hand-side of the operation;many-to-many matching not allowed: matching labels must be unique on one side`,
      );
    }
  }
}

/**
 * Arithmetic and comparison between two vectors.
 *
 * @throws PromqlError when several series on a side that should have one match
 */
export function matchVectors(
  node: BinaryNode,
  operation: (left: number, right: number) => number,
  left: readonly Column[],
  right: readonly Column[],
  grid: Grid,
): Column[] {
  const swapped = node.matching.many === 'right';
  const [many, one] = swapped ? [right, left] : [left, right];
  const manyGroups = groupByKey(node.matching, many);
  const oneGroups = groupByKey(node.matching, one);
  const filters = isComparison(node.operator) && !node.bool;
  const labelsOf = resultLabels(node);
  const results: Column[] = [];
  for (const [key, group] of manyGroups) {
    const partners = oneGroups.get(key) ?? [];
    requireOne(partners, swapped ? 'left' : 'right', grid);
    if (!node.matching.many && partners.length > 0) {
      requireOne(group, 'left', grid);
    }
    for (const column of group) {
      for (const partner of partners) {
        const result = emptyColumn(
          labelsOf(column.labels, partner.labels),
          grid,
        );
        let isThere = false;
        for (let index = 0; index < grid.count; index += 1) {
          if (!column.present[index] || !partner.present[index]) {
            continue;
          }
          const a = swapped ? partner.values[index] : column.values[index];
          const b = swapped ? column.values[index] : partner.values[index];
          const value = operation(a, b);
          if (!filters || value === 1) {
            result.present[index] = 1;
            result.values[index] = filters ? a : value;
            isThere = true;
          }
        }
        if (isThere) {
          results.push(result);
        }
      }
    }
  }
  return mergeColumns(results);
}
