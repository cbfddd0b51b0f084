import { randomUUID } from 'node:crypto';
import type { Exemption } from '@arctiq/plugin-slo-common';
import { InputError } from '@backstage/errors';
import type { ExemptionStore } from '../store/ExemptionStore';
import type { GateService } from './GateService';

/** What {@link ExemptionService} needs. */
export interface ExemptionServiceOptions {
  exemptions: ExemptionStore;
  gate: Pick<GateService, 'requireEnvironment'>;
  /** The clock. */
  now: () => Date;
}

const MAX_MS = 30 * 86_400_000;

/** Lets components ship in spite of a frozen budget, for a time. */
export class ExemptionService {
  readonly #options: ExemptionServiceOptions;

  constructor(options: ExemptionServiceOptions) {
    this.#options = options;
  }

  async list(entityRef: string | undefined) {
    const items = await this.#options.exemptions.list(entityRef);
    return { items, totalItems: items.length, pageInfo: {} };
  }

  /**
   * @param by - entity ref of the person
   * @throws InputError when it ends in the past or too late, or the environment is unknown
   */
  async grant(
    input: Pick<
      Exemption,
      'entityRef' | 'environment' | 'cause' | 'reason' | 'expiresAt'
    >,
    by: string,
  ): Promise<Exemption> {
    const { exemptions, gate, now } = this.#options;
    if (input.environment !== undefined) {
      gate.requireEnvironment(input.environment);
    }
    const grantedAt = now();
    const ahead = Date.parse(input.expiresAt) - grantedAt.getTime();
    if (!(ahead > 0 && ahead <= MAX_MS)) {
      throw new InputError(
        "Wrong body: 'expiresAt' must be in the future and at most 30 days ahead.",
      );
    }
    const exemption: Exemption = {
      ...input,
      expiresAt: new Date(input.expiresAt).toISOString(),
      id: randomUUID(),
      grantedBy: by,
      grantedAt: grantedAt.toISOString(),
    };
    await exemptions.add(exemption);
    return exemption;
  }

  /**
   * @param by - entity ref of the person
   * @throws NotFoundError when there is no such exemption
   * @throws ConflictError when it was revoked before
   */
  revoke(
    id: string,
    reason: string | undefined,
    by: string,
  ): Promise<Exemption> {
    const at = this.#options.now().toISOString();
    return this.#options.exemptions.revoke(id, {
      by,
      at,
      reason: reason ?? '',
    });
  }
}
