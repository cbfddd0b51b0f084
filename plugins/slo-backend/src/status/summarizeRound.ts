import type { EvaluatedSlo, RoundStatus } from '../store/StatusStore';

const DAY_SECONDS = 86_400;

/**
 * What a round of evaluation says about all figures: the newest watermark, and
 * why some are older or missing.
 *
 * @param failed - ids of SLOs that could not be evaluated
 * @param now - Unix seconds
 */
export function summarizeRound(
  evaluated: EvaluatedSlo[],
  failed: string[],
  now: number,
): Omit<RoundStatus, 'version'> {
  const statuses = evaluated.map(({ summary }) => summary.status);
  const newest = statuses.reduce(
    (latest, { watermark = 0 }) => Math.max(latest, watermark),
    0,
  );
  const stale = statuses.filter(({ quality }) => quality === 'stale');
  const behind = stale
    .map(({ watermark = 0 }) => watermark)
    .filter(watermark => now - watermark > DAY_SECONDS);
  const reasons = [
    stale.length > 0 &&
      `${stale.length} of ${statuses.length} SLOs have figures that are older than they should be.`,
    behind.length > 0 &&
      `${
        behind.length
      } of them are more than a day behind, measured up to ${toIso(
        Math.min(...behind),
      )}: history is being caught up with, or the source does not answer.`,
    failed.length > 0 &&
      `${failed.length} could not be evaluated and show their last figures, ${failed[0]} among them.`,
  ];
  return {
    asOf: newest > 0 ? toIso(newest) : undefined,
    evaluatedAt: toIso(now),
    reason: reasons.filter(Boolean).join(' ') || undefined,
  };
}

function toIso(seconds: number): string {
  return new Date(seconds * 1000).toISOString();
}
