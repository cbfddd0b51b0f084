import { setImmediate } from 'node:timers/promises';
import {
  type ErrorBudgetPolicy,
  evaluate,
  type EvaluateOptions,
  type SloState,
} from '@arctiq/plugin-slo-common';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { chunks } from '../store/chunks';
import type { CorrectionStore } from '../store/CorrectionStore';
import type {
  DefinitionStore,
  StoredDefinition,
} from '../store/DefinitionStore';
import type { MeasurementState, SliceStore } from '../store/SliceStore';
import type {
  EvaluatedSlo,
  StateChange,
  StatusStore,
} from '../store/StatusStore';
import { describeChange } from './describeChange';
import { loadTimelines, type Timelines } from './loadTimelines';
import { summarizeRound } from './summarizeRound';
import { toSummary } from './toSummary';

/** What {@link StatusUpdater} needs. */
export interface StatusUpdaterOptions {
  definitions: Pick<DefinitionStore, 'active'>;
  slices: Pick<SliceStore, 'states' | 'pointsAt'>;
  corrections: Pick<CorrectionStore, 'inForce'>;
  statuses: StatusStore;
  policy: ErrorBudgetPolicy;
  evaluation?: EvaluateOptions;
  logger: LoggerService;
}

/** SLOs that are evaluated and written at once. */
const BATCH = 250;

/** Turns slices into the budgets that every surface shows. */
export class StatusUpdater {
  readonly #options: StatusUpdaterOptions;

  constructor(options: StatusUpdaterOptions) {
    this.#options = options;
  }

  /**
   * Evaluates SLOs at a time and writes their budgets. One that cannot be
   * evaluated keeps its last budget and harms no other.
   *
   * @param ids - of the SLOs, or `all`, which also forgets those that are gone
   * @param now - the clock, Unix seconds
   * @throws Error when the database cannot be used
   */
  async update(ids: readonly string[] | 'all', now: number): Promise<void> {
    const { definitions, slices, corrections, statuses } = this.#options;
    const active = await definitions.active();
    const wanted = new Set(ids === 'all' ? [] : ids);
    const chosen =
      ids === 'all'
        ? active
        : active.filter(({ definition }) => wanted.has(definition.id));
    const told = await statuses.told();
    const done: EvaluatedSlo[] = [];
    const failed: string[] = [];
    for (const batch of chunks(chosen, BATCH)) {
      const inForce = await corrections.inForce(
        batch.map(({ definition }) => definition.id),
      );
      const states = await slices.states(
        batch.flatMap(({ definition }) =>
          definition.objectives.map(({ key }) => key),
        ),
      );
      const timelines = await this.#load(batch, states, inForce);
      const evaluated = batch.flatMap(stored =>
        this.#evaluate(stored, timelines, now, failed),
      );
      await this.#write(evaluated, told, now);
      done.push(...evaluated);
      // Requests are answered between two batches.
      await setImmediate();
    }
    if (ids === 'all') {
      await statuses.keepOnly(active.map(({ definition }) => definition.id));
      await statuses.endRound(summarizeRound(done, failed, now));
    }
  }

  async #load(
    batch: StoredDefinition[],
    states: Map<string, MeasurementState>,
    inForce: Awaited<ReturnType<CorrectionStore['inForce']>>,
  ): Promise<Timelines> {
    return loadTimelines(
      this.#options.slices,
      states,
      batch.map(({ definition }) => ({
        definition,
        corrections: inForce.get(definition.id) ?? [],
      })),
    );
  }

  #evaluate(
    stored: StoredDefinition,
    timelines: Timelines,
    now: number,
    failed: string[],
  ): EvaluatedSlo[] {
    const { policy, evaluation, logger } = this.#options;
    const { definition } = stored;
    try {
      const { status, members } = evaluate({
        definition,
        timelines,
        policy,
        now,
        options: evaluation,
      });
      const measured = definition.objectives.flatMap(({ key, target }) => {
        const sums = timelines.get(key)?.between(status.window);
        return sums ? [{ target, sums }] : [];
      });
      return [{ summary: toSummary(stored, status), members, measured }];
    } catch (error) {
      failed.push(definition.id);
      logger.error(
        `The SLO ${
          definition.id
        } cannot be evaluated and keeps its last budget: ${
          toError(error).message
        }`,
      );
      return [];
    }
  }

  async #write(
    evaluated: EvaluatedSlo[],
    told: Map<string, SloState>,
    now: number,
  ): Promise<void> {
    const { policy, statuses } = this.#options;
    const tell: StateChange[] = [];
    const first = new Map<string, SloState>();
    for (const { summary } of evaluated) {
      const { state, quality } = summary.status;
      if (quality === 'stale') {
        // Old figures are no news: history is being caught up with, or nobody
        // measures, which is no change of the SLO.
        continue;
      }
      const last = told.get(summary.id);
      const change = describeChange(last, summary, policy);
      if (change) {
        tell.push(change);
      } else if (last === undefined && state !== 'not-measured') {
        first.set(summary.id, state);
      }
    }
    await statuses.write(evaluated, { tell, first }, new Date(now * 1000));
  }
}
