import {
  type BudgetingMethod,
  COUNT_SCALE,
  type SliceState,
  type SliceStrip,
  type SliceSums,
  unitsOf,
} from '@arctiq/plugin-slo-common';

/** What one objective measured in a cell, and the share of bad that it allows. */
export interface CellPart {
  sums: SliceSums;
  share: number;
}

/**
 * One cell of the heat strip. A composite burns as fast as its fastest member.
 *
 * @param time - end of the cell, Unix seconds
 * @param reason - why something in it could not be measured
 */
export function combineCells(
  time: number,
  method: BudgetingMethod,
  parts: CellPart[],
  reason: string | undefined,
): SliceStrip['cells'][number] {
  const burns = parts.flatMap(({ sums, share }) => {
    const { bad, base } = unitsOf(method, sums);
    return base > 0 ? [bad / base / share] : [];
  });
  const sum = (field: keyof SliceSums) =>
    parts.reduce((total, { sums }) => total + sums[field], 0);
  return {
    time,
    state: stateOf(sum),
    burn: burns.length > 0 ? Math.max(...burns) : undefined,
    good: sum('good') / COUNT_SCALE,
    total: sum('total') / COUNT_SCALE,
    reason,
  };
}

function stateOf(sum: (field: keyof SliceSums) => number): SliceState {
  if (sum('known') > sum('noTraffic')) {
    return 'measured';
  }
  if (sum('noData') > 0) {
    return 'no-data';
  }
  return sum('noTraffic') > 0 && sum('known') >= sum('expected')
    ? 'no-traffic'
    : 'unmeasured';
}
