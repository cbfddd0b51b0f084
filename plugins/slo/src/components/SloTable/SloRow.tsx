import type { SloSummary } from '@arctiq/plugin-slo-common';
import {
  BudgetBar,
  BudgetStateBadge,
  BurnFigure,
  DataCell,
  formatBudget,
  formatTarget,
  NameCell,
} from '@arctiq/ui-kit';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import { useSloLinks } from '../../hooks/useFilters';
import { describeCountdown } from '../../words/countdown';
import { nameOf } from '../../words/names';
import { toneOf } from '../../words/tone';
import { describeWindow } from '../../words/window';
import styles from './SloTable.module.css';

function Place(props: { slo: SloSummary }) {
  const { entityRef, entityTitle, ownerRef, tier } = props.slo;
  const entityHref = useEntityRefLink();
  const links = useSloLinks();
  return (
    <span className={styles.place}>
      <Link href={entityHref(entityRef)} className={styles.quiet}>
        {entityTitle}
      </Link>
      {ownerRef && (
        <>
          {' · '}
          <Link href={links.list({ owner: ownerRef })} className={styles.quiet}>
            {nameOf(ownerRef)}
          </Link>
        </>
      )}
      {tier !== undefined && ` · tier ${tier}`}
    </span>
  );
}

function Left(props: { slo: SloSummary }) {
  const { displayName, status } = props.slo;
  return (
    <span className={styles.left}>
      <span className={styles.bar}>
        <BudgetBar
          label={`Budget left of ${displayName}`}
          remaining={status.remaining}
          tone={toneOf(status)}
        />
      </span>
      <span className={styles.figure}>
        {status.remaining === undefined ? '–' : formatBudget(status.remaining)}
      </span>
    </span>
  );
}

/** One SLO in the table: what it is, how it is, when it ends. */
export function SloRow(props: {
  slo: SloSummary;
  now: Date;
  showComponent: boolean;
}) {
  const { slo, now, showComponent } = props;
  const { status } = slo;
  const links = useSloLinks();
  const ends = describeCountdown(status.countdown, now);
  return (
    <tr>
      <NameCell>
        <Link href={links.slo(slo.id)} className={styles.name}>
          {slo.displayName}
        </Link>
        {showComponent && <Place slo={slo} />}
      </NameCell>
      <DataCell>
        <BudgetStateBadge state={status.state} />
        {status.quality === 'stale' && (
          <span className={styles.note}>old figures</span>
        )}
        {status.quality === 'partial' && (
          <span className={styles.note}>incomplete</span>
        )}
      </DataCell>
      <DataCell align="end" phoneLabel="burns">
        <BurnFigure rate={status.currentBurn} />
      </DataCell>
      <DataCell align="end" wide>
        <Left slo={slo} />
      </DataCell>
      <DataCell phoneLabel="ends">
        <span className={styles.figure}>{ends.short}</span>
        {ends.detail && <span className={styles.note}>{ends.detail}</span>}
      </DataCell>
      <DataCell phoneLabel="target">
        <span className={styles.figure}>{formatTarget(slo.target)}</span>
        <span className={styles.note}>over {describeWindow(slo.window)}</span>
      </DataCell>
    </tr>
  );
}
