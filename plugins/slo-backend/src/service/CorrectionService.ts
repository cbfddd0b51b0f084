import { randomUUID } from 'node:crypto';
import {
  ceilToSlice,
  type Correction,
  floorToSlice,
} from '@arctiq/plugin-slo-common';
import { InputError } from '@backstage/errors';
import type { StatusUpdater } from '../status/StatusUpdater';
import type { CorrectionStore } from '../store/CorrectionStore';

/** What {@link CorrectionService} needs. */
export interface CorrectionServiceOptions {
  corrections: CorrectionStore;
  updater: Pick<StatusUpdater, 'update'>;
  /** The clock. */
  now: () => Date;
}

const MAX_SECONDS = 31 * 86_400;
const MAX_AHEAD_SECONDS = 366 * 86_400;

/** Takes time out of the count, and back in; budgets follow at once. */
export class CorrectionService {
  readonly #options: CorrectionServiceOptions;

  constructor(options: CorrectionServiceOptions) {
    this.#options = options;
  }

  async list(sloId: string) {
    const items = await this.#options.corrections.list(sloId);
    return { items, totalItems: items.length, pageInfo: {} };
  }

  /**
   * @param by - entity ref of the person
   * @throws InputError when the stretch is too long or too far ahead
   */
  async add(
    sloId: string,
    input: Pick<Correction, 'kind' | 'range' | 'reason'>,
    by: string,
  ): Promise<Correction> {
    const range = {
      from: floorToSlice(input.range.from),
      to: ceilToSlice(input.range.to),
    };
    const now = this.#options.now();
    if (range.to - range.from > MAX_SECONDS) {
      throw new InputError(
        "Wrong body: 'range' is longer than 31 days; what lasts longer is a matter of the objective, not of a correction.",
      );
    }
    if (range.to - now.getTime() / 1000 > MAX_AHEAD_SECONDS) {
      throw new InputError("Wrong body: 'range' ends more than a year ahead.");
    }
    const correction: Correction = {
      id: randomUUID(),
      sloId,
      kind: input.kind,
      range,
      reason: input.reason,
      createdBy: by,
      createdAt: now.toISOString(),
    };
    await this.#options.corrections.add(correction);
    await this.#update(sloId);
    return correction;
  }

  /**
   * @param by - entity ref of the person
   * @throws NotFoundError when the SLO has no such correction
   * @throws ConflictError when it was revoked before
   */
  async revoke(
    sloId: string,
    id: string,
    reason: string,
    by: string,
  ): Promise<Correction> {
    const at = this.#options.now().toISOString();
    const revoked = await this.#options.corrections.revoke(sloId, id, {
      by,
      at,
      reason,
    });
    await this.#update(sloId);
    return revoked;
  }

  async #update(sloId: string): Promise<void> {
    const { updater, now } = this.#options;
    await updater.update([sloId], Math.floor(now().getTime() / 1000));
  }
}
