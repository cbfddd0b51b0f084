import type { Slice } from '@arctiq/plugin-slo-common';
import type { MeasurementState } from '../store/SliceStore';
import type { CollectedObjective } from './objectives';
import {
  backfillStart,
  CHUNK_SECONDS,
  floorTo,
  type RangeOptions,
} from './ranges';

/** How far each objective is, during a run. */
export class Ledger {
  readonly #ranges: RangeOptions;
  #states = new Map<string, MeasurementState>();
  /** How far objectives without any slice were searched. */
  readonly #searched = new Map<string, number>();
  /** For which last slice an objective failed in this run. */
  readonly #failed = new Map<string, number>();

  constructor(ranges: RangeOptions) {
    this.#ranges = ranges;
  }

  /** Starts a run with what is stored. */
  open(states: Map<string, MeasurementState>): void {
    this.#states = states;
    this.#failed.clear();
  }

  /** What is stored of an objective. */
  get(key: string): MeasurementState | undefined {
    return this.#states.get(key);
  }

  /** Whether an objective is so far behind that it catches up in steps. */
  isBehind(key: string, target: number): boolean {
    const state = this.get(key);
    return !state || target - state.watermark > CHUNK_SECONDS;
  }

  /**
   * Where an objective that is behind goes on.
   *
   * @param now - Unix seconds
   * @param retention - seconds that the source remembers, if known
   */
  nextStart(
    objective: CollectedObjective,
    now: number,
    target: number,
    retention: number | undefined,
  ): number {
    const state = this.get(objective.key);
    if (state) {
      const from = floorTo(state.watermark, objective.timeSliceSeconds);
      return Math.max(from, state.measuredSince);
    }
    const start =
      this.#searched.get(objective.key) ??
      backfillStart(now, this.#ranges, retention);
    return Math.min(start, floorTo(target, 3600) - 3600);
  }

  /** Notes what became of an objective over a range. */
  advance(key: string, to: number, slices: readonly Slice[]): void {
    const last = slices.at(-1);
    const state = this.get(key);
    if (last) {
      this.#searched.delete(key);
      const watermark = Math.max(state?.watermark ?? 0, last.end);
      const since = state?.measuredSince ?? slices[0].end - 300;
      this.#states.set(key, {
        ...{ key, watermark, measuredSince: since },
        measuredAt: state?.measuredAt ?? '',
      });
    } else if (!state) {
      this.#searched.set(key, to);
    }
  }

  /** Whether an objective came as far as it was measured, and may go on. */
  hasReached(key: string, to: number, target: number): boolean {
    const state = this.get(key);
    return state
      ? state.watermark >= to
      : to < target && (this.#searched.get(key) ?? 0) >= to;
  }

  /** Notes that an objective cannot be measured before the next slice closes. */
  fail(key: string, target: number): void {
    this.#failed.set(key, target);
  }

  /** Whether there is no use in asking for an objective again now. */
  hasFailed(key: string, target: number): boolean {
    return this.#failed.get(key) === target;
  }

  /** Share of the history of some objectives that is measured, 0 to 1. */
  share(keys: readonly string[], target: number): number {
    const span = this.#ranges.backfillSeconds;
    let missing = 0;
    for (const key of keys) {
      const reached = this.get(key)?.watermark ?? this.#searched.get(key) ?? 0;
      missing += Math.min(span, Math.max(0, target - reached));
    }
    return keys.length > 0 && span > 0 ? 1 - missing / (span * keys.length) : 1;
  }
}
