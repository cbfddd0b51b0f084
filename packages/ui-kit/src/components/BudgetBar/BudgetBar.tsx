import { formatBudget } from '../../format';
import type { StatusTone } from '../StatusBadge';
import styles from './BudgetBar.module.css';
import { barScale } from './scale';

/** Props of {@link BudgetBar}. */
export interface BudgetBarProps {
  /** Whose budget it is, for people who do not see the bar. */
  label: string;
  /** Signed share that is left; absent when it is not known. */
  remaining: number | undefined;
  tone: StatusTone;
  /** Shares at which something happens; marked and written below. */
  thresholds?: readonly number[];
  /** With a scale below it. */
  large?: boolean;
}

/** Bars of a list have the same scale, so that they can be compared. */
const SMALL_LOW = -0.2;

function lowOf(remaining: number, large: boolean | undefined): number {
  if (!large) {
    return SMALL_LOW;
  }
  return remaining < 0 ? Math.min(-0.15, Math.max(-1, remaining)) : 0;
}

function Scale(props: { marks: readonly number[]; at: (n: number) => number }) {
  return (
    <ul className={styles.scale} aria-hidden="true">
      {props.marks.map(mark => (
        <li
          key={mark}
          className={styles.mark}
          style={{ left: `${props.at(mark)}%` }}
        >
          {`${mark < 0 ? '\u2212' : ''}${Math.abs(
            Math.round(mark * 100),
          )}\u00a0%`}
        </li>
      ))}
    </ul>
  );
}

/** How much of a budget is left, signed: overspending shows beyond zero. */
export function BudgetBar(props: BudgetBarProps) {
  const { label, remaining, tone, thresholds = [], large } = props;
  const size = large ? styles.large : '';
  if (remaining === undefined || !Number.isFinite(remaining)) {
    return (
      <div
        className={`${styles.bar} ${styles.unknown} ${size}`}
        role="img"
        aria-label={`${label}: unknown`}
      />
    );
  }
  const low = lowOf(remaining, large);
  const scale = barScale(remaining, low);
  const text = formatBudget(remaining);
  return (
    <div>
      <div
        className={`${styles.bar} ${size}`}
        role="meter"
        aria-label={label}
        aria-valuemin={Math.min(Math.round(remaining * 100), 0)}
        aria-valuemax={100}
        aria-valuenow={Math.round(remaining * 100)}
        aria-valuetext={remaining < 0 ? `${text}, overspent` : `${text} left`}
      >
        <div
          className={`${styles.fill} ${
            remaining < 0 ? styles.overspent : styles[tone]
          }`}
          style={{ left: `${scale.start}%`, width: `${scale.width}%` }}
        />
        {thresholds.map(share => (
          <div
            key={share}
            className={styles.threshold}
            style={{ left: `${scale.at(share)}%` }}
          />
        ))}
        {low < 0 && (
          <div className={styles.zero} style={{ left: `${scale.zero}%` }} />
        )}
      </div>
      {large && (
        <Scale
          marks={[
            ...(low < -0.3 ? [low] : []),
            // On a phone a neighbour this near would be written over it; where
            // the bar begins with it, it goes without saying.
            ...(low === 0 && thresholds.some(share => share < 0.15) ? [] : [0]),
            ...[...thresholds].sort((a, b) => a - b),
            1,
          ]}
          at={scale.at}
        />
      )}
    </div>
  );
}
