import type {
  BudgetStatus,
  SliceSums,
  SloState,
  SloSummary,
} from '@arctiq/plugin-slo-common';

/** The budget of one SLO after a round of evaluation, with what other figures are made of. */
export interface EvaluatedSlo {
  summary: SloSummary;
  /** Each objective with its own status; one unless it is a composite. */
  members: { key: string; status: BudgetStatus }[];
  /** Sums of the window of each objective that was ever measured. */
  measured: { target: string; sums: SliceSums }[];
}

/** Orders of a list; each puts what is unknown last. */
export const SORTS = ['burn', 'remaining', 'name', 'ends'] as const;
export type StatusSort = (typeof SORTS)[number];

/** Which SLOs; all filters must hold. */
export interface StatusFilter {
  /** Full entity refs in lower case; an empty list matches nothing. */
  ownerRefs?: string[];
  systemRef?: string;
  entityRef?: string;
  tier?: number;
  states?: SloState[];
  /** Words that must all stand in the names of the SLO, its component, owner or system. */
  text?: string;
}

/** Place in a list: value of the column that it is sorted by, and id. */
export interface StatusPosition {
  sort: StatusSort;
  value: number | string;
  id: string;
}

/** One page of a list. */
export interface StatusListing {
  items: EvaluatedSlo[];
  totalItems: number;
  /** How many match all filters but that of states. */
  states: Partial<Record<SloState, number>>;
  next?: StatusPosition;
}

/** What the last round of evaluation did. */
export interface RoundStatus {
  /** Counts up with every write; the same number means the same figures. */
  version: number;
  /** ISO 8601: watermark that most of the figures are of. */
  asOf?: string;
  /** ISO 8601 of the clock when it ran. */
  evaluatedAt?: string;
  /** Why figures are not newer or not complete. */
  reason?: string;
}

/** A change of state that the owner is told about. */
export interface StateChange {
  sloId: string;
  displayName: string;
  entityTitle: string;
  ownerRef?: string;
  /** What they were told before. */
  from: SloState;
  to: SloState;
  title: string;
  description: string;
  severity: 'critical' | 'high' | 'normal' | 'low';
}

/** Budgets after the last round. */
export interface StatusStore {
  list(
    filter: StatusFilter,
    options: { sort: StatusSort; limit: number; after?: StatusPosition },
  ): Promise<StatusListing>;
  get(id: string): Promise<EvaluatedSlo | undefined>;
  /** All that match, in the order of their ids. */
  all(filter: StatusFilter): Promise<EvaluatedSlo[]>;
  /** The state of each SLO that its owner was told last. */
  told(): Promise<Map<string, SloState>>;
  /**
   * Writes budgets and changes to tell about, all or nothing. A change that
   * somebody else has found meanwhile is not written twice.
   *
   * @param first - states of SLOs of which nothing was told yet: from there on
   *   changes are told
   */
  write(
    evaluated: EvaluatedSlo[],
    changes: { tell: StateChange[]; first: Map<string, SloState> },
    now: Date,
  ): Promise<void>;
  /** Forgets SLOs that are no longer in force. */
  keepOnly(ids: string[]): Promise<void>;
  round(): Promise<RoundStatus>;
  endRound(round: Omit<RoundStatus, 'version'>): Promise<void>;
  /**
   * Takes a change to send; nobody else gets it for some minutes. Undefined
   * when there is none.
   */
  claimChange(
    now: Date,
  ): Promise<(StateChange & { number: number }) | undefined>;
  changeSent(number: number, now: Date): Promise<void>;
}
