import { aggregate } from './aggregate';
import type { Expression, SelectorNode } from './ast';
import { applyBinary } from './binary';
import { evaluateCall } from './calls';
import type { Semantics } from './counters';
import { PromqlError } from './errors';
import { withoutName } from './labels';
import type { SeriesSource } from './series';
import {
  type Column,
  emptyColumn,
  type Grid,
  mapColumn,
  mergeColumns,
  type ScalarValue,
  stepsWithSamples,
  type Value,
} from './values';

/** How a query is evaluated. */
export interface EvaluationOptions {
  source: SeriesSource;
  semantics: Semantics;
  /** How long a sample stands for the series, milliseconds. */
  lookback: number;
}

/** Evaluates expressions at the times of a grid. */
export class Evaluator {
  /** What was evaluated already; equal parts of a query are one object. */
  readonly #known = new Map<Expression, Value>();

  constructor(readonly options: EvaluationOptions, readonly grid: Grid) {}

  /** The same at other times. */
  on(grid: Grid): Evaluator {
    return new Evaluator(this.options, grid);
  }

  /** The time of a step, milliseconds. */
  time(index: number): number {
    return this.grid.start + index * this.grid.step;
  }

  /** @throws PromqlError when the expression cannot be evaluated */
  evaluate(node: Expression): Value {
    let value = this.#known.get(node);
    if (!value) {
      value = this.#evaluate(node);
      this.#known.set(node, value);
    }
    return value;
  }

  #evaluate(node: Expression): Value {
    switch (node.kind) {
      case 'number':
        return this.scalar(() => node.value);
      case 'string':
        return { type: 'string', value: node.value };
      case 'selector':
        return { type: 'vector', columns: this.#select(node) };
      case 'aggregate': {
        const columns = this.vector(node.expression, `${node.operator}()`);
        return { type: 'vector', columns: aggregate(node, columns, this.grid) };
      }
      case 'binary': {
        const left = this.evaluate(node.left);
        const right = this.evaluate(node.right);
        return merged(applyBinary(node, left, right, this.grid));
      }
      case 'negation':
        return this.#negate(node.expression);
      case 'call':
        return merged(evaluateCall(this, node));
      default:
        throw new PromqlError(
          'bad_data',
          'invalid expression type "range vector" for a query, must be Scalar or instant Vector',
        );
    }
  }

  /**
   * The series that an expression evaluates to.
   *
   * @throws PromqlError when it is no instant vector
   */
  vector(node: Expression, wantedBy: string): Column[] {
    const isRange = node.kind === 'range' || node.kind === 'subquery';
    const value = isRange ? undefined : this.evaluate(node);
    if (value?.type !== 'vector') {
      throw new PromqlError(
        'bad_data',
        `parse error: expected type instant vector in ${wantedBy}, got ${
          value?.type ?? 'range vector'
        }`,
      );
    }
    return value.columns;
  }

  /** A number at each step. */
  scalar(valueAt: (index: number) => number): ScalarValue {
    const values = new Float64Array(this.grid.count);
    for (let index = 0; index < values.length; index += 1) {
      values[index] = valueAt(index);
    }
    return { type: 'scalar', values };
  }

  #select({ matchers, offset }: SelectorNode): Column[] {
    const { source, semantics, lookback } = this.options;
    const reach = semantics === 3 ? lookback - 1 : lookback;
    const from = this.time(0) - offset;
    const to = this.time(this.grid.count - 1) - offset;
    const columns: Column[] = [];
    for (const series of source.select(matchers, from - reach, to)) {
      const column = emptyColumn(series.labels, this.grid);
      let isThere = false;
      const [first, last] = stepsWithSamples(series, this.grid, reach, offset);
      for (let index = first; index <= last; index += 1) {
        const at = this.time(index) - offset;
        const sample = series.latest(at - reach, at);
        if (sample) {
          column.present[index] = 1;
          column.values[index] = sample.value;
          isThere = true;
        }
      }
      if (isThere) {
        columns.push(column);
      }
    }
    return columns;
  }

  #negate(node: Expression): Value {
    const value = this.evaluate(node);
    if (value.type === 'scalar') {
      return this.scalar(index => -value.values[index]);
    }
    const columns = this.vector(node, 'unary expression').map(column =>
      mapColumn(column, withoutName(column.labels), one => -one),
    );
    return { type: 'vector', columns: mergeColumns(columns) };
  }
}

function merged(value: Value): Value {
  return value.type === 'vector'
    ? { type: 'vector', columns: mergeColumns(value.columns) }
    : value;
}
