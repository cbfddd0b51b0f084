import type { SloSummary } from '@arctiq/plugin-slo-common';

/** Age from which figures are stale; the engine's default. */
export const STALE_AFTER_SECONDS = 900;

/**
 * A budget as it looks now: one that was complete when it was evaluated is
 * stale once nothing evaluated it again.
 *
 * @param now - Unix seconds
 */
export function freshen(summary: SloSummary, now: number): SloSummary {
  const { status } = summary;
  const { watermark, quality } = status;
  if (
    quality === 'stale' ||
    watermark === undefined ||
    now - watermark <= STALE_AFTER_SECONDS
  ) {
    return summary;
  }
  const at = new Date(watermark * 1000).toISOString();
  return {
    ...summary,
    status: {
      ...status,
      quality: 'stale',
      reasons: [`Nothing was measured since ${at}.`, ...status.reasons],
    },
  };
}
