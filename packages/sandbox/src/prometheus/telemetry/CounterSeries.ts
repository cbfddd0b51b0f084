import type { Labels, Samples, Series, Summary } from '../promql/series';
import type { Counter } from './Counter';
import type { Life } from './lives';
import {
  DAY_MS,
  type Limits,
  SCRAPE_MS,
  scrapeFrom,
  scrapeUntil,
} from './time';

// Hot paths: a global is looked up anew at each use where the code runs in a
// context of its own, as under Jest.
const { floor, min, max } = Math;

/** No gap in the scrapes is longer, in milliseconds. */
const longestGap = 600_000;

/** Values on both sides of a restart. */
interface Restart {
  before: number;
  after: number;
}

const none: Restart[] = [];

/** The scrapes of a stretch of time. */
interface Extent {
  first: number;
  last: number;
  samples: number;
}

/** A counter as one pod shows it: from zero at its start and at each restart. */
export class CounterSeries implements Series {
  /** What was counted from the pod's birth to the beginning of a day. */
  readonly #bases = new Map<number, number>();
  /** What was counted from the pod's birth to each of its starts. */
  readonly #startCounts: number[] = [];
  readonly #birthDay: number;
  readonly #beforeBirth: number;

  /** @param factor - what an event adds; not 1 for sums of durations */
  constructor(
    readonly labels: Labels,
    private readonly counter: Counter,
    private readonly life: Life,
    private readonly limits: Limits,
    private readonly factor = 1,
  ) {
    this.#birthDay = floor(life.start / DAY_MS);
    this.#beforeBirth = counter.inDay(
      this.#birthDay,
      life.start - this.#birthDay * DAY_MS,
    );
  }

  get begins(): number {
    return this.life.start;
  }

  get ends(): number {
    return this.life.end;
  }

  latest(
    from: number,
    to: number,
  ): { time: number; value: number } | undefined {
    const { life, limits } = this;
    const time = scrapeUntil(min(to, limits.newest), life.phase);
    // What ended or cannot be scraped is stale at once.
    const missing =
      time < from ||
      time < limits.oldest ||
      time < life.start ||
      time >= life.end ||
      life.gaps.some(gap => time >= gap.start && time < gap.end);
    return missing ? undefined : { time, value: this.#value(time) };
  }

  samples(from: number, to: number): Samples {
    const { life, limits } = this;
    const samples: Samples = { times: [], values: [] };
    const begin = max(from, life.start, limits.oldest);
    const end = min(to, life.end - 1, limits.newest);
    for (
      let time = scrapeFrom(begin, life.phase);
      time <= end;
      time += SCRAPE_MS
    ) {
      if (!life.gaps.some(gap => time >= gap.start && time < gap.end)) {
        samples.times.push(time);
        samples.values.push(this.#value(time));
      }
    }
    return samples;
  }

  last(from: number, to: number): number | undefined {
    const { life, limits } = this;
    let time = scrapeUntil(min(to, life.end - 1, limits.newest), life.phase);
    for (const gap of life.gaps) {
      if (time >= gap.start && time < gap.end) {
        time = scrapeFrom(gap.start, life.phase) - SCRAPE_MS;
      }
    }
    return time < max(from, life.start, limits.oldest)
      ? undefined
      : this.#value(time);
  }

  count(from: number, to: number): number | undefined {
    return this.#extent(from, to)?.samples;
  }

  least(from: number, to: number): number | undefined {
    const extent = this.#extent(from, to);
    if (!extent) {
      return undefined;
    }
    const first = this.#value(extent.first);
    return this.life.starts.length > 1
      ? min(first, ...this.#restartsIn(extent).map(({ after }) => after))
      : first;
  }

  resets(from: number, to: number): number | undefined {
    const extent = this.#extent(from, to);
    return (
      extent &&
      this.#restartsIn(extent).filter(one => one.after < one.before).length
    );
  }

  summary(from: number, to: number): Summary | undefined {
    const extent = this.#extent(from, to);
    if (!extent) {
      return undefined;
    }
    const { first, last, samples } = extent;
    const firstValue = this.#value(first);
    const lastValue = first === last ? firstValue : this.#value(last);
    const summary: Summary = {
      samples,
      firstTime: first,
      lastTime: last,
      firstValue,
      lastValue,
      increase: lastValue - firstValue,
      least: firstValue,
      largest: lastValue,
    };
    for (const { before, after } of this.#restartsIn(extent)) {
      summary.least = min(summary.least, after);
      summary.largest = max(summary.largest, before);
      summary.increase += after < before ? before : 0;
    }
    return summary;
  }

  /** The scrapes from one time to another; undefined without any. */
  #extent(from: number, to: number): Extent | undefined {
    const { life, limits } = this;
    const begin = max(from, life.start, limits.oldest);
    const end = min(to, life.end - 1, limits.newest);
    let first = scrapeFrom(begin, life.phase);
    let last = scrapeUntil(end, life.phase);
    let missing = 0;
    for (const gap of life.gaps) {
      const after = scrapeFrom(gap.end, life.phase);
      const before = scrapeFrom(gap.start, life.phase) - SCRAPE_MS;
      if (first > before && first < after) {
        first = after;
      }
      if (last > before && last < after) {
        last = before;
      }
      if (first <= before && last >= after) {
        missing += (after - before) / SCRAPE_MS - 1;
      }
    }
    return first > last
      ? undefined
      : { first, last, samples: (last - first) / SCRAPE_MS + 1 - missing };
  }

  /** The last value before each restart, and the first one after it. */
  #restartsIn({ first, last }: Extent): Restart[] {
    const { starts } = this.life;
    if (starts.length === 1) {
      return none;
    }
    const found: Restart[] = [];
    for (let number = 1; number < starts.length; number += 1) {
      const start = starts[number];
      if (start <= first || start > last) {
        continue;
      }
      const end = min(last, (starts[number + 1] ?? Infinity) - 1);
      const [after] = this.samples(start, min(end, start + longestGap)).values;
      const begin = max(first, starts[number - 1], start - longestGap);
      const before = this.samples(begin, start - 1).values.pop();
      // Two restarts without a scrape in between look like one.
      if (after !== undefined && before !== undefined) {
        found.push({ before, after });
      }
    }
    return found;
  }

  #value(time: number): number {
    const { starts } = this.life;
    let number = starts.length - 1;
    while (number > 0 && starts[number] > time) {
      number -= 1;
    }
    const counted =
      number === 0 ? this.#since(time) : this.#since(time) - this.#at(number);
    return counted * this.factor;
  }

  #at(number: number): number {
    this.#startCounts[number] ??= this.#since(this.life.starts[number]);
    return this.#startCounts[number];
  }

  /** Events from the pod's birth to a time. */
  #since(time: number): number {
    const day = floor(time / DAY_MS);
    return this.#base(day) + this.counter.inDay(day, time - day * DAY_MS);
  }

  #base(day: number): number {
    let base = this.#bases.get(day);
    if (base === undefined) {
      base =
        day === this.#birthDay
          ? -this.#beforeBirth
          : this.#base(day - 1) + this.counter.total(day - 1);
      this.#bases.set(day, base);
    }
    return base;
  }
}
