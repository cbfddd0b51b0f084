import { ConflictError } from '@backstage/errors';
import { Octokit } from '@octokit/rest';
import {
  GoldenPathConfig,
  gitHubFailureOf,
  runIdOf,
  runUrl,
} from '@arctiq/plugin-golden-path-common';

/** The repository that belongs to a run. */
export interface ClaimedRepository {
  owner: string;
  name: string;
  htmlUrl: string;
  cloneUrl: string;
  /** When GitHub made it; ISO 8601. */
  createdAt: string;
  /** False when an earlier attempt of the same run made it. */
  isNew: boolean;
}

type RepositoryData = Awaited<ReturnType<Octokit['repos']['get']>>['data'];

function toClaimed(data: RepositoryData, isNew: boolean): ClaimedRepository {
  return {
    owner: data.owner.login,
    name: data.name,
    htmlUrl: data.html_url,
    cloneUrl: data.clone_url,
    createdAt: data.created_at,
    isNew,
  };
}

/**
 * Creates the repository of a run, or finds the one that an earlier attempt of
 * the same run created. GitHub decides between two runs that want one name: it
 * creates one repository, which from its first moment says which run it is of.
 *
 * @throws ConflictError when the name belongs to another run or to nobody's run
 */
export async function claimRepository(options: {
  octokit: Octokit;
  config: GoldenPathConfig;
  name: string;
  description: string;
  runId: string;
}): Promise<ClaimedRepository> {
  const { octokit, config, name, description, runId } = options;
  const { organization, visibility } = config.github;
  try {
    const { data } = await octokit.repos.createInOrg({
      org: organization,
      name,
      description,
      homepage: runUrl(config.portalUrl, runId),
      // GitHub Enterprise also knows "internal", which the types leave out.
      visibility: visibility as 'public' | 'private',
      auto_init: false,
      has_wiki: false,
      has_projects: false,
      allow_squash_merge: true,
      allow_merge_commit: false,
      allow_rebase_merge: false,
      squash_merge_commit_title: 'PR_TITLE',
      squash_merge_commit_message: 'PR_BODY',
      delete_branch_on_merge: true,
    });
    return toClaimed(data as RepositoryData, true);
  } catch (error) {
    if (gitHubFailureOf(error).status !== 422) {
      throw error;
    }
    const existing = await findRepository(octokit, organization, name);
    if (!existing) {
      throw error;
    }
    const maker = runIdOf(existing.homepage);
    if (maker === runId) {
      return toClaimed(existing, false);
    }
    throw new ConflictError(
      maker
        ? `The repository ${existing.html_url} exists already: the run ${existing.homepage} made it. If that run failed, open it and press Retry: it continues where it stopped. Otherwise choose another name`
        : `The repository ${existing.html_url} exists already, and no run of this portal made it: choose another name`,
    );
  }
}

async function findRepository(octokit: Octokit, owner: string, repo: string) {
  try {
    return (await octokit.repos.get({ owner, repo })).data;
  } catch (error) {
    if (gitHubFailureOf(error).status === 404) {
      return undefined;
    }
    throw error;
  }
}
