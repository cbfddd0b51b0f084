import type { Slice, TimeRange } from '@arctiq/plugin-slo-common';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Measurement, SloSource } from '../source/SloSource';
import type { SliceStore } from '../store/SliceStore';
import { SliceWriteError } from '../store/SliceWriteError';
import { isKnown } from './judgeTimeSlices';
import type { Ledger } from './Ledger';
import type { Notebook } from './Notebook';
import type { CollectedObjective } from './objectives';
import type { RangeOptions } from './ranges';
import { toWrites } from './toWrites';

/** A range and the objectives that are measured over it. */
export interface Group {
  range: TimeRange;
  objectives: CollectedObjective[];
}

/** When a group is measured. Unix seconds. */
export interface Moment {
  now: number;
  /** End of the last closed slice. */
  target: number;
}

/** What {@link GroupMeasurer} needs. */
export interface GroupMeasurerOptions {
  source: SloSource;
  slices: SliceStore;
  notebook: Notebook;
  ledger: Ledger;
  ranges: RangeOptions;
  logger: LoggerService;
}

/** Asks the source for groups of objectives and writes what it answers. */
export class GroupMeasurer {
  readonly #options: GroupMeasurerOptions;
  /** Slices written since the process started. */
  written = 0;

  constructor(options: GroupMeasurerOptions) {
    this.#options = options;
  }

  /**
   * Measures objectives over a range.
   *
   * @returns ids of the SLOs whose slices or reasons changed
   * @throws Error when the database cannot be used
   */
  async measure(
    group: Group,
    moment: Moment,
    signal: AbortSignal,
  ): Promise<string[]> {
    const { source, ledger, notebook } = this.#options;
    const { range, objectives } = group;
    const found = await source.measure(objectives, range, signal);
    if (signal.aborted) {
      // What was cut short says nothing about the source.
      return [];
    }
    const entries: { key: string; slices: Slice[] }[] = [];
    for (const objective of objectives) {
      const measurement = found.get(objective.key) ?? noAnswer();
      const slices = await this.#toSlices(
        objective,
        range,
        measurement,
        moment,
      );
      entries.push({ key: objective.key, slices });
      notebook.record(
        objective.key,
        measurement.kind === 'failed' ? measurement.reason : undefined,
        new Date(moment.now * 1000).toISOString(),
      );
      if (measurement.kind === 'failed' && slices.length === 0) {
        ledger.fail(objective.key, moment.target);
      }
    }
    const refused = await this.#write(entries);
    for (const { key, slices } of entries) {
      const failed = ledger.hasFailed(key, moment.target);
      const error = refused.get(key);
      if (error) {
        ledger.fail(key, moment.target);
        notebook.record(
          key,
          error.message,
          new Date(moment.now * 1000).toISOString(),
        );
      } else if (!failed) {
        ledger.advance(key, range.to, slices);
        this.written += slices.length;
        if (!ledger.hasReached(key, range.to, moment.target)) {
          // A source that gives less than it was asked for is not asked again at once.
          ledger.fail(key, moment.target);
        }
      }
    }
    await notebook.save();
    return [...new Set(objectives.map(({ sloId }) => sloId))];
  }

  async #toSlices(
    objective: CollectedObjective,
    range: TimeRange,
    measurement: Measurement,
    { now, target }: Moment,
  ): Promise<Slice[]> {
    const { ledger, notebook, ranges, slices } = this.#options;
    const { key } = objective;
    const watermark = ledger.get(key)?.watermark;
    const behind = ledger.isBehind(key, target);
    const retention = notebook.get(key)?.description?.retentionSeconds;
    const memory = retention ?? ranges.backfillSeconds;
    const days = Math.round(memory / 8640) / 10;
    const writes = toWrites(objective, range, measurement, {
      watermark,
      writeAfter: behind ? watermark ?? range.from : range.from,
      last: range.to >= target,
      lostBefore: now - memory,
      lostReason: `This time lies more than ${days} days back, further than the source can be asked, and was not measured before.`,
    });
    const unknown = writes.some(
      slice => slice.end <= (watermark ?? 0) && !isKnown(slice),
    );
    if (!unknown) {
      return writes;
    }
    // A source that lost its data must not take away what it once told.
    const stored = new Map(
      (await slices.slices(key, range)).map(slice => [slice.end, slice]),
    );
    return writes.map(slice => {
      const old = stored.get(slice.end);
      return old && isKnown(old) && !isKnown(slice) ? old : slice;
    });
  }

  async #write(
    entries: { key: string; slices: Slice[] }[],
  ): Promise<ReadonlyMap<string, Error>> {
    try {
      await this.#options.slices.write(entries);
      return new Map();
    } catch (error) {
      if (!(error instanceof SliceWriteError)) {
        throw error;
      }
      this.#options.logger.error(error.message);
      return error.failed;
    }
  }
}

function noAnswer(): Measurement {
  return {
    kind: 'failed',
    reason: 'The source gave no answer for this objective.',
    permanent: false,
  };
}
