import type { CounterPlan } from './counterPlan';
import { formatSelector, oneOf, type Matcher, type Selector } from './selector';

/** Label that tells the parts of an answer apart. */
export const PART_LABEL = 'slo_part';

/** How long a series may be silent and still go on where it stopped, in minutes. */
export const LOOK_BACK_MINUTES = 60;

const SLICE = '5m';
const SLICES = '10m';
const BEFORE = `${LOOK_BACK_MINUTES}m`;
const BOTH = `${LOOK_BACK_MINUTES + 5}m`;

/** Parts that only say that the samples must be read. */
const ALERTS = { resets: true, 'resets-before': true, absent: true };

/**
 * The query that counts the counters of several objectives of one shape, each
 * slice exactly: what a counter grew between the last sample at or before the
 * start of the slice and the last one at or before its end. `increase()` would
 * lose what happens between the last sample of a slice and the first of the
 * next, would lose the first sample of a new series, and extrapolates.
 *
 * Six parts for each counter S, with T the counter of the total:
 * - `grown`: of series that were there before
 * - `born`: of series that were not, after their first sample in the slice
 * - `first`: that first sample, where the target was scraped before the series
 *   was there (another series of T of the target goes on, or has more samples in
 *   the slice): so it started at zero since. Otherwise it is where counting
 *   begins, because nobody knows what it counted when
 * - `resets`, `resets-before`: differ when a counter was reset in the slice;
 *   then `grown` is wrong and the samples must be read
 * - `absent`: series that were missing in a scrape of their target and are back,
 *   perhaps from zero to a larger value than before; the samples tell
 */
export function buildCounterQuery(plans: readonly CounterPlan[]): string {
  const [{ roles, labels }] = plans;
  const names = labels.map(([label]) => label);
  const values = names.map((label, index) =>
    oneOf(label, [...new Set(plans.map(plan => plan.labels[index][1]))].sort()),
  );
  const totals = (roles.find(({ role }) => role === 'total')?.terms ?? []).map(
    ({ selector }) => withMatchers(selector, values),
  );
  const target = [...new Set(['job', 'instance', ...names])].join(', ');
  const known = totals.map(t => `(${now(t)} and ${before(t)})`).join(' or ');
  function longest(range: string) {
    const scrapes = totals.map(t => `count_over_time(${t}[${range}])`);
    return `max by (${target}) (${scrapes.join(' or ')})`;
  }
  const by = names.length > 0 ? ` by (${names.join(', ')}) ` : '';
  const parts = roles.flatMap(({ role, terms }) =>
    terms.flatMap(({ selector }, index) => {
      const s = withMatchers(selector, values);
      const first = `min_over_time(${s}[${SLICE}])`;
      const fresh = `(${first} unless ${before(s)})`;
      const later = `count_over_time(${s}[${SLICE}]) < on (${target}) group_left () ${longest(
        SLICE,
      )}`;
      const counts = {
        grown: `${now(s)} - ${before(s)}`,
        born: `(${now(s)} - ${first}) unless ${before(s)}`,
        first: `(${fresh} and on (${target}) (${known})) or (${fresh} and (${later}))`,
        resets: `resets(${s}[${BOTH}])`,
        'resets-before': `resets(${s}[${BEFORE}] offset ${SLICE})`,
        absent: `count_over_time(${s}[${SLICES}]) < bool on (${target}) group_left () ${longest(
          SLICES,
        )} and ${before(s)}`,
      };
      return Object.entries(counts).map(([part, expression]) => {
        // Of what is nearly always zero only the exceptions are told.
        const rare = part in ALERTS ? ' > 0' : '';
        return labelled(
          `sum${by}(${expression})${rare}`,
          `${role}:${index}:${part}`,
        );
      });
    }),
  );
  return parts.join('\nor ');
}

/** The query that reads the samples of one counter of one objective. */
export function buildSampleQuery(
  plan: CounterPlan,
  selector: Selector,
  minutes: number,
): string {
  const own = plan.labels.map(([label, value]) => oneOf(label, [value]));
  return `${withMatchers(selector, own)}[${minutes}m]`;
}

/** What is counted for one role of one objective, as a person would ask it. */
export function buildReadableQuery(
  plan: CounterPlan,
  role: CounterPlan['roles'][number],
): string {
  const own = plan.labels.map(([label, value]) => oneOf(label, [value]));
  return role.terms
    .map(({ sign, selector }, index) => {
      const s = withMatchers(selector, own);
      const plus = index === 0 ? '' : ' + ';
      return `${sign < 0 ? ' - ' : plus}sum(${now(s)} - ${before(s)})`;
    })
    .join('')
    .trim();
}

/** Gives the parts of an answer their name. */
export function labelled(expression: string, part: string): string {
  return `label_replace(${expression}, "${PART_LABEL}", "${part}", "", "")`;
}

function now(selector: string): string {
  return `last_over_time(${selector}[${SLICE}])`;
}

function before(selector: string): string {
  return `last_over_time(${selector}[${BEFORE}] offset ${SLICE})`;
}

function withMatchers(selector: Selector, matchers: readonly Matcher[]) {
  return formatSelector({
    metric: selector.metric,
    matchers: [...matchers, ...selector.matchers],
  });
}
