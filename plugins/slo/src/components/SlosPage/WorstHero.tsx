import type { SloPage, SloSummary } from '@arctiq/plugin-slo-common';
import {
  Age,
  BudgetStateBadge,
  formatBudget,
  formatBurn,
  formatCount,
} from '@arctiq/ui-kit';
import { Link } from '@backstage/ui';
import type { Filters } from '../../hooks/filters';
import { useSloLinks } from '../../hooks/useFilters';
import { inSentence } from '../../words/names';
import { headline } from '../../words/headline';
import { isBurning, toneOf } from '../../words/tone';
import { BudgetHero } from '../BudgetHero';

function figureOf(slo: SloSummary) {
  const { status } = slo;
  if (isBurning(status)) {
    return {
      value: formatBurn(status.currentBurn),
      caption: 'of the even pace, last hour',
    };
  }
  return status.remaining === undefined
    ? undefined
    : { value: formatBudget(status.remaining), caption: 'of the budget left' };
}

function Counts(props: { page: SloPage }) {
  const { asOf, states } = props.page;
  const all = Object.values(states).reduce((sum, count) => sum + count, 0);
  const spent = (states.exhausted ?? 0) + (states.frozen ?? 0);
  return (
    <p>
      {formatCount(all, 'SLO')}: {states.healthy ?? 0} healthy
      {spent > 0 && `, ${spent} exhausted or frozen`}
      {asOf && (
        <>
          ; measured <Age time={asOf} />
        </>
      )}
      .
    </p>
  );
}

/** Nothing burns, which does not mean that every budget is whole. */
function CalmHero(props: { page: SloPage; filters: Filters }) {
  const { page, filters } = props;
  const { exhausted = 0 } = page.states;
  const links = useSloLinks();
  if (exhausted === 0) {
    return (
      <BudgetHero tone="positive" sentence="Nothing burns faster than it may.">
        <Counts page={page} />
      </BudgetHero>
    );
  }
  return (
    <BudgetHero
      tone="warning"
      sentence={
        <>
          Nothing burns faster than it may, but{' '}
          <Link href={links.list({ ...filters, state: 'exhausted' })}>
            {formatCount(exhausted, 'budget')}
          </Link>{' '}
          {exhausted === 1 ? 'is' : 'are'} spent.
        </>
      }
    >
      <Counts page={page} />
    </BudgetHero>
  );
}

/** What burns first among the SLOs of the page, in words and one figure. */
export function WorstHero(props: {
  slo: SloSummary;
  page: SloPage;
  filters: Filters;
}) {
  const { slo, page, filters } = props;
  const links = useSloLinks();
  const { state, currentBurn } = slo.status;
  const calm = state === 'healthy' && !isBurning(slo.status);
  if (currentBurn === undefined) {
    return (
      <BudgetHero
        tone="neutral"
        sentence="Nothing has enough data to say how fast it burns."
      >
        <Counts page={page} />
      </BudgetHero>
    );
  }
  const link = (
    <Link href={links.slo(slo.id)}>
      {slo.entityTitle} {inSentence(slo.displayName)}
    </Link>
  );
  if (calm) {
    return <CalmHero page={page} filters={filters} />;
  }
  return (
    <BudgetHero
      tone={toneOf(slo.status)}
      kicker={<BudgetStateBadge state={slo.status.state} />}
      sentence={
        <>
          {link} {headline(slo, new Date())}.
        </>
      }
      figure={figureOf(slo)}
    >
      <Counts page={page} />
    </BudgetHero>
  );
}
