import type { Indicator, TimeRange } from '@arctiq/plugin-slo-common';
import type { PrometheusClient } from './PrometheusClient';
import { batchPlans } from './promql/batchPlans';
import { planCounters, type CounterPlan } from './promql/counterPlan';
import { describeObjective } from './describeObjective';
import { ServerRound, type ExpressionJob, type Job } from './ServerRound';
import type {
  Measurement,
  SloSource,
  SourceDescription,
  SourceObjective,
} from './SloSource';
import { queriesOf } from './queriesOf';

/** Measures objectives with Prometheus, Thanos or Mimir; several servers by name. */
export class PrometheusSource implements SloSource {
  readonly type = 'prometheus';
  readonly #clients: ReadonlyMap<string, PrometheusClient>;
  readonly #fallback: string;
  /** Objectives whose query was refused; they are asked alone from then on. */
  readonly #suspects = new Set<string>();

  /**
   * @param clients - by name of the server
   * @param fallback - name of the server for queries that name none
   */
  constructor(
    clients: ReadonlyMap<string, PrometheusClient>,
    fallback: string,
  ) {
    this.#clients = clients;
    this.#fallback = fallback;
  }

  /** {@inheritdoc SloSource.measure} */
  async measure(
    objectives: readonly SourceObjective[],
    range: TimeRange,
    signal: AbortSignal,
  ): Promise<Map<string, Measurement>> {
    const found = new Map<string, Measurement>();
    const byClient = new Map<PrometheusClient, SourceObjective[]>();
    for (const objective of objectives) {
      const client = this.#clientOf(objective.indicator);
      if (typeof client === 'string') {
        found.set(objective.key, fail(client, true));
      } else {
        byClient.set(client, [...(byClient.get(client) ?? []), objective]);
      }
    }
    await Promise.all(
      [...byClient].map(([client, own]) =>
        this.#measureOn(client, own, range, signal, found),
      ),
    );
    return found;
  }

  /** {@inheritdoc SloSource.describe} */
  async describe(
    objective: SourceObjective,
    signal: AbortSignal,
  ): Promise<SourceDescription> {
    const client = this.#clientOf(objective.indicator);
    return typeof client === 'string'
      ? { server: this.#fallback, queries: [], warnings: [client] }
      : describeObjective(client, objective, signal);
  }

  /** The server of an indicator, or why there is none. */
  #clientOf(indicator: Indicator): PrometheusClient | string {
    const names = new Set(
      queriesOf(indicator).map(({ server }) => server ?? this.#fallback),
    );
    const [name] = names;
    if (names.size > 1) {
      return `Its queries go to different servers (${[...names].join(
        ', ',
      )}), so that they cannot be counted at the same time. Use one server.`;
    }
    return (
      this.#clients.get(name) ??
      `There is no Prometheus server '${name}' in slo.prometheus.servers; there are: ${[
        ...this.#clients.keys(),
      ].join(', ')}.`
    );
  }

  async #measureOn(
    client: PrometheusClient,
    objectives: readonly SourceObjective[],
    range: TimeRange,
    signal: AbortSignal,
    found: Map<string, Measurement>,
  ): Promise<void> {
    const round = new ServerRound(client, range, signal);
    await round.run(this.#toJobs(objectives));
    round.found.forEach((measurement, key) => {
      found.set(key, measurement);
      // What was refused before is asked last and alone, until it works.
      if (round.blamed.has(key)) {
        this.#suspects.add(key);
      } else if (measurement.kind === 'measured') {
        this.#suspects.delete(key);
      }
    });
  }

  #toJobs(objectives: readonly SourceObjective[]): Job[] {
    const jobs: ExpressionJob[] = [];
    const plans: CounterPlan[] = [];
    for (const { key, indicator } of objectives) {
      const plan =
        indicator.kind === 'ratio' ? planCounters(key, indicator) : undefined;
      if (plan) {
        plans.push(plan);
      } else {
        jobs.push({ kind: 'expression', key, indicator });
      }
    }
    const { batches, alone } = batchPlans(plans, this.#suspects);
    const suspects = this.#suspects;
    return [
      ...batches.map(toJob),
      ...jobs.filter(({ key }) => !suspects.has(key)),
      ...alone.map(plan => toJob([plan])),
      ...jobs.filter(({ key }) => suspects.has(key)),
    ];
  }
}

function toJob(plans: CounterPlan[]): Job {
  return { kind: 'counters', plans };
}

function fail(reason: string, permanent: boolean): Measurement {
  return { kind: 'failed', reason, permanent };
}
