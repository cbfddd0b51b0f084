import type { BudgetingMethod, SloDefinition, SloWindow } from './definition';
import type { Correction, ReliabilityEvent, SliceState } from './measurement';

/**
 * State of a budget, worst first in `SLO_STATES`.
 *
 * - `exhausted`: less than nothing is left
 * - `frozen`: below the last threshold of the policy (gate 4 freezes)
 * - `critical`: below the second threshold (deploys freeze)
 * - `at-risk`: below the first threshold (features freeze), or burning so fast that it will be soon
 * - `healthy`
 * - `no-data`: coverage too low to say anything
 * - `not-measured`: never measured yet
 */
export type SloState =
  | 'exhausted'
  | 'frozen'
  | 'critical'
  | 'at-risk'
  | 'no-data'
  | 'not-measured'
  | 'healthy';

export const SLO_STATES: readonly SloState[] = [
  'exhausted',
  'frozen',
  'critical',
  'at-risk',
  'no-data',
  'not-measured',
  'healthy',
];

/** How far a figure can be trusted. */
export type Quality = 'complete' | 'partial' | 'stale' | 'not-measured';

/** When the budget ends if things go on as in the look-back. */
export type Countdown =
  /** Spent already. */
  | { kind: 'exhausted' }
  /** Ends at this time (Unix seconds). */
  | { kind: 'at'; time: number }
  /** Old errors leave the window at least as fast as new ones come, or nothing burns. */
  | { kind: 'never' }
  /** Lasts to the end of the calendar window (Unix seconds). */
  | { kind: 'survives-window'; windowEnd: number }
  | { kind: 'unknown' };

/** How fast the budget burns over one look-back; 1 spends it exactly over the window. */
export interface BurnRate {
  /** `5m`, `30m`, `1h`, `2h`, `6h`, `1d`, `3d`. */
  lookback: string;
  /** Absent when the look-back is not covered or had no traffic. */
  rate?: number;
  /** Known slices divided by expected ones, 0 to 1. */
  coverage: number;
}

/** The budget of one SLO at one time. Pure result of the engine; every surface shows this one. */
export interface BudgetStatus {
  /** Last closed slice that was considered, Unix seconds; absent when never measured. */
  watermark?: number;
  /** Window evaluated, Unix seconds; `to` is the watermark, `end` the end of a calendar window. */
  window: { from: number; to: number; end?: number };
  /** Share of good over the window, 0 to 1; absent without data. */
  sli?: number;
  /** Signed share of the budget that is left; 1 is untouched, below 0 is overspent. Absent without data. */
  remaining?: number;
  /** 1 - remaining. */
  consumed?: number;
  /**
   * Budget and what is left of it, in the unit of the method: events
   * (Occurrences) or minutes (others). For calendar windows the budget of
   * Occurrences is of the traffic so far, projected evenly to the end of the
   * window, which `estimated` says.
   */
  budget?: {
    unit: 'events' | 'minutes';
    total: number;
    left: number;
    estimated: boolean;
  };
  burn: BurnRate[];
  /** Rate that lists sort by: over 1 h, or over 6 h when the hour is not covered. */
  currentBurn?: number;
  countdown: Countdown;
  /** Known slices divided by expected slices of the window, 0 to 1. */
  coverage: number;
  /** Events counted in the window. */
  events: number;
  /** Low: one event moves the budget by more than a tenth of it. */
  confidence: 'high' | 'low' | 'none';
  /** Share of the budget that a single bad event spends: 1 / (N (1 - target)). */
  smallestStep?: number;
  state: SloState;
  quality: Quality;
  /** Why it is not complete, in words for a person. */
  reasons: string[];
}

/** One line of a list of SLOs. */
export interface SloSummary {
  id: string;
  entityRef: string;
  /** Title of the component. */
  entityTitle: string;
  ownerRef?: string;
  systemRef?: string;
  tier?: number;
  name: string;
  displayName: string;
  target: string;
  window: SloWindow;
  budgetingMethod: BudgetingMethod;
  composite: boolean;
  status: BudgetStatus;
}

/** The pages of `GET /v1/slos`. */
export interface SloPage {
  items: SloSummary[];
  totalItems: number;
  /** How many match all filters except `state`, by state. */
  states: Partial<Record<SloState, number>>;
  pageInfo: { nextCursor?: string };
  /** ISO 8601: end of the last round of measurement; absent before the first. */
  asOf?: string;
  quality: Quality;
  reason?: string;
}

/** Where a figure comes from. */
export interface Provenance {
  /** Name of the server of the data source, and its address without credentials. */
  server: string;
  serverUrl?: string;
  /** What was asked last for this objective. */
  queries: { role: 'good' | 'bad' | 'total' | 'value'; promql: string }[];
  /** ISO 8601 of the last round that wrote slices. */
  measuredAt?: string;
  warnings: string[];
  /** Oldest stored slice, Unix seconds. */
  measuredSince?: number;
  /** Known retention of the server in seconds; shorter than the window is said in `warnings`. */
  retentionSeconds?: number;
  /** How the figure is computed, one sentence with the numbers put in. */
  arithmetic: string[];
}

/** Budget that was spent around an event. */
export interface EventSpend {
  event: ReliabilityEvent;
  /** Share of the window's budget that was spent between `from` and `to`. Absent when not covered. */
  spent?: number;
  from: number;
  to: number;
  /** More than the policy's postmortem share (20 % of the budget by one incident). */
  needsPostmortem: boolean;
}

/** One SLO with all that its page shows. */
export interface SloDetail extends SloSummary {
  definition: SloDefinition;
  /** Members of a composite, each with its own status. */
  members: {
    key: string;
    displayName?: string;
    weight: number;
    target: string;
    status: BudgetStatus;
  }[];
  provenance: Provenance[];
  corrections: Correction[];
  events: EventSpend[];
  /** Whether deploys and incidents are collected at all, and how old they are. */
  eventSources?: {
    kind: 'deploy' | 'incident';
    collected: boolean;
    /** ISO 8601 of the last complete reading. */
    asOf?: string;
    /** Why it is not collected or not newer. */
    reason?: string;
  }[];
  revisions: { revision: number; since: string; summary: string }[];
  policy: PolicyState;
  /** What the person who asks may do. */
  allowed: { correct: boolean };
}

/** One point of the chart of what is left. */
export interface SeriesPoint {
  /** Unix seconds, the end of the step. */
  time: number;
  /** Signed; absent where it was not known. */
  remaining?: number;
  /** Burn rate over the step. */
  burn?: number;
  coverage: number;
}

/** `GET /v1/slos/.../series`; the last point equals the status. */
export interface SloSeries {
  stepSeconds: number;
  points: SeriesPoint[];
}

/** `GET /v1/slos/.../slices`: the heat strip. */
export interface SliceStrip {
  /** Seconds of a cell. */
  stepSeconds: number;
  cells: {
    time: number;
    state: SliceState;
    /** Error ratio divided by the budget of the target: burn rate of the cell. */
    burn?: number;
    good: number;
    total: number;
    reason?: string;
  }[];
}

/** One step of the company's error budget policy. */
export interface PolicyStep {
  /** Applies when less than this share is left, 0 to 1. */
  below: number;
  /** Name of the step, for example `Features freeze`. */
  name: string;
  /** What people do now. */
  action: string;
  decision: 'allow' | 'caution' | 'freeze';
}

/** Which step of the policy holds for a budget. */
export interface PolicyState {
  step: PolicyStep;
  /** Step that follows when more is spent, and at which share. */
  next?: PolicyStep;
}

/** Figures of several SLOs together. */
export interface Rollup {
  /** Entity ref of the group or system, or `company`. */
  ref: string;
  title: string;
  slos: number;
  states: Partial<Record<SloState, number>>;
  /** Sum of good over sum of total of members that count events (never a mean of percentages). */
  sli?: number;
  /** Budget left of the sum: 1 - (bad events / allowed bad events), signed. */
  remaining?: number;
  coverage: number;
  /** The member with the least budget left. */
  worst?: SloSummary;
  /** The member that burns fastest now. */
  fastest?: SloSummary;
  asOf?: string;
  quality: Quality;
}

/**
 * `GET /v1/scoreboard`: the company against its availability objective of the
 * quarter. What roll-ups have left is of the budget of the whole quarter, the
 * events to come projected.
 */
export interface Scoreboard {
  objective: string;
  quarter: { from: string; to: string; timeZone: string };
  company: Rollup;
  /** Minutes that the quarter allows and that are spent, over the SLOs that count for it. */
  allowedMinutes: number;
  spentMinutes?: number;
  teams: Rollup[];
  systems: Rollup[];
}

/** `GET /v1/summary`: what a card shows, at most 4 kB. */
export interface SloGlance {
  rollup: Omit<Rollup, 'worst' | 'fastest'>;
  /** Up to three that burn fastest, each with its burn over 1 h and 6 h only. */
  top: SloSummary[];
}
