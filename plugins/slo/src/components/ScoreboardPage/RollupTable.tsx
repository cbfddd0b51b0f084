import type { Rollup } from '@arctiq/plugin-slo-common';
import {
  BudgetBar,
  DataCell,
  DataTable,
  formatBudget,
  formatCount,
  formatShare,
  NameCell,
  type StatusTone,
} from '@arctiq/ui-kit';
import { Link } from '@backstage/ui';
import { useSloLinks } from '../../hooks/useFilters';
import { inSentence } from '../../words/names';
import { StateCounts } from '../SloCard';
import styles from './ScoreboardPage.module.css';

/** The colour of a sum of budgets; the words beside it say the same. */
export function toneOfRemaining(remaining: number | undefined): StatusTone {
  if (remaining === undefined) {
    return 'neutral';
  }
  if (remaining <= 0) {
    return 'negative';
  }
  return remaining < 0.5 ? 'warning' : 'positive';
}

function Worst(props: { rollup: Rollup }) {
  const { worst } = props.rollup;
  const links = useSloLinks();
  if (!worst) {
    return null;
  }
  return (
    <>
      <Link href={links.slo(worst.id)}>
        {worst.entityTitle} {inSentence(worst.displayName)}
      </Link>
      <span className={styles.note}>
        {worst.status.remaining === undefined
          ? 'budget unknown'
          : `${formatBudget(worst.status.remaining)} left`}
      </span>
    </>
  );
}

/** Teams or systems, each with its sum and its worst member. */
export function RollupTable(props: {
  rollups: readonly Rollup[];
  by: 'owner' | 'system';
  label: string;
}) {
  const { rollups, by, label } = props;
  const links = useSloLinks();
  return (
    <DataTable
      label={label}
      columns={[
        { title: by === 'owner' ? 'Team' : 'System' },
        { title: 'Delivered', align: 'end' },
        { title: 'Budget left', align: 'end' },
        { title: 'States' },
        { title: 'Least left' },
      ]}
    >
      {rollups.map(rollup => (
        <tr key={rollup.ref}>
          <NameCell>
            <Link
              href={links.list(
                by === 'owner' ? { owner: rollup.ref } : { system: rollup.ref },
              )}
            >
              {rollup.title}
            </Link>
            <span className={styles.note}>
              {formatCount(rollup.slos, 'SLO')}
            </span>
          </NameCell>
          <DataCell align="end" phoneLabel="delivered">
            {rollup.sli === undefined ? '–' : formatShare(rollup.sli)}
          </DataCell>
          <DataCell align="end" wide>
            <span className={styles.left}>
              <span className={styles.bar}>
                <BudgetBar
                  label={`Budget left of ${rollup.title}`}
                  remaining={rollup.remaining}
                  tone={toneOfRemaining(rollup.remaining)}
                />
              </span>
              <span className={styles.figure}>
                {rollup.remaining === undefined
                  ? '–'
                  : formatBudget(rollup.remaining)}
              </span>
            </span>
          </DataCell>
          <DataCell>
            <StateCounts states={rollup.states} />
          </DataCell>
          <DataCell phoneLabel="least left:" blank={!rollup.worst}>
            <Worst rollup={rollup} />
          </DataCell>
        </tr>
      ))}
    </DataTable>
  );
}
