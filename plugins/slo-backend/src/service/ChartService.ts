import {
  budgetSeries,
  budgetShare,
  emptySums,
  floorToSlice,
  SLICE_SECONDS,
  type SliceStrip,
  type SloDefinition,
  type SloSeries,
  shareValue,
  windowRange,
} from '@arctiq/plugin-slo-common';
import { InputError } from '@backstage/errors';
import type { StoredDefinition } from '../store/DefinitionStore';
import type { SliceStore } from '../store/SliceStore';
import { combineCells } from './combineCells';
import type { LoadedSlo, SpendService } from './SpendService';

/** Stretch and step of a chart, Unix seconds; what is absent is chosen. */
export interface ChartQuery {
  from?: number;
  to?: number;
  stepSeconds?: number;
}

const MAX_POINTS = 2000;
const DEFAULT_POINTS = 120;
const MAX_SECONDS = 800 * 86_400;

/** Draws one SLO over time, by the same engine and slices as every other figure. */
export class ChartService {
  readonly #options: {
    spends: Pick<SpendService, 'load'>;
    slices: Pick<SliceStore, 'slices' | 'states'>;
    now: () => Date;
  };

  constructor(options: {
    spends: Pick<SpendService, 'load'>;
    slices: Pick<SliceStore, 'slices' | 'states'>;
    /** The clock. */
    now: () => Date;
  }) {
    this.#options = options;
  }

  /**
   * What was left at the end of each step. The last point is the status.
   *
   * @throws InputError when the stretch is empty or has too many steps
   */
  async series(
    stored: StoredDefinition,
    query: ChartQuery,
  ): Promise<SloSeries> {
    const { definition } = stored;
    const now = this.#options.now().getTime() / 1000;
    const watermark = await this.#watermark(definition, now);
    const range = toRange(definition, query, watermark);
    const times: number[] = [];
    for (let time = range.to; time > range.from; time -= range.stepSeconds) {
      const window = windowRange(definition.window, time);
      times.push(window.from, time, time - range.stepSeconds);
    }
    const loaded = await this.#options.spends.load(stored, () => times, now);
    return {
      stepSeconds: range.stepSeconds,
      points: budgetSeries(loaded.input, range),
    };
  }

  /**
   * What was measured in each step, one cell after the other.
   *
   * @throws InputError when the stretch is empty or has too many steps
   */
  async slices(
    stored: StoredDefinition,
    query: ChartQuery,
  ): Promise<SliceStrip> {
    const { definition } = stored;
    const now = this.#options.now().getTime() / 1000;
    const watermark = await this.#watermark(definition, now);
    const range = toRange(definition, query, watermark);
    const times: number[] = [];
    for (let time = range.to; time > range.from; time -= range.stepSeconds) {
      times.push(time - range.stepSeconds, time);
    }
    const loaded = await this.#options.spends.load(stored, () => times, now);
    const reasons = await this.#reasons(definition, range);
    const ends = times.filter((_, index) => index % 2 === 1).reverse();
    const cells = ends.flatMap(time => {
      const from = time - range.stepSeconds;
      const parts = partsOf(loaded, from, time);
      return parts.length === 0
        ? []
        : [
            combineCells(
              time,
              definition.budgetingMethod,
              parts,
              reasons.find(({ end }) => end > from && end <= time)?.reason,
            ),
          ];
    });
    return { stepSeconds: range.stepSeconds, cells };
  }

  async #watermark(definition: SloDefinition, now: number): Promise<number> {
    const states = await this.#options.slices.states(
      definition.objectives.map(({ key }) => key),
    );
    const watermarks = [...states.values()].map(state => state.watermark);
    return watermarks.length > 0 ? Math.min(...watermarks) : floorToSlice(now);
  }

  /** Why slices could not be measured, in the order of time. */
  async #reasons(
    { objectives }: SloDefinition,
    range: { from: number; to: number },
  ): Promise<{ end: number; reason?: string }[]> {
    const found = await Promise.all(
      objectives.map(({ key }) => this.#options.slices.slices(key, range)),
    );
    return found
      .flat()
      .filter(({ reason }) => reason !== undefined)
      .sort((a, b) => a.end - b.end);
  }
}

function partsOf({ input }: LoadedSlo, from: number, to: number) {
  return input.definition.objectives.flatMap(({ key, target }) => {
    const timeline = input.timelines.get(key);
    const sums = timeline?.between({ from, to }) ?? emptySums();
    return timeline && from < timeline.last && to > timeline.first
      ? [{ sums, share: shareValue(budgetShare(target)) }]
      : [];
  });
}

function toRange(
  definition: SloDefinition,
  query: ChartQuery,
  watermark: number,
): { from: number; to: number; stepSeconds: number } {
  const to = Math.min(floorToSlice(query.to ?? watermark), watermark);
  const from = floorToSlice(
    query.from ?? windowRange(definition.window, to).from,
  );
  if (from >= to) {
    throw new InputError(
      `Wrong parameters: 'from' must be before 'to' and before the last measurement at ${watermark}.`,
    );
  }
  if (to - from > MAX_SECONDS) {
    throw new InputError(
      "Wrong parameters: 'from' and 'to' are more than 800 days apart.",
    );
  }
  const wanted = query.stepSeconds ?? (to - from) / DEFAULT_POINTS;
  const stepSeconds = Math.ceil(wanted / SLICE_SECONDS) * SLICE_SECONDS;
  if ((to - from) / stepSeconds > MAX_POINTS) {
    throw new InputError(
      `Wrong parameters: 'stepSeconds' makes more than ${MAX_POINTS} steps; ask for at least ${
        Math.ceil((to - from) / MAX_POINTS / SLICE_SECONDS) * SLICE_SECONDS
      }.`,
    );
  }
  return { from, to, stepSeconds };
}
