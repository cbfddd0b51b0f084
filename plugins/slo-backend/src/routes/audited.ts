import type {
  AuditorService,
  AuditorServiceCreateEventOptions,
} from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';

/**
 * Does something and writes to the audit log what became of it, refusals too.
 *
 * @param work - what is done
 * @param describe - what the log says of the outcome
 * @throws whatever `work` throws
 */
export async function audited<T>(
  auditor: AuditorService,
  event: AuditorServiceCreateEventOptions,
  work: () => Promise<T>,
  describe: (outcome: T) => JsonObject,
): Promise<T> {
  const entry = await auditor.createEvent(event);
  let outcome: T;
  try {
    outcome = await work();
  } catch (error) {
    await entry.fail({ error: toError(error) });
    throw error;
  }
  await entry.success({ meta: describe(outcome) });
  return outcome;
}
