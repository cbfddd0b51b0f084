import type { SliceStrip } from '@arctiq/plugin-slo-common';
import { formatBurn, formatMoment, formatNumber } from '@arctiq/ui-kit';

type Cell = SliceStrip['cells'][number];

const silences: Record<Exclude<Cell['state'], 'measured'>, string> = {
  'no-traffic': 'no traffic',
  'no-data': 'the source does not know the series',
  unmeasured: 'could not be measured',
};

/**
 * What happened in a cell, in words.
 *
 * @param cell - with counts of events
 * @param stepSeconds - length of the cell
 * @param now - the moment of the reader
 */
export function describeCell(
  cell: Cell,
  stepSeconds: number,
  now: Date,
): string {
  const from = formatMoment(cell.time - stepSeconds, now);
  const why = cell.reason ? ` (${cell.reason})` : '';
  if (cell.state !== 'measured') {
    return `From ${from}: ${silences[cell.state]}${why}`;
  }
  const { good, total } = cell;
  return `From ${from}: ${formatBurn(cell.burn)}, ${formatNumber(
    Math.round(total - good),
  )} of ${formatNumber(Math.round(total))} events bad${why}`;
}
