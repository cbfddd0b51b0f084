/** How good and bad are counted: see {@link https://github.com/OpenSLO/OpenSLO | OpenSLO v1}. */
export type BudgetingMethod = 'Occurrences' | 'Timeslices' | 'RatioTimeslices';

/** A length of time as OpenSLO writes it; `M`, `Q` and `Y` only in calendar windows. */
export interface ShorthandDuration {
  value: number;
  unit: 'm' | 'h' | 'd' | 'w' | 'M' | 'Q' | 'Y';
}

/** A window that ends now and has one length. */
export interface RollingWindow {
  kind: 'rolling';
  duration: ShorthandDuration;
}

/** A window of the calendar, such as a month; it starts anew at a local time. */
export interface CalendarWindow {
  kind: 'calendar';
  duration: ShorthandDuration;
  /** `YYYY-MM-DD hh:mm:ss` in `timeZone`: some start of a window. */
  startTime: string;
  /** IANA zone. */
  timeZone: string;
}

export type SloWindow = RollingWindow | CalendarWindow;

/** One query to one data source. */
export interface MetricQuery {
  /** PromQL. May contain `{{.window}}` (Sloth) or `$window`; see {@link RatioIndicator}. */
  query: string;
  /** Type of data source, in lower case; `prometheus` unless the file says otherwise. */
  type: string;
  /** Name of a server in the configuration; absent means the default server. */
  server?: string;
}

/**
 * Part of all, counted.
 *
 * With `counter`, a query names a monotone counter (`sum(requests_total{...})`)
 * and its increase is counted, resets considered. Without it, the query is the
 * count per slice; `{{.window}}` or `$window` in it stands for the slice, and a
 * query that is a `rate` is multiplied by the seconds of the slice.
 */
export interface RatioIndicator {
  kind: 'ratio';
  counter: boolean;
  /** Exactly one of `good` and `bad` is given. */
  good?: MetricQuery;
  bad?: MetricQuery;
  total: MetricQuery;
}

/** A ratio that the data source already computes, between 0 and 1; every sample weighs the same. */
export interface RawRatioIndicator {
  kind: 'raw-ratio';
  rawType: 'success' | 'failure';
  raw: MetricQuery;
}

/** A value that must stay on one side of a limit; a sample is an event. */
export interface ThresholdIndicator {
  kind: 'threshold';
  metric: MetricQuery;
  op: 'lte' | 'gte' | 'lt' | 'gt';
  value: number;
}

export type Indicator = RatioIndicator | RawRatioIndicator | ThresholdIndicator;

/** What is promised of one indicator. Measured on its own, under its own `key`. */
export interface SloObjective {
  /** `<slo id>` when it is the only one, else `<slo id>~<n>` from 1. Never reused for another indicator. */
  key: string;
  displayName?: string;
  /** Share of good, as a decimal string above 0 and below 1, for example `0.9995`. */
  target: string;
  indicator: Indicator;
  /** Share of good from which a time slice counts as good (Timeslices), a decimal string. */
  timeSliceTarget?: string;
  /** Minutes, a multiple of 5 that divides 60 (Timeslices, RatioTimeslices). */
  timeSliceMinutes?: number;
  /** Weight in a composite, above 0. */
  weight: number;
}

/** A burn rate that must wake or tell somebody, as an OpenSLO AlertPolicy says. */
export interface BurnAlert {
  name: string;
  severity: string;
  op: 'gt' | 'gte' | 'lt' | 'lte';
  /** Burn rate, in multiples of the even pace. */
  threshold: number;
  lookback: ShorthandDuration;
  alertAfter: ShorthandDuration;
}

/** What a file says of one of the standard alerts. */
export interface StandardAlert {
  enabled: boolean;
  labels: Record<string, string>;
  annotations: Record<string, string>;
}

/** What a Sloth or Pyrra file says of the alerts that every SLO gets. */
export interface AlertSettings {
  /** Name of the burn alerts; absent means the portal's. */
  name?: string;
  page: StandardAlert;
  ticket: StandardAlert;
  /** Whether missing data is alerted on. */
  absent: boolean;
}

/** Format that a definition came in. */
export type DefinitionFormat = 'openslo/v1' | 'sloth/v1' | 'pyrra/v1alpha1';

/** One service level objective, as validated. */
export interface SloDefinition {
  /** `<namespace>/<component>/<slo name>`, lower case; unique in the company. */
  id: string;
  /** The component in whose repository it stands, `component:default/order-service`. */
  entityRef: string;
  name: string;
  displayName: string;
  description?: string;
  /** `metadata.name` of the OpenSLO Service, or the service of Sloth or Pyrra. */
  service: string;
  labels: Record<string, string>;
  window: SloWindow;
  budgetingMethod: BudgetingMethod;
  /** At least one; more than one make a composite. */
  objectives: SloObjective[];
  alerts: BurnAlert[];
  /** Absent means that all standard alerts are wanted as they are. */
  alertSettings?: AlertSettings;
  runbookUrl?: string;
  format: DefinitionFormat;
  /** Where it stands: file (URL or path) and first line of its document, from 1. */
  source: { file: string; line: number };
  /** SHA-256 (hex) of what changes its measurement: indicator, method, time slices. Not its target or texts. */
  measurementHash: string;
}

/** What is wrong with a definition, precise enough to mend it. */
export interface DefinitionProblem {
  file: string;
  /** From 1; absent when the file could not be read at all. */
  line?: number;
  /** Path of the field, for example `spec.objectives[0].target`. */
  field?: string;
  /** What is wrong, why, and what to write instead. */
  message: string;
  severity: 'error' | 'warning';
}

/** What a file holds: every good definition, and what is wrong with the others. */
export interface ParsedDefinitions {
  definitions: SloDefinition[];
  problems: DefinitionProblem[];
}
