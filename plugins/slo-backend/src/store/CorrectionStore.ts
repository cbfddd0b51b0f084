import type { Correction } from '@arctiq/plugin-slo-common';

/** Who ended a record, when and why. */
export interface Revocation {
  by: string;
  /** ISO 8601 UTC. */
  at: string;
  reason: string;
}

/** Stretches of time that do not count. Append-only: a revocation is a record of its own. */
export interface CorrectionStore {
  /** Corrections of one SLO, revoked ones too, newest first. */
  list(sloId: string): Promise<Correction[]>;
  /** Corrections that hold, by SLO; of the given SLOs or of all. */
  inForce(sloIds?: string[]): Promise<Map<string, Correction[]>>;
  add(correction: Omit<Correction, 'revoked'>): Promise<void>;
  /**
   * @throws NotFoundError when the SLO has no such correction
   * @throws ConflictError when it is revoked already
   */
  revoke(
    sloId: string,
    id: string,
    revocation: Revocation,
  ): Promise<Correction>;
}
