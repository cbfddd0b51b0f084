import { Button } from '@backstage/ui';
import { lazy, Suspense, useId, useState } from 'react';
import { formatMoment } from '../../format';
import { DataCell, DataTable, NameCell } from '../DataTable';
import styles from './TrendChart.module.css';
import type { TrendPlotProps } from './types';

const TrendPlot = lazy(async () => ({
  default: (await import('./TrendPlot')).TrendPlot,
}));

/** Props of {@link TrendChart}. */
export interface TrendChartProps extends TrendPlotProps {
  /** What the chart shows, in one sentence. */
  summary: string;
  /** Name of the value, the head of its column in the table. */
  valueLabel: string;
}

function Legend(props: { kinds: Set<string> }) {
  const { kinds } = props;
  if (kinds.size === 0) {
    return null;
  }
  return (
    <span className={styles.legend}>
      {kinds.has('deploy') && (
        <span>
          <span className={styles.deploy} aria-hidden="true">
            ▲
          </span>{' '}
          Deploy
        </span>
      )}
      {kinds.has('incident') && (
        <span>
          <span className={styles.incident} aria-hidden="true">
            ◆
          </span>{' '}
          Incident
        </span>
      )}
    </span>
  );
}

function Values(props: TrendChartProps) {
  const { title, points, format, valueLabel } = props;
  const now = new Date();
  return (
    <div
      className={styles.values}
      // It scrolls, so it must be reached by keyboard.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      role="region"
      aria-label={title}
    >
      <DataTable
        label={title}
        columns={[{ title: 'Time' }, { title: valueLabel, align: 'end' }]}
      >
        {[...points].reverse().map(({ time, value }) => (
          <tr key={time}>
            <NameCell>{formatMoment(time, now)}</NameCell>
            <DataCell align="end">
              {value === undefined ? 'not known' : format(value)}
            </DataCell>
          </tr>
        ))}
      </DataTable>
    </div>
  );
}

/**
 * A value over time with what may explain it: a drawing, a sentence that says
 * the same, and the figures as a table. Colours follow the theme; nothing moves.
 */
export function TrendChart(props: TrendChartProps) {
  const { summary, points, markers = [] } = props;
  const [asTable, setAsTable] = useState(false);
  const summaryId = useId();
  return (
    <figure className={styles.figure} aria-labelledby={summaryId}>
      <figcaption className={styles.caption}>
        <span id={summaryId} className={styles.summary}>
          {summary}
        </span>
        <Legend kinds={new Set(markers.map(({ kind }) => kind))} />
        {points.length > 0 && (
          <Button
            variant="tertiary"
            size="small"
            aria-pressed={asTable}
            onPress={() => setAsTable(!asTable)}
          >
            {asTable ? 'Show as chart' : 'Show as table'}
          </Button>
        )}
      </figcaption>
      {points.length > 0 && asTable && <Values {...props} />}
      {points.length > 0 && !asTable && (
        <div className={styles.drawing}>
          <Suspense fallback={null}>
            <TrendPlot {...props} />
          </Suspense>
        </div>
      )}
    </figure>
  );
}
