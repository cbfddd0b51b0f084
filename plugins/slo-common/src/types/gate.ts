import type { PolicyStep, SloState } from './status';

/** Answer of promotion gate 4. `unknown` never reads as `allow`. */
export type GateDecision = 'allow' | 'caution' | 'freeze' | 'unknown';

/** Why the gate decided so: one SLO, one sentence. */
export interface GateReason {
  sloId: string;
  displayName: string;
  decision: GateDecision;
  state: SloState;
  remaining?: number;
  message: string;
  /** The deploy that spent most of the budget, if one did. */
  spentBy?: { title: string; url?: string; spent: number };
}

/** Permission to ship in spite of a frozen budget, for a time. */
export interface Exemption {
  id: string;
  entityRef: string;
  environment?: string;
  /** Cause, one of the policy's. */
  cause:
    | 'company-wide-outage'
    | 'dependency-frozen'
    | 'out-of-scope-users'
    | 'miscategorised-errors'
    | 'security-fix'
    | 'p0-fix'
    | 'other';
  reason: string;
  grantedBy: string;
  grantedAt: string;
  expiresAt: string;
  revoked?: { by: string; at: string };
}

/** `GET /v1/gate?entityRef=&environment=` */
export interface GateAnswer {
  decision: GateDecision;
  entityRef: string;
  environment: string;
  /** The least that is left among the SLOs of the component, signed; absent when unknown. */
  budgetRemaining?: number;
  /** The step of the policy that holds. */
  policy: PolicyStep | undefined;
  reasons: GateReason[];
  /** The exemption that turned a freeze into caution. */
  exemption?: Exemption;
  /** ISO 8601: age of the oldest figure used; absent without figures. */
  asOf?: string;
}
