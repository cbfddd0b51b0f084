import type { BinaryNode } from './ast';
import { PromqlError } from './errors';
import { matchVectors } from './matchVectors';
import { isComparison, operations } from './operators';
import { combineSets } from './sets';
import { withoutName } from './labels';
import {
  type Column,
  emptyColumn,
  type Grid,
  type ScalarValue,
  type Value,
} from './values';

function withScalar(
  node: BinaryNode,
  columns: readonly Column[],
  scalar: ScalarValue,
  vectorIsLeft: boolean,
  grid: Grid,
): Column[] {
  const operation = operations[node.operator];
  const filters = isComparison(node.operator) && !node.bool;
  return columns.map(({ labels, values, present }) => {
    const result = emptyColumn(filters ? labels : withoutName(labels), grid);
    for (let index = 0; index < grid.count; index += 1) {
      if (!present[index]) {
        continue;
      }
      const value = vectorIsLeft
        ? operation(values[index], scalar.values[index])
        : operation(scalar.values[index], values[index]);
      if (!filters || value === 1) {
        result.present[index] = 1;
        result.values[index] = filters ? values[index] : value;
      }
    }
    return result;
  });
}

function scalars(
  node: BinaryNode,
  left: ScalarValue,
  right: ScalarValue,
): Value {
  if (isComparison(node.operator) && !node.bool) {
    throw new PromqlError(
      'bad_data',
      'parse error: comparisons between scalars must use BOOL modifier',
    );
  }
  const operation = operations[node.operator];
  return {
    type: 'scalar',
    values: left.values.map((value, index) =>
      operation(value, right.values[index]),
    ),
  };
}

/**
 * Applies a binary operator.
 *
 * @throws PromqlError when the operands do not suit the operator or each other
 */
export function applyBinary(
  node: BinaryNode,
  left: Value,
  right: Value,
  grid: Grid,
): Value {
  const { operator } = node;
  if (left.type === 'string' || right.type === 'string') {
    throw new PromqlError(
      'bad_data',
      'parse error: binary expression must contain only scalar and instant vector types',
    );
  }
  const isSet =
    operator === 'and' || operator === 'or' || operator === 'unless';
  if (isSet && (left.type === 'scalar' || right.type === 'scalar')) {
    throw new PromqlError(
      'bad_data',
      `parse error: set operator "${operator}" not allowed in binary scalar expression`,
    );
  }
  if (left.type === 'scalar') {
    return right.type === 'scalar'
      ? scalars(node, left, right)
      : {
          type: 'vector',
          columns: withScalar(node, right.columns, left, false, grid),
        };
  }
  if (right.type === 'scalar') {
    const columns = withScalar(node, left.columns, right, true, grid);
    return { type: 'vector', columns };
  }
  const columns = isSet
    ? combineSets(node, left.columns, right.columns, grid)
    : matchVectors(
        node,
        operations[operator],
        left.columns,
        right.columns,
        grid,
      );
  return { type: 'vector', columns };
}
