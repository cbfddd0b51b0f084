import { RiFireFill, RiFireLine } from '@remixicon/react';
import { formatBurn } from '../../format';
import { Hidden } from '../Hidden';
import { burnLevel } from './burnLevel';
import styles from './BurnFigure.module.css';

/**
 * How fast a budget burns, in multiples of the pace that just spends it. A flame
 * says that it is faster, a full one that somebody should look now.
 */
export function BurnFigure(props: { rate: number | undefined }) {
  const { rate } = props;
  if (rate === undefined || !Number.isFinite(rate)) {
    return (
      <span className={styles.unknown}>
        <span aria-hidden="true">–</span>
        <Hidden>unknown</Hidden>
      </span>
    );
  }
  const level = burnLevel(rate);
  return (
    <span
      className={`${styles.figure} ${styles[level]}`}
      title="Multiples of the pace that spends the budget exactly over its window"
    >
      {level !== 'calm' && (
        <span className={styles.icon} aria-hidden="true">
          {level === 'hot' ? (
            <RiFireFill size="1em" />
          ) : (
            <RiFireLine size="1em" />
          )}
        </span>
      )}
      {formatBurn(rate)}
    </span>
  );
}
