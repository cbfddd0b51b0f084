import type { Expression, Matcher } from './ast';
import type { Labels } from './series';
import { type Column, emptyColumn, type Grid } from './values';

/** What is absent: the labels that equality matchers name once. */
function labelsOfAbsent(node: Expression): Labels {
  let matchers: Matcher[] = [];
  if (node.kind === 'selector') {
    matchers = node.matchers;
  } else if (node.kind === 'range') {
    matchers = node.selector.matchers;
  }
  const labels: Record<string, string> = {};
  for (const { name, operator, value } of matchers) {
    const once = matchers.filter(other => other.name === name).length === 1;
    if (name !== '__name__' && operator === '=' && once) {
      labels[name] = value;
    }
  }
  return labels;
}

/** 1 at the steps at which an expression has no value. */
export function absent(
  node: Expression,
  columns: readonly Column[],
  grid: Grid,
): Column {
  const column = emptyColumn(labelsOfAbsent(node), grid);
  for (let index = 0; index < grid.count; index += 1) {
    if (!columns.some(({ present }) => present[index])) {
      column.present[index] = 1;
      column.values[index] = 1;
    }
  }
  return column;
}
