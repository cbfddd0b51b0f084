import type { Rollup, SloState, SloSummary } from '@arctiq/plugin-slo-common';
import {
  BudgetBar,
  BudgetStateBadge,
  budgetStates,
  BurnFigure,
  formatBudget,
  StatusBadge,
} from '@arctiq/ui-kit';
import { Link } from '@backstage/ui';
import { useSloLinks } from '../../hooks/useFilters';
import { describeCountdown } from '../../words/countdown';
import { toneOf } from '../../words/tone';
import styles from './SloCard.module.css';

const order = Object.keys(budgetStates) as SloState[];

/** How many SLOs are in which state. */
export function StateCounts(props: { states: Rollup['states'] }) {
  const { states } = props;
  return (
    <span className={styles.states}>
      {order
        .filter(state => states[state])
        .map(state => (
          <StatusBadge
            key={state}
            tone={budgetStates[state].tone}
            icon={budgetStates[state].icon}
            title={budgetStates[state].meaning}
          >
            {`${states[state]} ${budgetStates[state].word.toLocaleLowerCase(
              'en-US',
            )}`}
          </StatusBadge>
        ))}
    </span>
  );
}

function Line(props: { slo: SloSummary; showComponent: boolean; now: Date }) {
  const { slo, showComponent, now } = props;
  const { status } = slo;
  const links = useSloLinks();
  const ends = describeCountdown(status.countdown, now);
  return (
    <li className={styles.line}>
      <span className={styles.name}>
        <Link href={links.slo(slo.id)}>
          {showComponent && `${slo.entityTitle}: `}
          {slo.displayName}
        </Link>
        <BudgetStateBadge state={status.state} />
      </span>
      <BudgetBar
        label={`Budget left of ${slo.displayName}`}
        remaining={status.remaining}
        tone={toneOf(status)}
      />
      <span className={styles.figures}>
        <span>
          {status.remaining === undefined
            ? 'budget unknown'
            : `${formatBudget(status.remaining)} left`}
        </span>
        <span>
          burns <BurnFigure rate={status.currentBurn} />
        </span>
        <span>
          {status.countdown.kind === 'at' ? 'ends ' : 'ends: '}
          {ends.short}
        </span>
      </span>
    </li>
  );
}

/** A few SLOs with what matters of each. */
export function SloLines(props: {
  slos: readonly SloSummary[];
  showComponent: boolean;
  label: string;
}) {
  const { slos, showComponent, label } = props;
  const now = new Date();
  return (
    <ul className={styles.lines} aria-label={label}>
      {slos.map(slo => (
        <Line key={slo.id} slo={slo} showComponent={showComponent} now={now} />
      ))}
    </ul>
  );
}
