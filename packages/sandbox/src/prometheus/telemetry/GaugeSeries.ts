import { countResets, summarize } from '../promql/SampledSeries';
import type { Labels, Samples, Series, Summary } from '../promql/series';
import {
  type Limits,
  SCRAPE_MS,
  scrapeFrom,
  scrapeUntil,
  type Stretch,
} from './time';

/** Something that is measured at each scrape. */
export class GaugeSeries implements Series {
  constructor(
    readonly labels: Labels,
    private readonly life: Stretch & { phase: number },
    private readonly limits: Limits,
    private readonly valueAt: (time: number) => number,
  ) {}

  latest(
    from: number,
    to: number,
  ): { time: number; value: number } | undefined {
    const { life, limits } = this;
    const time = scrapeUntil(Math.min(to, limits.newest), life.phase);
    const oldest = Math.max(from, life.start, limits.oldest);
    return time < oldest || time >= life.end
      ? undefined
      : { time, value: this.valueAt(time) };
  }

  samples(from: number, to: number): Samples {
    const { life, limits } = this;
    const samples: Samples = { times: [], values: [] };
    const end = Math.min(to, life.end - 1, limits.newest);
    const begin = Math.max(from, life.start, limits.oldest);
    for (
      let time = scrapeFrom(begin, life.phase);
      time <= end;
      time += SCRAPE_MS
    ) {
      samples.times.push(time);
      samples.values.push(this.valueAt(time));
    }
    return samples;
  }

  last(from: number, to: number): number | undefined {
    const end = Math.min(to, this.life.end - 1, this.limits.newest);
    return this.samples(Math.max(from, end - 2 * SCRAPE_MS), end).values.pop();
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
