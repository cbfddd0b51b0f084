import type { SloGlance } from '@arctiq/plugin-slo-common';
import { StatePanel } from '@arctiq/ui-kit';
import type { Read } from '../../hooks/useRead';
import { DataNotice } from '../DataNotice';
import { ReadPanel } from '../ReadPanel';
import { SloLines, StateCounts } from './RollupSummary';
import styles from './SloCard.module.css';

/** The inside of a card: how many are in which state, and what burns first. */
export function SloCard(props: {
  read: Read<SloGlance>;
  /** Of one component, or of a team with several. */
  showComponent: boolean;
  empty: string;
}) {
  const { read, showComponent, empty } = props;
  return (
    <ReadPanel read={read} what="Error budgets">
      {({ rollup, top }, ready) =>
        rollup.slos === 0 ? (
          <StatePanel kind="empty" title="No SLO is known yet" compact>
            {empty}
          </StatePanel>
        ) : (
          <div className={styles.card}>
            <DataNotice
              quality={rollup.quality}
              asOf={rollup.asOf}
              reasons={[]}
              refreshProblem={ready.refreshProblem}
              retry={ready.retry}
            />
            <StateCounts states={rollup.states} />
            <SloLines
              slos={top}
              showComponent={showComponent}
              label="What burns first"
            />
          </div>
        )
      }
    </ReadPanel>
  );
}
