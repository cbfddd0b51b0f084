import type { EvaluatedSlo, RoundStatus } from '../store/StatusStore';

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
  const stale = statuses.filter(({ quality }) => quality === 'stale').length;
  const reasons = [
    stale > 0 &&
      `${stale} of ${statuses.length} SLOs have figures that are older than they should be.`,
    failed.length > 0 &&
      `${failed.length} could not be evaluated and show their last figures, ${failed[0]} among them.`,
  ];
  return {
    asOf: newest > 0 ? new Date(newest * 1000).toISOString() : undefined,
    evaluatedAt: new Date(now * 1000).toISOString(),
    reason: reasons.filter(Boolean).join(' ') || undefined,
  };
}
