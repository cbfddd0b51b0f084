import type { TimeRange } from '@arctiq/plugin-slo-common';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { SloSource } from '../source/SloSource';
import type { DefinitionStore } from '../store/DefinitionStore';
import type { MeasurementNoteStore } from '../store/MeasurementNoteStore';
import type { SliceStore } from '../store/SliceStore';
import { GroupMeasurer, type Group } from './GroupMeasurer';
import { Ledger } from './Ledger';
import { Notebook } from './Notebook';
import { toObjectives, type CollectedObjective } from './objectives';
import {
  currentRange,
  lastClosed,
  nextChunk,
  type RangeOptions,
} from './ranges';

/** What {@link MeasurementCollector} needs. */
export interface MeasurementCollectorOptions {
  source: SloSource;
  definitions: Pick<DefinitionStore, 'active'>;
  slices: SliceStore;
  notes: MeasurementNoteStore;
  /**
   * Called with the SLOs whose slices or whose reasons changed. What it throws
   * ends the run.
   */
  onMeasured: (ids: string[], round: MeasurementRound) => Promise<void>;
  logger: LoggerService;
  ranges: RangeOptions;
  /** Unix seconds; replaced in tests. */
  clock?: () => number;
}

/** One measurement of all objectives that are not behind. */
export interface MeasurementRound {
  /** Counts from 1 since the process started. */
  number: number;
  /** Unix seconds. */
  startedAt: number;
  /** End of the last slice that was measured, Unix seconds. */
  target: number;
}

/** How far the collector is. */
export interface CollectorProgress {
  objectives: number;
  /** Objectives that are measured up to the last closed slice. */
  current: number;
  /** Objectives whose last attempt failed. */
  failing: number;
  /** Share of the history of all objectives that is measured, 0 to 1. */
  backfilled: number;
  /** Slices written since the process started. */
  slices: number;
  /** Unix seconds; absent before the first round. */
  lastRoundAt?: number;
  lastRoundSeconds?: number;
}

/** Objectives that catch up together. */
const CHUNK_OBJECTIVES = 500;

/**
 * Measures closed slices of all objectives and appends them. Objectives that
 * are behind (new ones, or all after an outage) catch up a day at a time, and
 * between two such steps the others are measured on time. All that is known
 * about how far it came stands in the store, so it may be killed at any moment.
 */
export class MeasurementCollector {
  readonly #options: MeasurementCollectorOptions;
  readonly #notebook: Notebook;
  readonly #ledger: Ledger;
  readonly #measurer: GroupMeasurer;
  #objectives: CollectedObjective[] = [];
  #rounds = 0;
  #last: Pick<CollectorProgress, 'lastRoundAt' | 'lastRoundSeconds'> = {};

  constructor(options: MeasurementCollectorOptions) {
    this.#options = options;
    this.#notebook = new Notebook(options.notes, options.source);
    this.#ledger = new Ledger(options.ranges);
    this.#measurer = new GroupMeasurer({
      ...options,
      notebook: this.#notebook,
      ledger: this.#ledger,
    });
  }

  /**
   * Measures what there is to measure, until nothing is left or the signal says
   * so.
   *
   * @throws Error when the database cannot be used
   */
  async run(signal: AbortSignal): Promise<void> {
    const { definitions, slices } = this.#options;
    this.#objectives = toObjectives(await definitions.active());
    const states = await slices.states();
    this.#ledger.open(states);
    await this.#notebook.open(this.#objectives, states, signal);
    do {
      await this.#measureCurrent(signal);
    } while (!signal.aborted && (await this.#catchUp(signal)));
  }

  /** How far the collector is. */
  progress(): CollectorProgress {
    const keys = this.#objectives.map(({ key }) => key);
    const { target } = this.#moment();
    return {
      objectives: keys.length,
      current: keys.filter(
        key => (this.#ledger.get(key)?.watermark ?? 0) >= target,
      ).length,
      failing: this.#notebook.failing(keys),
      backfilled: this.#ledger.share(keys, target),
      slices: this.#measurer.written,
      ...this.#last,
    };
  }

  async #measureCurrent(signal: AbortSignal): Promise<void> {
    const moment = this.#moment();
    const groups = this.#group(objective => {
      const state = this.#ledger.get(objective.key);
      return state && !this.#ledger.isBehind(objective.key, moment.target)
        ? currentRange(
            objective,
            state,
            this.#notebook.get(objective.key),
            moment.target,
            this.#options.ranges,
          )
        : undefined;
    }, moment.target);
    if (groups.length === 0) {
      return;
    }
    const ids: string[] = [];
    for (const group of groups) {
      ids.push(...(await this.#measurer.measure(group, moment, signal)));
    }
    this.#rounds += 1;
    const seconds = this.#clock() - moment.now;
    this.#last = { lastRoundAt: moment.now, lastRoundSeconds: seconds };
    const { current, objectives, failing } = this.progress();
    this.#options.logger.info(
      `Measured ${ids.length} SLOs up to ${toIso(
        moment.target,
      )} in ${seconds} s; ` +
        `${current} of ${objectives} objectives are up to date, ${failing} failed`,
    );
    await this.#tell(ids, moment);
  }

  /**
   * Brings the objectives that are least behind one day nearer.
   *
   * @returns whether there was one
   */
  async #catchUp(signal: AbortSignal): Promise<boolean> {
    const moment = this.#moment();
    const groups = this.#group(objective => {
      const { key } = objective;
      if (!this.#ledger.isBehind(key, moment.target)) {
        return undefined;
      }
      const retention = this.#notebook.get(key)?.description?.retentionSeconds;
      const start = this.#ledger.nextStart(
        ...([objective, moment.now, moment.target, retention] as const),
      );
      return nextChunk(objective, start, moment.target);
    }, moment.target);
    const [group] = groups.sort((a, b) => b.range.from - a.range.from);
    if (!group) {
      return false;
    }
    const { range } = group;
    const objectives = group.objectives.slice(0, CHUNK_OBJECTIVES);
    const part = { range, objectives };
    const ids = await this.#measurer.measure(part, moment, signal);
    const share = Math.floor(this.progress().backfilled * 100);
    this.#options.logger.info(
      `Measured ${toIso(range.from)} to ${toIso(range.to)} of ${
        objectives.length
      } objectives; ${share} % of all history is there`,
    );
    if (range.to >= moment.target) {
      await this.#tell(ids, moment);
    }
    return true;
  }

  /** Objectives by the range in which they are measured; failed ones wait. */
  #group(
    rangeOf: (objective: CollectedObjective) => TimeRange | undefined,
    target: number,
  ): Group[] {
    const groups = new Map<string, Group>();
    for (const objective of this.#objectives) {
      const range = this.#ledger.hasFailed(objective.key, target)
        ? undefined
        : rangeOf(objective);
      if (range && range.from < range.to) {
        const key = `${range.from} ${range.to}`;
        const group = groups.get(key) ?? { range, objectives: [] };
        group.objectives.push(objective);
        groups.set(key, group);
      }
    }
    return [...groups.values()];
  }

  async #tell(
    ids: string[],
    moment: { now: number; target: number },
  ): Promise<void> {
    await this.#options.onMeasured([...new Set(ids)], {
      number: this.#rounds,
      startedAt: moment.now,
      target: moment.target,
    });
  }

  #moment() {
    const now = this.#clock();
    return { now, target: lastClosed(now, this.#options.ranges) };
  }

  #clock(): number {
    return this.#options.clock?.() ?? Math.floor(Date.now() / 1000);
  }
}

function toIso(seconds: number): string {
  return new Date(seconds * 1000).toISOString();
}
