import type { Indicator, Slice, TimeRange } from '@arctiq/plugin-slo-common';

/** One objective that a source is asked to measure. */
export interface SourceObjective {
  key: string;
  indicator: Indicator;
}

/** What a source found out about one objective over a range. */
export type Measurement =
  /** One slice for every 5 minutes of the range, oldest first, without time slices. */
  | { kind: 'measured'; slices: Slice[] }
  /**
   * Nothing is known. `permanent`: asking the same again cannot help, because
   * the query itself was refused; otherwise it is asked again later.
   */
  | { kind: 'failed'; reason: string; permanent: boolean };

/** Where the figures of an objective come from, for people. */
export interface SourceDescription {
  /** Name of the server in the configuration. */
  server: string;
  /** Address without credentials. */
  serverUrl?: string;
  queries: { role: 'good' | 'bad' | 'total' | 'value'; promql: string }[];
  warnings: string[];
  /** How far back the server remembers, in seconds; absent when it does not say. */
  retentionSeconds?: number;
}

/** Something that can measure objectives. Knows nothing of stores and schedules. */
export interface SloSource {
  /** Type of the queries that it answers, in lower case, for example `prometheus`. */
  readonly type: string;

  /**
   * Measures closed slices. Never throws because of what an upstream does: that
   * is the measurement of the objectives concerned.
   *
   * @param range - multiples of SLICE_SECONDS, from (exclusive) to (inclusive)
   * @returns a measurement for every objective, by key
   */
  measure(
    objectives: readonly SourceObjective[],
    range: TimeRange,
    signal: AbortSignal,
  ): Promise<Map<string, Measurement>>;

  /** Tells where the figures of an objective come from. */
  describe(
    objective: SourceObjective,
    signal: AbortSignal,
  ): Promise<SourceDescription>;
}
