import { createHash } from 'node:crypto';
import { type CompanyModel, createRandom } from '../../model';

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

/**
 * When a repository was created and last pushed to. It depends on the seed and
 * the name alone, so that more repositories do not move the dates of others.
 */
export function repositoryDates(
  model: CompanyModel,
  name: string,
): { createdAt: string; pushedAt: string } {
  const digest = createHash('sha256').update(name).digest();
  const random = createRandom(digest.readUInt32BE(0) + model.seed);
  const now = Date.parse(model.now);
  const daysOld = random.integer(90, 900);
  const hoursQuiet = random.integer(30, 24 * 28);
  return {
    createdAt: new Date(now - daysOld * DAY_MS).toISOString(),
    pushedAt: new Date(now - hoursQuiet * HOUR_MS).toISOString(),
  };
}
