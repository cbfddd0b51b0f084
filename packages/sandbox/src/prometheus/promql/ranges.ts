import type { Expression } from './ast';
import { PromqlError } from './errors';
import type { Evaluator } from './evaluate';
import { SampledSeries } from './SampledSeries';
import type { Series } from './series';
import type { Column, Grid } from './values';

/** Evaluation interval of Prometheus, which a subquery without a step takes. */
const defaultStep = 60_000;

/** Series of which a function sees the last `range` milliseconds before `offset`. */
export interface Ranges {
  series: Series[];
  range: number;
  offset: number;
}

function toSeries({ labels, values, present }: Column, grid: Grid): Series {
  const samples = { times: [] as number[], values: [] as number[] };
  for (let index = 0; index < grid.count; index += 1) {
    if (present[index]) {
      samples.times.push(grid.start + index * grid.step);
      samples.values.push(values[index]);
    }
  }
  return new SampledSeries(labels, samples);
}

/**
 * The series behind the argument of a function of ranges.
 *
 * @param name - of the function, for the error
 * @throws PromqlError when the argument is no range
 */
export function rangeSeries(
  evaluator: Evaluator,
  node: Expression,
  name: string,
): Ranges {
  const { options, grid } = evaluator;
  const last = evaluator.time(grid.count - 1);
  if (node.kind === 'range') {
    const { selector, range } = node;
    const { offset } = selector;
    const from = grid.start - offset - range;
    const series = options.source.select(
      selector.matchers,
      from,
      last - offset,
    );
    return { series, range, offset };
  }
  if (node.kind === 'subquery') {
    const { range, offset, step = defaultStep } = node;
    // Steps of a subquery are multiples of its step, whatever the query's are.
    const from = grid.start - offset - range;
    let start = Math.floor(from / step) * step;
    if (start < from || (options.semantics === 3 && start === from)) {
      start += step;
    }
    const count = Math.max(0, Math.floor((last - offset - start) / step) + 1);
    const inner = evaluator.on({ start, step, count });
    const columns = inner.vector(node.expression, 'a subquery');
    const series = columns.map(column => toSeries(column, inner.grid));
    return { series, range, offset };
  }
  throw new PromqlError(
    'bad_data',
    `parse error: expected type range vector in call to function "${name}", got instant vector`,
  );
}
