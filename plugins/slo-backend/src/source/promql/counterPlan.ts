import type { RatioIndicator } from '@arctiq/plugin-slo-common';
import { fillWindow, parseCounter, type CounterTerm } from './parseCounter';
import type { Selector } from './selector';

/** What a query of a ratio counts. */
export type CountRole = 'good' | 'bad' | 'total';

/** How the counters of an objective are asked for. */
export interface CounterPlan {
  key: string;
  roles: { role: CountRole; terms: CounterTerm[] }[];
  /** Labels that all selectors of the objective fix, sorted by name, with their values. */
  labels: [label: string, value: string][];
  /** Objectives with the same shape differ only in the values of `labels`. */
  shape: string;
}

/**
 * Plans how the counters of a ratio are asked for.
 *
 * @returns undefined when a query is not made of counters
 */
export function planCounters(
  key: string,
  indicator: RatioIndicator,
): CounterPlan | undefined {
  const { counter } = indicator;
  const roles: CounterPlan['roles'] = [];
  for (const role of ['good', 'bad', 'total'] as const) {
    const query = indicator[role]?.query;
    if (query !== undefined) {
      const terms = parseCounter(fillWindow(query), { counter });
      if (!terms) {
        return undefined;
      }
      roles.push({ role, terms });
    }
  }
  const selectors = roles.flatMap(({ terms }) =>
    terms.map(({ selector }) => selector),
  );
  const labels = commonLabels(selectors);
  const names = new Set(labels.map(([label]) => label));
  const open = roles.map(({ role, terms }) => ({
    role,
    terms: terms.map(({ sign, selector }) => ({
      sign,
      selector: withoutLabels(selector, names),
    })),
  }));
  return {
    ...{ key, roles: open, labels },
    shape: JSON.stringify([open, [...names]]),
  };
}

/** Labels to which every selector gives the same value. */
function commonLabels(selectors: readonly Selector[]): [string, string][] {
  const [first, ...others] = selectors;
  const fixed = first.matchers.filter(
    ({ label, op, value }) =>
      op === '=' && value !== '' && label !== 'le' && isOnlyOne(first, label),
  );
  return fixed
    .filter(({ label, value }) =>
      others.every(
        other =>
          isOnlyOne(other, label) &&
          other.matchers.some(
            one => one.label === label && one.op === '=' && one.value === value,
          ),
      ),
    )
    .map(({ label, value }): [string, string] => [label, value])
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

function isOnlyOne(selector: Selector, label: string): boolean {
  return selector.matchers.filter(one => one.label === label).length === 1;
}

/** The other conditions, in one order, so that the same ones read the same. */
function withoutLabels(
  selector: Selector,
  names: ReadonlySet<string>,
): Selector {
  const matchers = selector.matchers
    .filter(({ label }) => !names.has(label))
    .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  return { metric: selector.metric, matchers };
}
