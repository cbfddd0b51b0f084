import { ApiError, invalidParameter } from './ApiError';
import { parseDuration } from './promql/literals';

/** More steps in one answer are refused. */
const maximumSteps = 11_000;

/**
 * A moment: Unix seconds, fractions allowed, or RFC 3339.
 *
 * @returns milliseconds
 */
export function readTime(
  parameters: URLSearchParams,
  name: string,
  fallback?: number,
): number {
  const text = parameters.get(name);
  if (text === null || text === '') {
    if (fallback !== undefined) {
      return fallback;
    }
    throw invalidParameter(name, `cannot parse "" to a valid timestamp`);
  }
  const time = /^-?\d+(\.\d+)?(e\d+)?$/i.test(text)
    ? Math.round(Number(text) * 1000)
    : Date.parse(text);
  if (!Number.isFinite(time) || !/^[-\dTZ:.+e]+$/i.test(text)) {
    throw invalidParameter(name, `cannot parse "${text}" to a valid timestamp`);
  }
  return time;
}

/** A length of time in milliseconds: seconds or PromQL's `5m`. */
export function readDuration(
  parameters: URLSearchParams,
  name: string,
): number | undefined {
  const text = parameters.get(name);
  if (text === null || text === '') {
    return undefined;
  }
  try {
    return parseDuration(text);
  } catch {
    throw invalidParameter(name, `cannot parse "${text}" to a valid duration`);
  }
}

/** How many series an answer may hold; 0 for all. */
export function readLimit(parameters: URLSearchParams): number {
  const text = parameters.get('limit');
  if (text !== null && !/^\d+$/.test(text)) {
    throw invalidParameter('limit', 'limit must be a non-negative number');
  }
  return Number(text ?? 0);
}

/**
 * The grid of a range query.
 *
 * @throws ApiError when it is empty, backwards or too fine
 */
export function readGrid(parameters: URLSearchParams) {
  const start = readTime(parameters, 'start');
  const end = readTime(parameters, 'end');
  if (end < start) {
    throw invalidParameter(
      'end',
      'end timestamp must not be before start time',
    );
  }
  const step = readDuration(parameters, 'step');
  if (step === undefined) {
    throw invalidParameter('step', 'cannot parse "" to a valid duration');
  }
  if (step <= 0) {
    throw invalidParameter(
      'step',
      'zero or negative query resolution step widths are not accepted. Try a positive integer',
    );
  }
  const steps = Math.floor((end - start) / step);
  if (steps > maximumSteps) {
    throw new ApiError(
      'bad_data',
      'exceeded maximum resolution of 11,000 points per timeseries. Try decreasing the query resolution (?step=XX)',
    );
  }
  return { start, step, count: steps + 1 };
}
