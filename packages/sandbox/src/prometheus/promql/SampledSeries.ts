import type { Labels, Samples, Series, Summary } from './series';

/** First index whose time is at least `time`. */
function lowerBound(times: readonly number[], time: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (times[middle] < time) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

/** Sums samples up; undefined without any. */
export function summarize({ times, values }: Samples): Summary | undefined {
  const last = times.length - 1;
  if (last < 0) {
    return undefined;
  }
  let increase = values[last] - values[0];
  let least = values[0];
  let largest = values[0];
  for (let index = 1; index <= last; index += 1) {
    const value = values[index];
    if (value < values[index - 1]) {
      increase += values[index - 1];
    }
    least = value < least || Number.isNaN(least) ? value : least;
    largest = value > largest || Number.isNaN(largest) ? value : largest;
  }
  return {
    samples: last + 1,
    firstTime: times[0],
    lastTime: times[last],
    firstValue: values[0],
    lastValue: values[last],
    increase,
    least,
    largest,
  };
}

/** How often a value is less than the one before; undefined without any. */
export function countResets(values: readonly number[]): number | undefined {
  return values.length > 0
    ? values.filter((value, index) => index > 0 && value < values[index - 1])
        .length
    : undefined;
}

/** A series whose samples are at hand. */
export class SampledSeries implements Series {
  constructor(readonly labels: Labels, private readonly all: Samples) {}

  samples(from: number, to: number): Samples {
    const { times, values } = this.all;
    const begin = lowerBound(times, from);
    const end = lowerBound(times, to + 1);
    return { times: times.slice(begin, end), values: values.slice(begin, end) };
  }

  latest(from: number, to: number) {
    const { times, values } = this.all;
    const index = lowerBound(times, to + 1) - 1;
    return index >= 0 && times[index] >= from
      ? { time: times[index], value: values[index] }
      : undefined;
  }

  last(from: number, to: number): number | undefined {
    return this.latest(from, to)?.value;
  }

  count(from: number, to: number): number | undefined {
    return this.summary(from, to)?.samples;
  }

  least(from: number, to: number): number | undefined {
    return this.summary(from, to)?.least;
  }

  resets(from: number, to: number): number | undefined {
    return countResets(this.samples(from, to).values);
  }

  summary(from: number, to: number): Summary | undefined {
    return summarize(this.samples(from, to));
  }
}
