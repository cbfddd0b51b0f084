import type { Selector } from './parse';

/** Labels that usually say whose series it is, the most telling first. */
const IDENTITY = [
  'job',
  'service',
  'service_name',
  'app',
  'application',
  'component',
  'container',
  'deployment',
  'workload',
  'destination_service_name',
  'destination_workload',
  'destination_service',
  'instance',
];

function mentions(text: string, names: string[]): boolean {
  const plain = text.toLowerCase().replace(/\W|_/g, '');
  return names.some(name => plain.includes(name.replace(/\W|_/g, '')));
}

/**
 * Guesses whether a query counts somebody else's events: none of its matchers,
 * nor the name of the metric, mentions the component. Only ever a warning; the
 * portal cannot know how a company labels its series.
 *
 * @param names - names of the component, in lower case
 * @returns a sentence for a warning, or undefined
 */
export function foreignSelector(
  selectors: Selector[],
  names: string[],
): string | undefined {
  const foreign = selectors.find(
    ({ metric, matchers }) =>
      !mentions(metric ?? '', names) &&
      !matchers.some(
        ({ op, value }) =>
          (op === '=' || op === '=~') && mentions(value, names),
      ),
  );
  if (!foreign) {
    return undefined;
  }
  const identity = IDENTITY.flatMap(
    label =>
      foreign.matchers.find(
        matcher => matcher.label === label && matcher.op.startsWith('='),
      ) ?? [],
  )[0];
  const what = foreign.metric ?? 'A selector';
  return identity
    ? `${what} is selected with ${identity.label}${identity.op}"${identity.value}", which does not mention ${names[0]}: is this the query of another service?`
    : `${what} is selected without a label that mentions ${names[0]}: events of other services may be counted. Add a matcher such as job="${names[0]}".`;
}
