import { Github } from '../Github';
import { Route } from '../http/types';
import { RateLimitResource } from '../http/rateLimit';
import { json } from './reply';

function root(github: Github) {
  const { urls } = github;
  const entries: Record<string, string> = {
    current_user_url: '/user',
    current_user_authorizations_html_url:
      '/settings/connections/applications{/client_id}',
    authorizations_url: '/authorizations',
    code_search_url: '/search/code?q={query}{&page,per_page,sort,order}',
    commit_search_url: '/search/commits?q={query}{&page,per_page,sort,order}',
    emails_url: '/user/emails',
    emojis_url: '/emojis',
    events_url: '/events',
    feeds_url: '/feeds',
    followers_url: '/user/followers',
    following_url: '/user/following{/target}',
    gists_url: '/gists{/gist_id}',
    issue_search_url: '/search/issues?q={query}{&page,per_page,sort,order}',
    issues_url: '/issues',
    keys_url: '/user/keys',
    label_search_url:
      '/search/labels?q={query}&repository_id={repository_id}{&page,per_page}',
    notifications_url: '/notifications',
    organization_url: '/orgs/{org}',
    organization_repositories_url:
      '/orgs/{org}/repos{?type,page,per_page,sort}',
    organization_teams_url: '/orgs/{org}/teams',
    public_gists_url: '/gists/public',
    rate_limit_url: '/rate_limit',
    repository_url: '/repos/{owner}/{repo}',
    repository_search_url:
      '/search/repositories?q={query}{&page,per_page,sort,order}',
    current_user_repositories_url: '/user/repos{?type,page,per_page,sort}',
    starred_url: '/user/starred{/owner}{/repo}',
    starred_gists_url: '/gists/starred',
    user_url: '/users/{user}',
    user_organizations_url: '/user/orgs',
    user_repositories_url: '/users/{user}/repos{?type,page,per_page,sort}',
    user_search_url: '/search/users?q={query}{&page,per_page,sort,order}',
  };
  return Object.fromEntries(
    Object.entries(entries).map(([name, path]) => [name, urls.api(path)]),
  );
}

/** What the API says about itself. */
export function metaRoutes(github: Github): Route[] {
  return [
    { operation: 'GET /', handler: () => json(root(github)) },
    {
      operation: 'GET /meta',
      handler: () =>
        json({
          verifiable_password_authentication: false,
          installed_version: '3.19.0',
        }),
    },
    {
      operation: 'GET /rate_limit',
      handler: request => {
        const state = (resource: RateLimitResource) => {
          const { limit, used, remaining, reset } = github.limiter.state(
            request.caller,
            request.viewer !== undefined,
            resource,
          );
          return { limit, used, remaining, reset };
        };
        const core = state('core');
        return json({
          resources: {
            core,
            search: state('search'),
            code_search: state('code_search'),
            graphql: state('graphql'),
          },
          rate: core,
        });
      },
    },
  ];
}
