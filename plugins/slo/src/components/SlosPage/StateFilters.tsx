import type { SloPage, SloState } from '@arctiq/plugin-slo-common';
import { budgetStates, LinkTabs } from '@arctiq/ui-kit';
import type { Filters } from '../../hooks/filters';
import { useSloLinks } from '../../hooks/useFilters';

const order = Object.keys(budgetStates) as SloState[];

/** How many there are in each state; each is a filter. */
export function StateFilters(props: {
  filters: Filters;
  states: SloPage['states'];
}) {
  const { filters, states } = props;
  const links = useSloLinks();
  const rest = { ...filters, cursor: undefined };
  const total = Object.values(states).reduce((sum, count) => sum + count, 0);
  return (
    <LinkTabs
      label="State"
      tabs={[
        {
          label: 'Every state',
          href: links.list({ ...rest, state: undefined }),
          current: filters.state === undefined,
          count: total,
        },
        ...order
          .filter(state => states[state] || filters.state === state)
          .map(state => ({
            label: budgetStates[state].word,
            icon: budgetStates[state].icon,
            tone: budgetStates[state].tone,
            href: links.list({ ...rest, state }),
            current: filters.state === state,
            count: states[state] ?? 0,
          })),
      ]}
    />
  );
}
