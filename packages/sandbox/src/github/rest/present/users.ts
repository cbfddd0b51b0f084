import { Github } from '../../Github';
import { Stored } from '../../store/documents';
import { OrganizationDoc, UserDoc } from '../../store/types';

/** GitHub's opaque id of a thing. */
export function nodeId(type: string, id: number | string): string {
  return Buffer.from(`${type}:${id}`).toString('base64');
}

function account(
  github: Github,
  doc: { id: number; login: string },
  type: 'User' | 'Organization',
) {
  const url = github.urls.api(`/users/${doc.login}`);
  return {
    login: doc.login,
    id: doc.id,
    node_id: nodeId(type, doc.id),
    avatar_url: github.urls.html(`/avatars/u/${doc.id}`),
    gravatar_id: '',
    url,
    html_url: github.urls.html(`/${doc.login}`),
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type,
    site_admin: false,
  };
}

/** A person or an organisation as other answers refer to it. */
export type SimpleUser = ReturnType<typeof account>;

/**
 * A person or an organisation by login.
 *
 * @returns undefined when there is none
 */
export function findAccount(
  github: Github,
  login: string,
): SimpleUser | undefined {
  const key = login.toLowerCase();
  const user = github.store.users.get('', key);
  if (user) {
    return account(github, user, 'User');
  }
  const organization = github.store.organizations.get('', key);
  return organization && account(github, organization, 'Organization');
}

/** As {@link findAccount}; somebody who has left is shown as `ghost`. */
export function simpleUser(github: Github, login: string): SimpleUser {
  return (
    findAccount(github, login) ??
    account(github, { id: 0, login: 'ghost' }, 'User')
  );
}

/** The profile of a person. */
export function fullUser(github: Github, user: Stored<UserDoc>) {
  return {
    ...account(github, user, 'User'),
    name: user.name,
    company: null,
    blog: '',
    location: null,
    email: user.email,
    hireable: null,
    bio: null,
    twitter_username: null,
    public_repos: 0,
    public_gists: 0,
    followers: 0,
    following: 0,
    created_at: user.createdAt,
    updated_at: user.createdAt,
  };
}

/** The profile of an organisation, as `GET /users/{username}` shows it. */
export function organizationAsUser(
  github: Github,
  organization: Stored<OrganizationDoc>,
) {
  return {
    ...account(github, organization, 'Organization'),
    name: organization.name,
    company: null,
    blog: '',
    location: null,
    email: null,
    hireable: null,
    bio: organization.description,
    twitter_username: null,
    public_repos: publicRepositories(github, organization.login),
    public_gists: 0,
    followers: 0,
    following: 0,
    created_at: organization.createdAt,
    updated_at: organization.createdAt,
  };
}

function publicRepositories(github: Github, login: string): number {
  return github.store.repositories
    .list(login.toLowerCase())
    .filter(repository => repository.visibility === 'public').length;
}

/** An organisation as lists show it. */
export function simpleOrganization(
  github: Github,
  organization: Stored<OrganizationDoc>,
) {
  const url = github.urls.api(`/orgs/${organization.login}`);
  return {
    login: organization.login,
    id: organization.id,
    node_id: nodeId('Organization', organization.id),
    url,
    repos_url: `${url}/repos`,
    events_url: `${url}/events`,
    hooks_url: `${url}/hooks`,
    issues_url: `${url}/issues`,
    members_url: `${url}/members{/member}`,
    public_members_url: `${url}/public_members{/member}`,
    avatar_url: github.urls.html(`/avatars/u/${organization.id}`),
    description: organization.description,
  };
}

/** The whole of an organisation. */
export function fullOrganization(
  github: Github,
  organization: Stored<OrganizationDoc>,
) {
  return {
    ...simpleOrganization(github, organization),
    name: organization.name,
    has_organization_projects: false,
    has_repository_projects: false,
    public_repos: publicRepositories(github, organization.login),
    public_gists: 0,
    followers: 0,
    following: 0,
    html_url: github.urls.html(`/${organization.login}`),
    type: 'Organization',
    default_repository_permission: 'read',
    members_can_create_repositories: true,
    created_at: organization.createdAt,
    updated_at: organization.createdAt,
    archived_at: null,
  };
}
