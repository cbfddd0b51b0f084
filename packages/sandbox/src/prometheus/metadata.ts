import type { Question } from './answers';
import { ApiError, invalidParameter } from './ApiError';
import { readLimit, readTime } from './parameters';
import type { Matcher } from './promql/ast';
import { parsePromql } from './promql/parse';
import type { Labels } from './promql/series';

const hour = 3_600_000;
const everything: Matcher = { name: '__name__', operator: '=~', value: '.+' };

function selectors(parameters: URLSearchParams): Matcher[][] {
  return parameters.getAll('match[]').map(text => {
    const node = parsePromql(text);
    if (node.kind !== 'selector') {
      throw invalidParameter('match[]', `"${text}" is no series selector`);
    }
    return node.matchers;
  });
}

function labelsOf(
  { telemetry, parameters, now }: Question,
  wanted: Matcher[][],
): Labels[] {
  const end = readTime(parameters, 'end', now);
  // A series without a beginning is looked for in the last hour only.
  const start = readTime(parameters, 'start', end - hour);
  const found = new Set<Labels>();
  for (const matchers of wanted) {
    for (const labels of telemetry.labels(matchers, start, end)) {
      found.add(labels);
    }
  }
  return [...found];
}

function limitedList<T>({ parameters }: Question, items: T[]) {
  const limit = readLimit(parameters);
  return limit > 0 && items.length > limit
    ? {
        data: items.slice(0, limit),
        warnings: ['results truncated due to limit'],
      }
    : { data: items };
}

/** Answers `/api/v1/series`. */
export function answerSeries(question: Question): Record<string, unknown> {
  const wanted = selectors(question.parameters);
  if (wanted.length === 0) {
    throw new ApiError('bad_data', 'no match[] parameter provided');
  }
  return limitedList(question, labelsOf(question, wanted));
}

function anyOf(parameters: URLSearchParams): Matcher[][] {
  const wanted = selectors(parameters);
  return wanted.length > 0 ? wanted : [[everything]];
}

/** Answers `/api/v1/labels`. */
export function answerLabels(question: Question): Record<string, unknown> {
  const labels = labelsOf(question, anyOf(question.parameters));
  const names = new Set(labels.flatMap(one => Object.keys(one)));
  return limitedList(question, [...names].sort());
}

/** Answers `/api/v1/label/<name>/values`. */
export function answerValues(
  question: Question,
  name: string,
): Record<string, unknown> {
  if (!/^[a-zA-Z_]\w*$/.test(name)) {
    throw new ApiError('bad_data', `invalid label name: "${name}"`);
  }
  const labels = labelsOf(question, anyOf(question.parameters));
  const values = labels.flatMap(one => one[name] ?? []);
  return limitedList(question, [...new Set(values)].sort());
}

/** Answers `/api/v1/metadata`. */
export function answerMetadata(question: Question): Record<string, unknown> {
  const { telemetry, parameters } = question;
  const wanted = parameters.get('metric');
  const entries = telemetry
    .metadata()
    .filter(([metric]) => wanted === null || metric === wanted)
    .map(([metric, { type, help, unit }]) => [metric, [{ type, help, unit }]]);
  return { data: Object.fromEntries(entries) };
}
