import { type PointerEvent, useState } from 'react';
import { formatDay, formatMoment } from '../../format';
import {
  type HeatCell,
  heatLevel,
  heatLevels,
  summarizeCells,
  worstCell,
} from './cells';
import styles from './HeatStrip.module.css';

/** Props of {@link HeatStrip}. */
export interface HeatStripProps {
  /** What is shown, for people who do not see it. */
  label: string;
  cells: readonly HeatCell[];
  /** Seconds of a cell. In the layout `days` it is an hour. */
  stepSeconds: number;
  /** What a cell is called, for example `slice` or `hour`. */
  noun: string;
  /** A row of bars, or a column of hours for each day in UTC. */
  layout?: 'strip' | 'days';
  /** Says in words what happened in a cell. */
  describe: (index: number) => string;
}

const DAY = 86_400;

/** Hours of a day stand one under the other, days side by side. */
function placeInDays(cell: HeatCell, first: HeatCell, step: number) {
  const start = cell.time - step;
  const firstDay = Math.floor((first.time - step) / DAY);
  return {
    gridColumn: Math.floor(start / DAY) - firstDay + 1,
    gridRow: Math.floor((start % DAY) / 3600) + 1,
  };
}

function Legend() {
  return (
    <ul className={styles.legend} aria-label="Legend">
      {heatLevels.map(({ level, word }) => (
        <li key={level}>
          <span className={`${styles.swatch} ${styles[level]}`} />
          {word}
        </li>
      ))}
    </ul>
  );
}

/**
 * What happened in each stretch of time, as bars that grow with the burn rate.
 * One slider walks through them by keyboard; a pointer does the same.
 */
export function HeatStrip(props: HeatStripProps) {
  const { label, cells, stepSeconds, noun, layout = 'strip', describe } = props;
  const [chosen, setChosen] = useState<number>();
  if (cells.length === 0) {
    return <p>No {noun} is known yet.</p>;
  }
  const last = cells.length - 1;
  const index = Math.min(chosen ?? worstCell(cells), last);
  const now = new Date();
  const ends = [cells[0].time - stepSeconds, cells[last].time];

  function look(event: PointerEvent<HTMLDivElement>) {
    const found = (event.target as HTMLElement).dataset.index;
    if (found !== undefined) {
      setChosen(Number(found));
    }
  }

  return (
    <div>
      <div
        className={`${styles.strip} ${layout === 'days' ? styles.days : ''}`}
        role="img"
        aria-label={`${label}. ${summarizeCells(cells, noun)}`}
        onPointerOver={look}
      >
        {cells.map((cell, position) => (
          <span
            key={cell.time}
            data-index={position}
            className={`${styles.cell} ${styles[heatLevel(cell)]} ${
              position === index ? styles.looked : ''
            }`}
            style={
              layout === 'days'
                ? placeInDays(cell, cells[0], stepSeconds)
                : undefined
            }
          />
        ))}
      </div>
      <div className={styles.ends} aria-hidden="true">
        {ends.map(time => (
          <span key={time}>
            {layout === 'days' ? formatDay(time) : formatMoment(time, now)}
          </span>
        ))}
      </div>
      <input
        className={styles.range}
        type="range"
        min={0}
        max={last}
        value={index}
        aria-label={`Look at one ${noun}`}
        aria-valuetext={describe(index)}
        onChange={event => setChosen(Number(event.target.value))}
      />
      <span className={styles.reading}>{describe(index)}</span>
      <Legend />
    </div>
  );
}
