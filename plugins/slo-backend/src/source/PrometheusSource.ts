import type { Indicator, Slice, TimeRange } from '@arctiq/plugin-slo-common';
import { QueryError } from './errors';
import { measureCounters } from './measureCounters';
import { measureExpression } from './measureExpression';
import type { PrometheusClient } from './PrometheusClient';
import { batchPlans } from './promql/batchPlans';
import { planCounters, type CounterPlan } from './promql/counterPlan';
import { describeObjective } from './describeObjective';
import type {
  Measurement,
  SloSource,
  SourceDescription,
  SourceObjective,
} from './SloSource';
import { queriesOf } from './SourceRegistry';

/** One query: several objectives of a shape, or one objective of another kind. */
type Job =
  | { kind: 'counters'; plans: CounterPlan[] }
  | { kind: 'expression'; key: string; indicator: Indicator };

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
      return `Its queries go to different servers (${[...names].join(', ')}), so that they cannot be counted at the same time. Use one server.`;
    }
    return (
      this.#clients.get(name) ??
      `There is no Prometheus server '${name}' in slo.prometheus.servers; there are: ${[...this.#clients.keys()].join(', ')}.`
    );
  }

  async #measureOn(
    client: PrometheusClient,
    objectives: readonly SourceObjective[],
    range: TimeRange,
    signal: AbortSignal,
    found: Map<string, Measurement>,
  ): Promise<void> {
    let dead: QueryError | undefined;
    const run = async (job: Job): Promise<void> => {
      const keys = keysOf(job);
      if (dead) {
        const { message } = dead;
        keys.forEach(key => found.set(key, fail(message, false)));
        return;
      }
      try {
        const slices = await measureJob(client, job, range, signal);
        slices.forEach((value, key) => {
          this.#suspects.delete(key);
          found.set(key, { kind: 'measured', slices: value });
        });
      } catch (error) {
        if (!(error instanceof QueryError)) {
          throw error;
        }
        if (error.kind === 'unreachable' || error.kind === 'denied') {
          // The other batches would wait for the same server in vain.
          dead = error;
        } else if (job.kind === 'counters' && job.plans.length > 1) {
          // One query of the batch is to blame; the others must not suffer.
          await Promise.all(halves(job.plans).map(plans => run({ ...job, plans })));
          return;
        } else {
          keys.forEach(key => this.#suspects.add(key));
        }
        const permanent = error.kind === 'refused';
        keys.forEach(key => found.set(key, fail(error.message, permanent)));
      }
    };
    await Promise.all(this.#toJobs(objectives).map(run));
  }

  #toJobs(objectives: readonly SourceObjective[]): Job[] {
    const jobs: Job[] = [];
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
    const batches = batchPlans(plans, this.#suspects);
    return [
      ...batches.map((batch): Job => ({ kind: 'counters', plans: batch })),
      ...jobs,
    ];
  }
}

async function measureJob(
  client: PrometheusClient,
  job: Job,
  range: TimeRange,
  signal: AbortSignal,
): Promise<Map<string, Slice[]>> {
  if (job.kind === 'counters') {
    return measureCounters(client, job.plans, range, signal);
  }
  const slices = await measureExpression(client, job.indicator, range, signal);
  return new Map([[job.key, slices]]);
}

function keysOf(job: Job): string[] {
  return job.kind === 'counters' ? job.plans.map(({ key }) => key) : [job.key];
}

function halves<T>(items: readonly T[]): T[][] {
  const middle = Math.ceil(items.length / 2);
  return [items.slice(0, middle), items.slice(middle)];
}

function fail(reason: string, permanent: boolean): Measurement {
  return { kind: 'failed', reason, permanent };
}
