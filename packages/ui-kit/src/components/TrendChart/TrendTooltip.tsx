import styles from './TrendChart.module.css';
import type { TrendMarker } from './types';

/** What stands beside the pointer: when, how much, and what happened there. */
export function TrendTooltip(props: {
  active: boolean;
  time: number | undefined;
  value: unknown;
  format: (value: number) => string;
  moment: (time: number) => string;
  markers: readonly TrendMarker[];
  /** Seconds around the pointer in which a marker counts as there. */
  reach: number;
}) {
  const { active, time, value, format, moment, markers, reach } = props;
  if (!active || time === undefined) {
    return null;
  }
  const near = markers.filter(
    marker =>
      marker.time - reach <= time &&
      time <= (marker.end ?? marker.time) + reach,
  );
  return (
    <div className={styles.tooltip}>
      <div className={styles.tooltipTime}>{moment(time)}</div>
      <strong>{typeof value === 'number' ? format(value) : 'not known'}</strong>
      {near.map(marker => (
        <div key={marker.id}>
          {marker.kind === 'deploy' ? '▲ ' : '◆ '}
          {marker.label}
        </div>
      ))}
    </div>
  );
}
