import { share } from '../../model/traffic/hash';
import { SLOT_MS, SLOTS_PER_DAY } from './time';

// Hot paths: a global is looked up anew at each use where the code runs in a
// context of its own, as under Jest.
const { floor, min } = Math;

/** Events before each slot of a day; the last entry is the whole day. */
export type DayCounts = Uint32Array;

/** How many events are expected in each slot of a day. */
export type Expectation = (day: number) => Float64Array;

const kept = 4;

/**
 * Counts events of one kind since ever. Whole numbers at every moment: what is
 * expected in a slot is rounded up or down by chance, and spread evenly inside.
 */
export class Counter {
  readonly #days = new Map<number, DayCounts>();
  readonly #totals = new Map<number, number>();

  /**
   * @param shareOf - share of the events of `whole` that count here, by slot
   * @param whole - the counter that this one is a part of (a bucket of a histogram)
   */
  constructor(
    private readonly seed: number,
    private readonly expected: Expectation,
    private readonly whole?: Counter,
  ) {}

  /** The counts of a day. */
  day(day: number): DayCounts {
    let counts = this.#days.get(day);
    if (!counts) {
      counts = this.#compute(day);
      this.#days.set(day, counts);
      this.#totals.set(day, counts[SLOTS_PER_DAY]);
      if (this.#days.size > kept) {
        this.#days.delete(this.#days.keys().next().value ?? day);
      }
    }
    return counts;
  }

  /** Events of a whole day. */
  total(day: number): number {
    return this.#totals.get(day) ?? this.day(day)[SLOTS_PER_DAY];
  }

  /** Events of a day up to a moment, in milliseconds since its beginning. */
  inDay(day: number, milliseconds: number): number {
    const counts = this.day(day);
    const slot = floor(milliseconds / SLOT_MS);
    if (slot >= SLOTS_PER_DAY) {
      return counts[SLOTS_PER_DAY];
    }
    const inside = (milliseconds - slot * SLOT_MS) / SLOT_MS;
    const events = counts[slot + 1] - counts[slot];
    if (events === 0) {
      return counts[slot];
    }
    if (!this.whole) {
      return counts[slot] + floor(events * inside);
    }
    // A part moves only when the whole does.
    const all = this.whole.day(day);
    const wholeEvents = all[slot + 1] - all[slot];
    const passed = floor(wholeEvents * inside);
    return counts[slot] + floor((events * passed) / wholeEvents);
  }

  #compute(day: number): DayCounts {
    const counts = new Uint32Array(SLOTS_PER_DAY + 1);
    const expected = this.expected(day);
    const all = this.whole?.day(day);
    let sum = 0;
    for (let slot = 0; slot < SLOTS_PER_DAY; slot += 1) {
      const chance = share(this.seed, day * SLOTS_PER_DAY + slot);
      const limit = all ? all[slot + 1] - all[slot] : Infinity;
      const mean = all ? expected[slot] * limit : expected[slot];
      sum += min(limit, floor(mean + chance));
      counts[slot + 1] = sum;
    }
    return counts;
  }
}
