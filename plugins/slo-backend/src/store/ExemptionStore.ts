import type { Exemption } from '@arctiq/plugin-slo-common';
import type { Revocation } from './CorrectionStore';

/** Permissions to ship in spite of a frozen budget. Append-only. */
export interface ExemptionStore {
  /** Exemptions of one component or of all, ended ones too, newest first; at most a thousand. */
  list(entityRef?: string): Promise<Exemption[]>;
  add(exemption: Omit<Exemption, 'revoked'>): Promise<void>;
  /**
   * @throws NotFoundError when there is no such exemption
   * @throws ConflictError when it is revoked already
   */
  revoke(id: string, revocation: Revocation): Promise<Exemption>;
}
