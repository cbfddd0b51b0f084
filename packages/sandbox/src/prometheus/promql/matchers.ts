import type { Matcher } from './ast';
import { PromqlError } from './errors';
import type { Labels } from './series';

/** Whether a value of a label fits. */
export type LabelTest = (value: string) => boolean;

/**
 * A regular expression of PromQL, which must fit the whole text.
 *
 * @throws PromqlError when it cannot be read
 */
export function regularExpression(source: string): RegExp {
  // RE2 writes flags as (?i) at the beginning; JavaScript has them outside.
  const flags = /^\(\?([is]+)\)/.exec(source);
  try {
    return new RegExp(
      `^(?:${flags ? source.slice(flags[0].length) : source})$`,
      flags?.[1] ?? 's',
    );
  } catch (error) {
    throw new PromqlError(
      'bad_data',
      `parse error: error parsing regexp: ${(error as Error).message}`,
    );
  }
}

const plainAlternatives = /^[a-zA-Z0-9_:/ -]+(\|[a-zA-Z0-9_:/ -]+)*$/;

function positive({ operator, value }: Matcher): LabelTest {
  if (operator === '=' || operator === '!=') {
    return candidate => candidate === value;
  }
  if (plainAlternatives.test(value)) {
    const wanted = new Set(value.split('|'));
    return candidate => wanted.has(candidate);
  }
  const expression = regularExpression(value);
  return candidate => expression.test(candidate);
}

/**
 * The test of one matcher; regular expressions are anchored as in Prometheus.
 *
 * @throws PromqlError when a regular expression cannot be read
 */
export function labelTest(matcher: Matcher): LabelTest {
  const test = positive(matcher);
  return matcher.operator.startsWith('!') ? value => !test(value) : test;
}

/** The test of all matchers together. */
export function labelsTest(
  matchers: readonly Matcher[],
): (labels: Labels) => boolean {
  const tests = matchers.map(matcher => ({
    name: matcher.name,
    test: labelTest(matcher),
  }));
  return labels => tests.every(({ name, test }) => test(labels[name] ?? ''));
}
