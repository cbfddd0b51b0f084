import type { Rollup, SloSummary } from '@arctiq/plugin-slo-common';

/** Cards and roll-ups show the burn over 1 h and 6 h, and one reason. */
export function shorten(summary: SloSummary): SloSummary {
  const { status } = summary;
  return {
    ...summary,
    status: {
      ...status,
      burn: status.burn.filter(({ lookback }) => /^[16]h$/.test(lookback)),
      reasons: status.reasons.slice(0, 1),
    },
  };
}

/** A roll-up with its members shortened. */
export function shortenRollup(rollup: Rollup): Rollup {
  const { worst, fastest } = rollup;
  return {
    ...rollup,
    worst: worst && shorten(worst),
    fastest: fastest && shorten(fastest),
  };
}
