import type { SloDetail } from '@arctiq/plugin-slo-common';
import {
  BudgetBar,
  BudgetStateBadge,
  formatBudget,
  formatNumber,
  formatShare,
  formatTarget,
  TierBadge,
} from '@arctiq/ui-kit';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import { headline } from '../../words/headline';
import { nameOf } from '../../words/names';
import { toneOf } from '../../words/tone';
import { describeWindow } from '../../words/window';
import { BudgetHero } from '../BudgetHero';
import styles from './SloDetailPage.module.css';

function Owner(props: { slo: SloDetail }) {
  const { entityRef, entityTitle, ownerRef, tier } = props.slo;
  const entityHref = useEntityRefLink();
  return (
    <>
      <Link href={entityHref(entityRef)}>{entityTitle}</Link>
      {ownerRef && (
        <span>
          owned by <Link href={entityHref(ownerRef)}>{nameOf(ownerRef)}</Link>
        </span>
      )}
      {tier !== undefined && <TierBadge tier={String(tier)} />}
    </>
  );
}

/** What the budget is made of, in one line. */
function Amount(props: { slo: SloDetail }) {
  const { status, target, window } = props.slo;
  const { budget, sli, events, confidence } = status;
  const unit = budget?.unit === 'minutes' ? 'bad minutes' : 'bad events';
  return (
    <p className={styles.amount}>
      Promised: <strong>{formatTarget(target)}</strong> over{' '}
      {describeWindow(window)}. Delivered: <strong>{formatShare(sli)}</strong>
      {events > 0 && ` of ${formatNumber(events)} events`}.
      {budget &&
        ` ${formatNumber(Math.round(budget.left))} of ${formatNumber(
          Math.round(budget.total),
        )} ${unit} are left${budget.estimated ? ' (estimated)' : ''}.`}
      {confidence === 'low' &&
        ' There is so little traffic that a single event moves the budget by more than a tenth.'}
    </p>
  );
}

/** Shares of the budget at which the policy changes. */
function thresholdsOf(slo: SloDetail): number[] {
  const { step, next } = slo.policy;
  return [step.below, next?.below].filter(
    (share): share is number =>
      share !== undefined && Number.isFinite(share) && share > 0 && share < 1,
  );
}

/** The answer: how much is left, how fast it burns, when it ends. */
export function DetailHero(props: { slo: SloDetail }) {
  const { slo } = props;
  const { status, displayName } = slo;
  return (
    <BudgetHero
      tone={toneOf(status)}
      kicker={
        <>
          <BudgetStateBadge state={status.state} />
          <Owner slo={slo} />
        </>
      }
      sentence={`${displayName} ${headline(slo, new Date())}.`}
      figure={
        status.remaining === undefined
          ? undefined
          : {
              value: formatBudget(status.remaining),
              caption: 'of the budget left',
            }
      }
    >
      <BudgetBar
        label={`Budget left of ${displayName}`}
        remaining={status.remaining}
        tone={toneOf(status)}
        thresholds={thresholdsOf(slo)}
        large
      />
      <Amount slo={slo} />
    </BudgetHero>
  );
}
