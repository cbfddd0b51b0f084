import type { SloSpec } from '../../model/slos/types';
import {
  epoch,
  reliability,
  telemetryOf,
  valueAt,
} from './__testUtils__/company';

const telemetry = telemetryOf();

function increase(counter: string, length: string): string {
  return counter.replace(/^sum\((.*)\)$/s, `sum(increase($1[${length}]))`);
}

/** Share of bad events over a length of time, divided by what is allowed. */
function spent({ indicator, target }: SloSpec, length: string, time: number) {
  if (indicator.kind !== 'ratio' || !indicator.good) {
    return undefined;
  }
  const good = valueAt(telemetry, increase(indicator.good, length), time);
  const total = valueAt(telemetry, increase(indicator.total, length), time);
  return good === undefined || !total
    ? undefined
    : (1 - good / total) / (1 - Number(target));
}

function stateOf(slo: SloSpec, time: number): string {
  const length = 'timeZone' in slo.window ? '30d' : slo.window.duration;
  const consumed = spent(slo, length, time);
  if (consumed === undefined) {
    return 'no data';
  }
  const left = 1 - consumed;
  const steps: Array<[number, string]> = [
    [0, 'exhausted'],
    [0.1, 'frozen'],
    [0.25, 'critical'],
    [0.5, 'at risk'],
  ];
  return steps.find(([below]) => left < below)?.[1] ?? 'healthy';
}

function byName(name: string): SloSpec {
  const slo = reliability.slos.find(one => one.name === name);
  if (!slo) {
    throw new Error(`There is no objective ${name}.`);
  }
  return slo;
}

describe('budgets of the company', () => {
  // First start, and after more than a whole window.
  const moments = [epoch, epoch + 33 * 86_400];

  it.each([
    ['order-service-availability', ['frozen']],
    ['order-service-latency', ['healthy']],
    ['order-history-service-latency', ['frozen']],
    ['sap-connector-freshness', ['critical']],
    ['payment-service-availability', ['critical']],
    ['payment-service-latency', ['healthy']],
    ['payment-webhook-receiver-availability', ['at risk']],
    ['local-rails-adapter-availability', ['exhausted']],
    ['search-service-latency', ['exhausted']],
    ['warehouse-sync-processing', ['frozen']],
    ['recommendation-service-availability', ['frozen']],
    ['fraud-signal-worker-learning', ['no data']],
  ])('%s: %s', (name, states) => {
    for (const time of moments) {
      expect(states).toContain(stateOf(byName(name), time));
    }
  });

  it('order-service burns about six times too fast at the first start', () => {
    const slo = byName('order-service-availability');
    expect(spent(slo, '1h', epoch)).toBeGreaterThan(5);
    expect(spent(slo, '1h', epoch)).toBeLessThan(8);
    expect(spent(slo, '1h', epoch - 2 * 3600)).toBeLessThan(1.5);
  });

  it('most are healthy', () => {
    // One in seven and the worst; all of them take a minute.
    const worst = [
      'local-rails-adapter-availability',
      'warehouse-sync-processing',
    ];
    const states = reliability.slos
      .filter(({ name }, index) => index % 7 === 0 || worst.includes(name))
      .filter(({ method, members }) => method === 'Occurrences' && !members)
      .map(slo => stateOf(slo, epoch));
    const counts = new Map<string, number>();
    for (const state of states) {
      counts.set(state, (counts.get(state) ?? 0) + 1);
    }
    expect(counts.size).toBeGreaterThanOrEqual(4);
    expect((counts.get('healthy') ?? 0) / states.length).toBeGreaterThan(0.6);
  });
});
