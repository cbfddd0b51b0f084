import type { Matcher } from './ast';

/** Labels of a series, its name among them as `__name__`. */
export type Labels = Readonly<Record<string, string>>;

/** What functions need to know of a stretch of a series without reading each sample. */
export interface Summary {
  /** Number of samples, at least one. */
  samples: number;
  /** Milliseconds since 1970. */
  firstTime: number;
  lastTime: number;
  firstValue: number;
  lastValue: number;
  /** What a counter grew by between the first and the last sample, resets made good. */
  increase: number;
  /** Least and largest value; NaN only when there is nothing else. */
  least: number;
  largest: number;
}

/** Samples in order of time; milliseconds since 1970. */
export interface Samples {
  times: number[];
  values: number[];
}

/** One series of a source. All times are whole milliseconds since 1970. */
export interface Series {
  labels: Labels;
  /** Before `begins` and after `ends` there is no sample; unknown where absent. */
  begins?: number;
  ends?: number;
  /** The samples from `from` to `to`, both included. */
  samples(from: number, to: number): Samples;
  /** The latest sample from `from` to `to`, both included, unless the series ended in between. */
  latest(from: number, to: number): { time: number; value: number } | undefined;
  /** Value of the last sample from `from` to `to`, whether or not the series ended since. */
  last(from: number, to: number): number | undefined;
  /** Number of samples from `from` to `to`; undefined for none. */
  count(from: number, to: number): number | undefined;
  /** The least value from `from` to `to`. */
  least(from: number, to: number): number | undefined;
  /** How often a value was less than the one before; undefined without any sample. */
  resets(from: number, to: number): number | undefined;
  /** The samples from `from` to `to`, both included, summed up; undefined without any. */
  summary(from: number, to: number): Summary | undefined;
}

/** Where series come from. */
export interface SeriesSource {
  /** Series that fit all matchers and may have a sample from `from` to `to`. */
  select(matchers: readonly Matcher[], from: number, to: number): Series[];
}
