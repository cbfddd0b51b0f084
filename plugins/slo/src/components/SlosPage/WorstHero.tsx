import type { SloPage, SloSummary } from '@arctiq/plugin-slo-common';
import {
  Age,
  BudgetStateBadge,
  formatBudget,
  formatBurn,
  formatCount,
} from '@arctiq/ui-kit';
import { Link } from '@backstage/ui';
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

/** What burns first among the SLOs of the page, in words and one figure. */
export function WorstHero(props: { slo: SloSummary; page: SloPage }) {
  const { slo, page } = props;
  const links = useSloLinks();
  const calm = slo.status.state === 'healthy' && !isBurning(slo.status);
  const link = (
    <Link href={links.slo(slo.id)}>
      {slo.entityTitle} {inSentence(slo.displayName)}
    </Link>
  );
  if (calm) {
    return (
      <BudgetHero tone="positive" sentence="Nothing burns faster than it may.">
        <Counts page={page} />
      </BudgetHero>
    );
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
