import { includesRole, roleIn } from '../../access';
import { Github, Repository } from '../../Github';
import { nodeId, simpleUser } from './users';

function permissions(
  github: Github,
  repository: Repository,
  login: string | undefined,
) {
  const role = roleIn(github, repository, login);
  return {
    admin: includesRole(role, 'admin'),
    maintain: includesRole(role, 'maintain'),
    push: includesRole(role, 'push'),
    triage: includesRole(role, 'triage'),
    pull: includesRole(role, 'pull'),
  };
}

function links(github: Github, repository: Repository) {
  const name = `${repository.owner}/${repository.name}`;
  const url = github.urls.api(`/repos/${name}`);
  const page = github.urls.html(`/${name}`);
  return {
    html_url: page,
    url,
    archive_url: `${url}/{archive_format}{/ref}`,
    assignees_url: `${url}/assignees{/user}`,
    blobs_url: `${url}/git/blobs{/sha}`,
    branches_url: `${url}/branches{/branch}`,
    collaborators_url: `${url}/collaborators{/collaborator}`,
    comments_url: `${url}/comments{/number}`,
    commits_url: `${url}/commits{/sha}`,
    compare_url: `${url}/compare/{base}...{head}`,
    contents_url: `${url}/contents/{+path}`,
    contributors_url: `${url}/contributors`,
    deployments_url: `${url}/deployments`,
    downloads_url: `${url}/downloads`,
    events_url: `${url}/events`,
    forks_url: `${url}/forks`,
    git_commits_url: `${url}/git/commits{/sha}`,
    git_refs_url: `${url}/git/refs{/sha}`,
    git_tags_url: `${url}/git/tags{/sha}`,
    issue_comment_url: `${url}/issues/comments{/number}`,
    issue_events_url: `${url}/issues/events{/number}`,
    issues_url: `${url}/issues{/number}`,
    keys_url: `${url}/keys{/key_id}`,
    labels_url: `${url}/labels{/name}`,
    languages_url: `${url}/languages`,
    merges_url: `${url}/merges`,
    milestones_url: `${url}/milestones{/number}`,
    notifications_url: `${url}/notifications{?since,all,participating}`,
    pulls_url: `${url}/pulls{/number}`,
    releases_url: `${url}/releases{/id}`,
    stargazers_url: `${url}/stargazers`,
    statuses_url: `${url}/statuses/{sha}`,
    subscribers_url: `${url}/subscribers`,
    subscription_url: `${url}/subscription`,
    tags_url: `${url}/tags`,
    teams_url: `${url}/teams`,
    trees_url: `${url}/git/trees{/sha}`,
    hooks_url: `${url}/hooks`,
    git_url: `${page}.git`,
    ssh_url: `${page}.git`,
    clone_url: `${page}.git`,
    svn_url: page,
    mirror_url: null,
  };
}

/**
 * A repository as lists and other answers show it. The sandbox speaks git over
 * HTTP only, so `ssh_url` and `git_url` carry that address too.
 *
 * @param login - whose permissions are shown
 */
export function repositoryView(
  github: Github,
  repository: Repository,
  login: string | undefined,
) {
  const openPulls = github.store.pulls
    .list(repository.id)
    .filter(pull => pull.state === 'open').length;
  return {
    id: repository.id,
    node_id: nodeId('Repository', repository.id),
    name: repository.name,
    full_name: `${repository.owner}/${repository.name}`,
    private: repository.visibility !== 'public',
    owner: simpleUser(github, repository.owner),
    description: repository.description ?? null,
    fork: false,
    ...links(github, repository),
    homepage: repository.homepage ?? null,
    language: null,
    forks_count: 0,
    stargazers_count: 0,
    watchers_count: 0,
    // Kilobytes; clients only ask whether anything was pushed.
    size: Object.keys(repository.refs).length === 0 ? 0 : 1,
    default_branch: repository.defaultBranch,
    open_issues_count: openPulls,
    is_template: repository.isTemplate,
    topics: repository.topics,
    has_issues: repository.hasIssues,
    has_projects: repository.hasProjects,
    has_wiki: repository.hasWiki,
    has_pages: false,
    has_downloads: true,
    has_discussions: false,
    archived: repository.archived,
    disabled: false,
    visibility: repository.visibility,
    pushed_at: repository.pushedAt,
    created_at: repository.createdAt,
    updated_at: repository.updatedAt,
    permissions: permissions(github, repository, login),
    forks: 0,
    open_issues: openPulls,
    watchers: 0,
    license: null,
    allow_forking: false,
    web_commit_signoff_required: false,
  };
}

/** The whole of a repository. */
export function fullRepository(
  github: Github,
  repository: Repository,
  login: string | undefined,
) {
  return {
    ...repositoryView(github, repository, login),
    allow_merge_commit: repository.allowMergeCommit,
    allow_squash_merge: repository.allowSquashMerge,
    allow_rebase_merge: repository.allowRebaseMerge,
    allow_auto_merge: repository.allowAutoMerge,
    allow_update_branch: repository.allowUpdateBranch,
    delete_branch_on_merge: repository.deleteBranchOnMerge,
    subscribers_count: 0,
    network_count: 0,
    organization: simpleUser(github, repository.owner),
  };
}
