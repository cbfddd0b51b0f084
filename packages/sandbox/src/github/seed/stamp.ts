import { createHash } from 'node:crypto';
import { OrganizationSeed, RepositorySeed } from '../../seed';

/** Changes when the way that seeds become repositories changes. */
const version = 1;

function hash(value: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify([version, value]))
    .digest('hex');
}

/**
 * What a repository's seed says, without its times: the model reckons them from
 * the present, so they differ at every start.
 */
export function repositoryStamp(seed: RepositorySeed): string {
  const { createdAt, pushedAt, pullRequests, ...rest } = seed;
  return hash([rest, pullRequests.map(({ createdAt: _, ...pull }) => pull)]);
}

/** What the organisation's seed says. */
export function organizationStamp(seed: OrganizationSeed): string {
  return hash(seed);
}
