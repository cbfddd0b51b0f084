import type { Indicator, Slice, TimeRange } from '@arctiq/plugin-slo-common';
import { QueryError } from './errors';
import { Limiter } from './Limiter';
import { measureCounters } from './measureCounters';
import { measureExpression } from './measureExpression';
import type { PrometheusClient } from './PrometheusClient';
import type { CounterPlan } from './promql/counterPlan';
import type { Measurement } from './SloSource';

/** One objective with a query of its own. */
export interface ExpressionJob {
  kind: 'expression';
  key: string;
  indicator: Indicator;
}

/** One query: several objectives of a shape, or one objective of another kind. */
export type Job = { kind: 'counters'; plans: CounterPlan[] } | ExpressionJob;

/** So many answers in a row must fail to come before a server is held for dead. */
const PATIENCE = 4;

/** One measurement on one server: no query harms the objectives of another. */
export class ServerRound {
  readonly found = new Map<string, Measurement>();
  /** Objectives whose own query is to blame. */
  readonly blamed = new Set<string>();
  readonly #client: PrometheusClient;
  readonly #range: TimeRange;
  readonly #signal: AbortSignal;
  readonly #late: Job[] = [];
  #dead?: QueryError;
  #answers = 0;
  #silences = 0;

  constructor(client: PrometheusClient, range: TimeRange, signal: AbortSignal) {
    this.#client = client;
    this.#range = range;
    this.#signal = signal;
  }

  /** Runs all jobs, in this order; the first that cannot be answered last. */
  async run(jobs: readonly Job[]): Promise<void> {
    await this.#runAll(jobs);
    // A server that answers others was not dead: some query was too much for
    // it, and halves of its batch tell which.
    while (this.#late.length > 0 && this.#answers > 0) {
      const late = this.#late.splice(0);
      await this.#runAll(late.flatMap(split));
    }
  }

  #runAll(jobs: readonly Job[]): Promise<unknown> {
    // As many as the server may be asked at once, so that those that find it
    // dead spare the others the wait.
    const limiter = new Limiter(this.#client.server.concurrency);
    return Promise.all(jobs.map(job => limiter.run(() => this.#run(job))));
  }

  async #run(job: Job): Promise<void> {
    if (this.#dead) {
      this.#fail(job, this.#dead);
      return;
    }
    try {
      const slices = await this.#measure(job);
      slices.forEach((value, key) =>
        this.found.set(key, { kind: 'measured', slices: value }),
      );
      this.#answers += 1;
      this.#silences = 0;
    } catch (error) {
      if (!(error instanceof QueryError)) {
        throw error;
      }
      await this.#recover(job, error);
    }
  }

  async #recover(job: Job, error: QueryError): Promise<void> {
    const several = job.kind === 'counters' && job.plans.length > 1;
    this.#fail(job, error);
    if (error.kind === 'denied') {
      this.#dead = error;
    } else if (error.kind === 'unreachable') {
      this.#silences += 1;
      if (this.#silences >= PATIENCE) {
        this.#dead = error;
      } else if (several) {
        this.#late.push(job);
      } else {
        this.#blame(job);
      }
    } else if (several) {
      await Promise.all(split(job).map(half => this.#run(half)));
    } else {
      this.#blame(job);
    }
  }

  #fail(job: Job, error: QueryError): void {
    const permanent = error.kind === 'refused';
    keysOf(job).forEach(key =>
      this.found.set(key, { kind: 'failed', reason: error.message, permanent }),
    );
  }

  #blame(job: Job): void {
    keysOf(job).forEach(key => this.blamed.add(key));
  }

  async #measure(job: Job): Promise<Map<string, Slice[]>> {
    const context = [this.#range, this.#signal] as const;
    if (job.kind === 'counters') {
      return measureCounters(this.#client, job.plans, ...context);
    }
    const { key, indicator } = job;
    const slices = await measureExpression(
      ...([this.#client, indicator, ...context] as const),
    );
    return new Map([[key, slices]]);
  }
}

function keysOf(job: Job): string[] {
  return job.kind === 'counters' ? job.plans.map(({ key }) => key) : [job.key];
}

/** The halves of a batch. */
function split(job: Job): Job[] {
  if (job.kind !== 'counters' || job.plans.length < 2) {
    return [job];
  }
  const middle = Math.ceil(job.plans.length / 2);
  return [job.plans.slice(0, middle), job.plans.slice(middle)].map(plans => ({
    ...{ kind: 'counters', plans },
  }));
}
