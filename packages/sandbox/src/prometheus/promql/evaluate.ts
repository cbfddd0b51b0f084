import { aggregate } from './aggregate';
import type { CallNode, Expression, Matcher, SelectorNode } from './ast';
import { applyBinary } from './binary';
import type { Semantics } from './counters';
import { notSupported, PromqlError } from './errors';
import { instantFunctions } from './instantFunctions';
import { labelReplace } from './labelReplace';
import { rangeFunctions } from './overTime';
import { rangeSeries } from './ranges';
import type { Labels, SeriesSource } from './series';
import { withoutName } from './labels';
import {
  type Column,
  emptyColumn,
  type Grid,
  mergeColumns,
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
  /** What was evaluated already: queries of many parts repeat their selectors. */
  readonly #known = new Map<string, Column[]>();

  constructor(readonly options: EvaluationOptions, readonly grid: Grid) {}

  /** The time of a step, milliseconds. */
  time(index: number): number {
    return this.grid.start + index * this.grid.step;
  }

  /** @throws PromqlError when the expression cannot be evaluated */
  evaluate(node: Expression): Value {
    switch (node.kind) {
      case 'number':
        return this.#scalar(() => node.value);
      case 'string':
        return { type: 'string', value: node.value };
      case 'selector':
        return { type: 'vector', columns: this.#select(node) };
      case 'aggregate': {
        const columns = this.vector(node.expression, `${node.operator}()`);
        return { type: 'vector', columns: aggregate(node, columns, this.grid) };
      }
      case 'binary':
        return this.#merged(
          applyBinary(
            node,
            this.evaluate(node.left),
            this.evaluate(node.right),
            this.grid,
          ),
        );
      case 'negation':
        return this.#map(node.expression, value => -value);
      case 'call':
        return this.#merged(this.#call(node));
      default:
        throw new PromqlError(
          'bad_data',
          'invalid expression type "range vector" for a query, must be Scalar or instant Vector',
        );
    }
  }

  /** @throws PromqlError when the expression is no instant vector */
  vector(node: Expression, wantedBy: string): Column[] {
    const value = this.#instant(node, wantedBy);
    if (value.type !== 'vector') {
      throw new PromqlError(
        'bad_data',
        `parse error: expected type instant vector in ${wantedBy}, got ${value.type}`,
      );
    }
    return value.columns;
  }

  #instant(node: Expression, wantedBy: string): Value {
    if (node.kind === 'range' || node.kind === 'subquery') {
      throw new PromqlError(
        'bad_data',
        `parse error: expected type instant vector in ${wantedBy}, got range vector`,
      );
    }
    return this.evaluate(node);
  }

  #merged(value: Value): Value {
    return value.type === 'vector'
      ? { type: 'vector', columns: mergeColumns(value.columns) }
      : value;
  }

  #scalar(valueAt: (index: number) => number): Value {
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
      for (let index = 0; index < this.grid.count; index += 1) {
        const at = this.time(index) - offset;
        const sample = series.latest(at - reach, at);
        if (sample) {
          column.present[index] = 1;
          column.values[index] = sample.value;
        }
      }
      columns.push(column);
    }
    return columns;
  }

  #map(node: Expression, apply: (value: number) => number | undefined): Value {
    const value = this.#instant(node, 'a function');
    if (value.type === 'scalar') {
      return this.#scalar(index => apply(value.values[index]) ?? NaN);
    }
    const columns = this.vector(node, 'a function').map(column => {
      const result = emptyColumn(withoutName(column.labels), this.grid);
      for (let index = 0; index < this.grid.count; index += 1) {
        const mapped = column.present[index]
          ? apply(column.values[index])
          : undefined;
        if (mapped !== undefined) {
          result.present[index] = 1;
          result.values[index] = mapped;
        }
      }
      return result;
    });
    return { type: 'vector', columns: mergeColumns(columns) };
  }

  #call(node: CallNode): Value {
    const { name, args } = node;
    if (Object.hasOwn(rangeFunctions, name)) {
      return { type: 'vector', columns: this.#overRange(node) };
    }
    if (Object.hasOwn(instantFunctions, name)) {
      return this.#overInstant(node);
    }
    switch (name) {
      case 'time':
        return this.#scalar(index => this.time(index) / 1000);
      case 'scalar':
        return this.#toScalar(node);
      case 'vector': {
        requireArguments(node, 1, 1);
        const value = this.evaluate(args[0]);
        if (value.type !== 'scalar') {
          throw wrongType(name, 'scalar', value.type);
        }
        const column = emptyColumn({}, this.grid);
        column.values.set(value.values);
        column.present.fill(1);
        return { type: 'vector', columns: [column] };
      }
      case 'label_replace':
        return this.#labelReplace(node);
      case 'absent':
        requireArguments(node, 1, 1);
        return this.#absent(args[0], this.vector(args[0], 'absent()'));
      default:
        throw notSupported(`the function ${name}()`);
    }
  }

  #overInstant(node: CallNode): Value {
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
    const columns = this.vector(vector, `${node.name}()`);
    const results = columns.map(({ labels, values, present }) => {
      const result = emptyColumn(withoutName(labels), this.grid);
      for (let index = 0; index < this.grid.count; index += 1) {
        const value = present[index]
          ? apply(values[index], ...parameters)
          : undefined;
        if (value !== undefined) {
          result.present[index] = 1;
          result.values[index] = value;
        }
      }
      return result;
    });
    return { type: 'vector', columns: results };
  }

  #labelReplace(node: CallNode): Value {
    requireArguments(node, 5, 5);
    const [vector, ...texts] = node.args;
    const [destination, replacement, source, pattern] = texts.map(text => {
      if (text.kind !== 'string') {
        throw wrongType(node.name, 'string', text.kind);
      }
      return text.value;
    });
    const columns = labelReplace(this.vector(vector, 'label_replace()'), {
      destination,
      replacement,
      source,
      pattern,
    });
    return { type: 'vector', columns };
  }

  #toScalar(node: CallNode): Value {
    requireArguments(node, 1, 1);
    const columns = this.vector(node.args[0], 'scalar()');
    return this.#scalar(index => {
      const there = columns.filter(({ present }) => present[index]);
      return there.length === 1 ? there[0].values[index] : NaN;
    });
  }

  #overRange(node: CallNode): Column[] {
    requireArguments(node, 1, 1);
    const key = JSON.stringify(node);
    let columns = this.#known.get(key);
    if (!columns) {
      columns = this.#computeOverRange(node);
      this.#known.set(key, columns);
    }
    return columns;
  }

  #computeOverRange(node: CallNode): Column[] {
    const { name, args } = node;
    const ranges = rangeSeries(this, args[0], name);
    const apply = rangeFunctions[name];
    const { semantics } = this.options;
    const columns: Column[] = [];
    for (const series of ranges.series) {
      const labels =
        name === 'last_over_time' ? series.labels : withoutName(series.labels);
      const column = emptyColumn(labels, this.grid);
      let there = false;
      for (let index = 0; index < this.grid.count; index += 1) {
        const to = this.time(index) - ranges.offset;
        const from = to - ranges.range;
        const first = semantics === 3 ? from + 1 : from;
        const value = apply(series, { from, first, to, semantics });
        if (value !== undefined) {
          column.present[index] = 1;
          column.values[index] = value;
          there = true;
        }
      }
      if (there) {
        columns.push(column);
      }
    }
    if (name === 'absent_over_time') {
      const absent = this.#absent(args[0], columns);
      return absent.type === 'vector' ? absent.columns : [];
    }
    return columns;
  }

  #absent(node: Expression, columns: readonly Column[]): Value {
    const column = emptyColumn(labelsOfAbsent(node), this.grid);
    for (let index = 0; index < this.grid.count; index += 1) {
      if (!columns.some(({ present }) => present[index])) {
        column.present[index] = 1;
        column.values[index] = 1;
      }
    }
    return { type: 'vector', columns: [column] };
  }
}

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
