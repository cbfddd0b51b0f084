import type { PrometheusRule, Rule } from '../types';

/**
 * Rules in the shape of Sloth for 99.9 % over 30 days, written by hand from the
 * facts in its documentation: recordings of the error ratio over the raw
 * series, and two alerts that join two pairs of windows each.
 */
const WINDOWS = ['5m', '30m', '1h', '2h', '6h', '1d', '3d'];
const ID = {
  sloth_id: 'peer-availability',
  sloth_service: 'peer',
  sloth_slo: 'availability',
};
const BUDGET = '0.001';

function recording(window: string): Rule {
  const errors = `sum(rate(http_requests_total{job="order-service",code=~"5.."}[${window}]))`;
  const all = `sum(rate(http_requests_total{job="order-service"}[${window}]))`;
  return {
    record: `slo:sli_error:ratio_rate${window}`,
    expr: `(${errors})\n/\n(${all})`,
    labels: { ...ID, sloth_window: window },
  };
}

function over(window: string, factor: number): string {
  return `max(slo:sli_error:ratio_rate${window}{sloth_id="${ID.sloth_id}"} > (${factor} * ${BUDGET})) without (sloth_window)`;
}

function pair(short: string, long: string, factor: number): string {
  return `(${over(short, factor)} and ${over(long, factor)})`;
}

/** The peer's rule groups. */
export const PEER_GROUPS: PrometheusRule['spec']['groups'] = [
  { name: 'peer-recordings', rules: WINDOWS.map(recording) },
  {
    name: 'peer-alerts',
    rules: [
      {
        alert: 'PeerAvailability',
        expr: `${pair('5m', '1h', 14.4)} or ${pair('30m', '6h', 6)}`,
        labels: { sloth_severity: 'page' },
      },
      {
        alert: 'PeerAvailability',
        expr: `${pair('2h', '1d', 3)} or ${pair('6h', '3d', 1)}`,
        labels: { sloth_severity: 'ticket' },
      },
    ],
  },
];
