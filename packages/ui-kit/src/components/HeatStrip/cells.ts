import { burnLevel } from '../BurnFigure';

/** A stretch of time in a {@link HeatStrip}. */
export interface HeatCell {
  /** End of the stretch, Unix seconds. */
  time: number;
  state: 'measured' | 'no-traffic' | 'no-data' | 'unmeasured';
  /** Multiples of the even pace; absent unless measured. */
  burn?: number;
}

/** How a cell looks; colour and height say the same. */
export type HeatLevel = 'good' | 'calm' | 'warm' | 'hot' | 'quiet' | 'unknown';

/** What the levels mean, in the order of the legend. */
export const heatLevels: ReadonlyArray<{ level: HeatLevel; word: string }> = [
  { level: 'good', word: 'No errors' },
  { level: 'calm', word: 'Within the pace' },
  { level: 'warm', word: 'Faster than 1×' },
  { level: 'hot', word: '6× or more' },
  { level: 'quiet', word: 'No traffic' },
  { level: 'unknown', word: 'Not known' },
];

/** The level of a cell. What was not measured is never good. */
export function heatLevel(cell: HeatCell): HeatLevel {
  if (cell.state === 'no-traffic') {
    return 'quiet';
  }
  if (cell.state !== 'measured' || cell.burn === undefined) {
    return 'unknown';
  }
  return cell.burn <= 0 ? 'good' : burnLevel(cell.burn);
}

/** Index of the cell that burned most, or of the last one when none burned. */
export function worstCell(cells: readonly HeatCell[]): number {
  let worst = cells.length - 1;
  for (const [index, { burn = 0 }] of cells.entries()) {
    if (burn > (cells[worst].burn ?? 0)) {
      worst = index;
    }
  }
  return worst;
}

/**
 * The strip in one sentence.
 *
 * @param cells - all of them
 * @param noun - what a cell is, for example `slice`
 */
export function summarizeCells(
  cells: readonly HeatCell[],
  noun: string,
): string {
  const count = (...wanted: HeatLevel[]) =>
    cells.filter(cell => wanted.includes(heatLevel(cell))).length;
  const parts = [
    { count: count('hot', 'warm'), words: 'burned faster than the even pace' },
    { count: count('unknown'), words: 'not known' },
    { count: count('quiet'), words: 'without traffic' },
  ].filter(part => part.count > 0);
  const all = `${cells.length} ${noun}${cells.length === 1 ? '' : 's'}`;
  return parts.length === 0
    ? `${all}, all within the pace.`
    : `${all}: ${parts.map(part => `${part.count} ${part.words}`).join(', ')}.`;
}
