import type { CallNode } from './ast';
import { absent } from './absent';
import { notSupported, PromqlError } from './errors';
import type { Evaluator } from './evaluate';
import { instantFunctions } from './instantFunctions';
import { labelReplace } from './labelReplace';
import { withoutName } from './labels';
import { rangeFunctions } from './overTime';
import { rangeSeries } from './ranges';
import {
  type Column,
  emptyColumn,
  mapColumn,
  stepsWithSamples,
  type ScalarValue,
  type Value,
  type VectorValue,
} from './values';

function wrongType(name: string, wanted: string, got: string): PromqlError {
  return new PromqlError(
    'bad_data',
    `parse error: expected type ${wanted} in call to function "${name}", got ${got}`,
  );
}

function requireArguments(
  { name, args }: CallNode,
  least: number,
  most: number,
): void {
  if (args.length < least || args.length > most) {
    throw new PromqlError(
      'bad_data',
      `parse error: expected ${least} argument(s) in call to "${name}", got ${args.length}`,
    );
  }
}

function overRange(evaluator: Evaluator, node: CallNode): Column[] {
  requireArguments(node, 1, 1);
  const { name, args } = node;
  const { grid } = evaluator;
  const { series: all, range, offset } = rangeSeries(evaluator, args[0], name);
  const apply = rangeFunctions[name];
  const { semantics } = evaluator.options;
  const columns: Column[] = [];
  for (const series of all) {
    const labels =
      name === 'last_over_time' ? series.labels : withoutName(series.labels);
    const column = emptyColumn(labels, grid);
    let isThere = false;
    const [first, last] = stepsWithSamples(series, grid, range, offset);
    for (let index = first; index <= last; index += 1) {
      const to = evaluator.time(index) - offset;
      const from = to - range;
      const value = apply(series, {
        from,
        first: semantics === 3 ? from + 1 : from,
        to,
        semantics,
      });
      if (value !== undefined) {
        column.present[index] = 1;
        column.values[index] = value;
        isThere = true;
      }
    }
    if (isThere) {
      columns.push(column);
    }
  }
  return name === 'absent_over_time'
    ? [absent(args[0], columns, grid)]
    : columns;
}

function overInstant(evaluator: Evaluator, node: CallNode): Column[] {
  const { scalars, apply } = instantFunctions[node.name];
  requireArguments(node, 1 + scalars[0], 1 + scalars[1]);
  const [vector, ...rest] = node.args;
  const parameters = rest.map(arg => {
    if (arg.kind === 'number') {
      return arg.value;
    }
    if (arg.kind === 'negation' && arg.expression.kind === 'number') {
      return -arg.expression.value;
    }
    throw notSupported(`${node.name}() with a parameter that is no number`);
  });
  return evaluator
    .vector(vector, `${node.name}()`)
    .map(column =>
      mapColumn(column, withoutName(column.labels), value =>
        apply(value, ...parameters),
      ),
    );
}

function replaced(evaluator: Evaluator, node: CallNode): Column[] {
  requireArguments(node, 5, 5);
  const [vector, ...texts] = node.args;
  const [destination, replacement, source, pattern] = texts.map(text => {
    if (text.kind !== 'string') {
      throw wrongType(node.name, 'string', text.kind);
    }
    return text.value;
  });
  const columns = evaluator.vector(vector, 'label_replace()');
  const wanted = { destination, replacement, source, pattern };
  return labelReplace(columns, wanted);
}

function toScalar(evaluator: Evaluator, node: CallNode): ScalarValue {
  requireArguments(node, 1, 1);
  const columns = evaluator.vector(node.args[0], 'scalar()');
  return evaluator.scalar(index => {
    const there = columns.filter(({ present }) => present[index]);
    return there.length === 1 ? there[0].values[index] : NaN;
  });
}

function toVector(evaluator: Evaluator, node: CallNode): VectorValue {
  requireArguments(node, 1, 1);
  const value = evaluator.evaluate(node.args[0]);
  if (value.type !== 'scalar') {
    throw wrongType(node.name, 'scalar', value.type);
  }
  const column = emptyColumn({}, evaluator.grid);
  column.values.set(value.values);
  column.present.fill(1);
  return { type: 'vector', columns: [column] };
}

/**
 * Evaluates the call of a function.
 *
 * @throws PromqlError for a function that the sandbox does not know, and for
 * arguments that do not suit
 */
export function evaluateCall(evaluator: Evaluator, node: CallNode): Value {
  const { name, args } = node;
  if (Object.hasOwn(rangeFunctions, name)) {
    return { type: 'vector', columns: overRange(evaluator, node) };
  }
  if (Object.hasOwn(instantFunctions, name)) {
    return { type: 'vector', columns: overInstant(evaluator, node) };
  }
  switch (name) {
    case 'time':
      return evaluator.scalar(index => evaluator.time(index) / 1000);
    case 'scalar':
      return toScalar(evaluator, node);
    case 'vector':
      return toVector(evaluator, node);
    case 'label_replace':
      return { type: 'vector', columns: replaced(evaluator, node) };
    case 'absent': {
      requireArguments(node, 1, 1);
      const columns = evaluator.vector(args[0], 'absent()');
      const column = absent(args[0], columns, evaluator.grid);
      return { type: 'vector', columns: [column] };
    }
    default:
      throw notSupported(`the function ${name}()`);
  }
}
