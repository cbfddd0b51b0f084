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

/** Parts of names that every second service has. */
const GENERIC = ['service', 'worker', 'server', 'gateway', 'portal'];

/** What a text must hold to be about the component: `order` for `order-service`. */
function wordsOf(names: string[]): string[] {
  return names.flatMap(name => [
    name.replace(/[^a-z0-9]/g, ''),
    ...name
      .split(/[^a-z0-9]+/)
      .filter(word => word.length > 3 && !GENERIC.includes(word)),
  ]);
}

function mentions(text: string, words: string[]): boolean {
  const plain = text.toLowerCase().replace(/[^a-z0-9]/g, '');
  return words.some(word => plain.includes(word));
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
  const words = wordsOf(names);
  const foreign = selectors.find(
    ({ metric, matchers }) =>
      !mentions(metric ?? '', words) &&
      !matchers.some(
        ({ op, value }) =>
          (op === '=' || op === '=~') && mentions(value, words),
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
