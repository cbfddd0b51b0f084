import { Github } from '../../Github';
import { Stored } from '../../store/documents';
import { RepositoryRole, TeamDoc } from '../../store/types';
import { includesRole } from '../../access';
import { fullOrganization, nodeId } from './users';

/** A team without its parent. */
export function simpleTeam(
  github: Github,
  team: Stored<TeamDoc>,
  permission: RepositoryRole = 'pull',
) {
  const url = github.urls.api(`/orgs/${team.organization}/teams/${team.slug}`);
  return {
    id: team.id,
    node_id: nodeId('Team', team.id),
    name: team.name,
    slug: team.slug,
    description: team.description,
    privacy: 'closed' as const,
    notification_setting: 'notifications_enabled' as const,
    permission,
    url,
    html_url: github.urls.html(`/orgs/${team.organization}/teams/${team.slug}`),
    members_url: `${url}/members{/member}`,
    repositories_url: `${url}/repos`,
    type: 'organization' as const,
  };
}

function parentOf(github: Github, team: Stored<TeamDoc>) {
  const parent =
    team.parent &&
    github.store.teams.get(
      team.organization.toLowerCase(),
      team.parent.toLowerCase(),
    );
  return parent ? simpleTeam(github, parent) : null;
}

/**
 * A team as lists show it.
 *
 * @param permission - its access to the repository that the list is about
 */
export function teamView(
  github: Github,
  team: Stored<TeamDoc>,
  permission: RepositoryRole = 'pull',
) {
  return {
    ...simpleTeam(github, team, permission),
    permissions: {
      pull: includesRole(permission, 'pull'),
      triage: includesRole(permission, 'triage'),
      push: includesRole(permission, 'push'),
      maintain: includesRole(permission, 'maintain'),
      admin: includesRole(permission, 'admin'),
    },
    parent: parentOf(github, team),
  };
}

/** The whole of a team. */
export function fullTeam(github: Github, team: Stored<TeamDoc>) {
  const organization = github.store.organizations.get(
    '',
    team.organization.toLowerCase(),
  );
  return {
    ...simpleTeam(github, team),
    parent: parentOf(github, team),
    members_count: github.store.teamMembers.list(team.id).length,
    repos_count: github.store.teamGrants.withKey(team.id).length,
    created_at: team.createdAt,
    updated_at: team.createdAt,
    organization: organization && fullOrganization(github, organization),
  };
}
