import { MAX_QUERY_CHARACTERS } from '../limits';
import type { Located } from '../yaml/Located';
import { foreignSelector } from './ownership';
import { parseQuery, type ParsedQuery } from './parse';
import { hasWindowPlaceholder } from './window';

/**
 * How a query is used.
 *
 * - `counter`: names counters without a range
 * - `count`: gives a number of events per slice, or a rate
 * - `windowed`: the same, and must hold the placeholder of the window (Sloth)
 * - `value`: gives a value, sampled once per slice
 */
export type QueryRole = 'counter' | 'count' | 'windowed' | 'value';

function roleProblem(
  query: string,
  parsed: ParsedQuery,
  role: QueryRole,
): string | undefined {
  const placeholder = hasWindowPlaceholder(query);
  if (role === 'windowed' && !placeholder) {
    return 'does not use {{.window}}: the query is asked over several windows, so write the range as [{{.window}}]';
  }
  if (role !== 'counter') {
    return undefined;
  }
  if (placeholder || parsed.selectors.some(({ ranged }) => ranged)) {
    return 'has a range, but `counter: true` says that it names a counter, whose growth the portal computes: remove the range and its rate or increase, or set counter to false';
  }
  return parsed.selectors.some(({ shifted }) => shifted)
    ? 'uses offset or @ on a counter, whose growth cannot be computed then: remove it, or set counter to false and write the increase yourself'
    : undefined;
}

function warn(
  field: Located<unknown>,
  parsed: ParsedQuery,
  role: QueryRole,
  names: string[],
): void {
  const foreign = names.length > 0 && foreignSelector(parsed.selectors, names);
  if (foreign) {
    field.warning(foreign);
  }
  const bound = parsed.selectors
    .flatMap(({ matchers }) => matchers)
    .find(
      ({ label, op, value }) =>
        label === 'le' && op === '=' && /^\d+$/.test(value),
    );
  if (bound) {
    field.warning(
      `le="${bound.value}" matches nothing on Prometheus 3, which stores ${bound.value}.0: write le=~"${bound.value}(\\\\.0)?".`,
    );
  }
  if (role === 'count' && !parsed.selectors.some(({ ranged }) => ranged)) {
    field.warning(
      'The query has no range, so its value at the end of each slice is taken as a number of events. If it names a counter, set counter to true.',
    );
  }
}

/**
 * Checks one PromQL query and reports what is wrong with it.
 *
 * @param field - where the query stands
 * @param names - names of the component, in lower case, its own first; empty
 *   when any service may be counted
 * @returns the query without surrounding space, or undefined when it cannot be used
 */
export function checkQuery(
  field: Located<unknown>,
  query: string,
  role: QueryRole,
  names: string[],
): string | undefined {
  const text = query.trim();
  if (text.length > MAX_QUERY_CHARACTERS) {
    return field.error(
      `has ${text.length} characters; ${MAX_QUERY_CHARACTERS} is the limit: record parts of it by a rule of your own`,
    );
  }
  const parsed = parseQuery(text);
  const problem =
    parsed.problem ??
    (parsed.selectors.length === 0
      ? 'selects no series: write a PromQL query such as sum(http_requests_total{job="my-service"})'
      : roleProblem(text, parsed, role));
  if (problem) {
    return field.error(problem);
  }
  warn(field, parsed, role, names);
  return text;
}
