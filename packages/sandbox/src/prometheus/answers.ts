import { invalidParameter } from './ApiError';
import { instantData, rangeData, samplesData } from './format';
import { readDuration, readGrid, readLimit, readTime } from './parameters';
import type { Expression } from './promql/ast';
import { PromqlError } from './promql/errors';
import { Evaluator } from './promql/evaluate';
import { parsePromql } from './promql/parse';
import type { Grid, Value } from './promql/values';
import type { Telemetry } from './telemetry/Telemetry';

/** A question with what is needed to answer it. */
export interface Question {
  telemetry: Telemetry;
  parameters: URLSearchParams;
  /** Milliseconds since 1970. */
  now: number;
}

const defaultLookback = 300_000;

function parsed({ parameters }: Question): Expression {
  const query = parameters.get('query') ?? '';
  try {
    return parsePromql(query);
  } catch (error) {
    if (error instanceof PromqlError && error.errorType === 'bad_data') {
      throw invalidParameter('query', error.message);
    }
    throw error;
  }
}

function evaluator({ telemetry, parameters }: Question, grid: Grid): Evaluator {
  const lookback = readDuration(parameters, 'lookback_delta');
  return new Evaluator(
    { source: telemetry, semantics: 3, lookback: lookback ?? defaultLookback },
    grid,
  );
}

function limited(question: Question, value: Value) {
  const limit = readLimit(question.parameters);
  const tooMany =
    limit > 0 && value.type === 'vector' && value.columns.length > limit;
  return tooMany
    ? {
        value: { ...value, columns: value.columns.slice(0, limit) },
        warnings: ['results truncated due to limit'],
      }
    : { value };
}

/** The samples that a selector of a range means at one moment. */
function rawSamples(question: Question, node: Expression, time: number) {
  if (node.kind !== 'range') {
    return undefined;
  }
  const { matchers, offset } = node.selector;
  const to = time - offset;
  // The beginning of a range is not part of it.
  const from = to - node.range + 1;
  const limit = readLimit(question.parameters);
  const result = question.telemetry
    .select(matchers, from, to)
    .map(series => ({
      metric: series.labels,
      values: samplesData(series.samples(from, to)),
    }))
    .filter(({ values }) => values.length > 0);
  const tooMany = limit > 0 && result.length > limit;
  return {
    data: {
      resultType: 'matrix',
      result: tooMany ? result.slice(0, limit) : result,
    },
    ...(tooMany && { warnings: ['results truncated due to limit'] }),
  };
}

/** Answers `/api/v1/query`. */
export function answerQuery(question: Question): Record<string, unknown> {
  const { parameters, now } = question;
  const time = readTime(parameters, 'time', now);
  const node = parsed(question);
  const raw = rawSamples(question, node, time);
  if (raw) {
    return raw;
  }
  const grid = { start: time, step: 1, count: 1 };
  const { value, warnings } = limited(
    question,
    evaluator(question, grid).evaluate(node),
  );
  return { data: instantData(value, time), ...(warnings && { warnings }) };
}

/** Answers `/api/v1/query_range`. */
export function answerRange(question: Question): Record<string, unknown> {
  const grid = readGrid(question.parameters);
  const node = parsed(question);
  if (node.kind === 'string' || node.kind === 'range') {
    throw invalidParameter(
      'query',
      `invalid expression type "${
        node.kind === 'string' ? 'string' : 'range vector'
      }" for range query, must be Scalar or instant Vector`,
    );
  }
  const { value, warnings } = limited(
    question,
    evaluator(question, grid).evaluate(node),
  );
  return { data: rangeData(value, grid), ...(warnings && { warnings }) };
}
