import type { BurnRate, SloDetail } from '@arctiq/plugin-slo-common';
import {
  BurnFigure,
  DataCell,
  DataTable,
  formatBurn,
  NameCell,
  SectionCard,
  StatusBadge,
} from '@arctiq/ui-kit';
import { thresholdOf } from '../../words/thresholds';
import styles from './SloDetailPage.module.css';

function windowSeconds(slo: SloDetail): number {
  const { from, to, end } = slo.status.window;
  return (end ?? to) - from;
}

function Threshold(props: { burn: BurnRate; seconds: number }) {
  const { burn, seconds } = props;
  const threshold = thresholdOf(burn.lookback, seconds);
  if (!threshold) {
    return null;
  }
  const above = burn.rate !== undefined && burn.rate > threshold.rate;
  return (
    <span className={styles.threshold}>
      {`${threshold.severity} above ${formatBurn(threshold.rate)}`}
      {above && <StatusBadge tone="negative">Above</StatusBadge>}
    </span>
  );
}

/** How fast the budget burns, from the last minutes to the last days. */
export function BurnTable(props: { slo: SloDetail }) {
  const { slo } = props;
  const seconds = windowSeconds(slo);
  return (
    <SectionCard title="Burn by look-back">
      <DataTable
        label="Burn by look-back"
        dense
        columns={[
          { title: 'Last' },
          { title: 'Burns', align: 'end' },
          { title: 'Alert' },
        ]}
      >
        {slo.status.burn.map(burn => (
          <tr key={burn.lookback}>
            <NameCell>
              {burn.lookback.replace(/m$/, 'min').replace(/(\d+)/, '$1\u00a0')}
              {burn.coverage < 1 && (
                <span className={styles.quiet}>
                  {` ${Math.floor(burn.coverage * 100)}\u00a0% known`}
                </span>
              )}
            </NameCell>
            <DataCell align="end">
              <BurnFigure rate={burn.rate} />
            </DataCell>
            <DataCell>
              <Threshold burn={burn} seconds={seconds} />
            </DataCell>
          </tr>
        ))}
      </DataTable>
      <p className={styles.quiet}>
        1× spends the budget exactly over its window. An alert needs both of its
        look-backs above the limit (SRE Workbook, chapter 5).
      </p>
    </SectionCard>
  );
}
