import type { GateAnswer, GateReason } from '@arctiq/plugin-slo-common';
import { BudgetStateBadge, formatBudget } from '@arctiq/ui-kit';
import { Link } from '@backstage/ui';
import { useSloLinks } from '../../hooks/useFilters';
import styles from './GatePanel.module.css';

function SpentBy(props: { spentBy: NonNullable<GateReason['spentBy']> }) {
  const { title, url, spent } = props.spentBy;
  return (
    <span className={styles.spent}>
      Costliest deploy:{' '}
      {url ? (
        <Link href={url} target="_blank" rel="noopener noreferrer">
          {title}
        </Link>
      ) : (
        <strong>{title}</strong>
      )}
      , {formatBudget(spent)} of the budget
    </span>
  );
}

/** Why the gate decided so: one SLO, one sentence, and the deploy that spent it. */
export function GateReasons(props: { answer: GateAnswer }) {
  const { reasons } = props.answer;
  const links = useSloLinks();
  if (reasons.length === 0) {
    return null;
  }
  return (
    <ul className={styles.reasons}>
      {reasons.map(reason => (
        <li key={reason.sloId}>
          <span className={styles.reason}>
            <BudgetStateBadge state={reason.state} />
            <Link href={links.slo(reason.sloId)}>{reason.displayName}</Link>
            {reason.remaining !== undefined &&
              `${formatBudget(reason.remaining)} left`}
          </span>
          <span className={styles.message}>{reason.message}</span>
          {reason.spentBy && <SpentBy spentBy={reason.spentBy} />}
        </li>
      ))}
    </ul>
  );
}
