/** When a burn rate over a look-back matters. */
export interface BurnThreshold {
  severity: 'page' | 'ticket';
  /** Multiples of the even pace. */
  rate: number;
}

/**
 * Share of the budget that each alert may cost, by its two look-backs: table 5-8
 * of the SRE Workbook (https://sre.google/workbook/alerting-on-slos).
 */
const alerts = [
  { long: '1h', short: '5m', hours: 1, share: 0.02, severity: 'page' },
  { long: '6h', short: '30m', hours: 6, share: 0.05, severity: 'page' },
  { long: '1d', short: '2h', hours: 24, share: 0.1, severity: 'ticket' },
  { long: '3d', short: '6h', hours: 72, share: 0.1, severity: 'ticket' },
] as const;

/**
 * The burn rate from which a look-back is part of an alert. The rate that spends
 * a share p of the budget in w is p W / w.
 *
 * @param lookback - as in the status: `5m`, `1h`
 * @param windowSeconds - length W of the window
 */
export function thresholdOf(
  lookback: string,
  windowSeconds: number,
): BurnThreshold | undefined {
  const alert =
    alerts.find(({ long }) => long === lookback) ??
    alerts.find(({ short }) => short === lookback);
  return (
    alert && {
      severity: alert.severity,
      rate: (alert.share * windowSeconds) / (alert.hours * 3600),
    }
  );
}
