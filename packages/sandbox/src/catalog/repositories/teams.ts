import type { RepositorySeed } from '../../seed';

/** The owner maintains, the platform team administers. */
export function repositoryTeams(owner: string): RepositorySeed['teams'] {
  const platform = { slug: 'platform', permission: 'admin' } as const;
  return owner === platform.slug
    ? [platform]
    : [{ slug: owner, permission: 'maintain' }, platform];
}
