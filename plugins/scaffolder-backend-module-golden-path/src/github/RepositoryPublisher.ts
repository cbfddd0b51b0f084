import { LoggerService } from '@backstage/backend-plugin-api';
import { Octokit } from '@octokit/rest';
import {
  explainGitHubFailure,
  gitHubFailureOf,
} from '@arctiq/plugin-golden-path-common';
import { ClaimedRepository } from './claimRepository';
import { UnfinishedRepositoryError } from './UnfinishedRepositoryError';

/** What a repository gets once it exists. */
export interface RepositorySetup {
  /** Slug of the owner's team. */
  teamSlug: string;
  topics: string[];
  /** Names of the checks that a pull request must pass. */
  requiredChecks: string[];
  /** The line of the commit message by which an earlier attempt is known. */
  trailer: string;
}

interface Step {
  title: string;
  link: string;
  run(): Promise<void>;
}

/** Octokit's errors need words; all others have them. */
function reasonOf(error: unknown): string {
  const failure = gitHubFailureOf(error);
  return Object(error).name === 'HttpError'
    ? `GitHub ${explainGitHubFailure(failure, new Date()).phrase}`
    : failure.message;
}

/** Brings a repository that a run owns to its final state. Every step can be repeated. */
export class RepositoryPublisher {
  readonly #octokit: Octokit;
  readonly #logger: LoggerService;
  readonly #push: () => Promise<string>;

  /**
   * @param options.push - pushes the rendered files and returns the commit's hash
   */
  constructor(options: {
    octokit: Octokit;
    logger: LoggerService;
    push: () => Promise<string>;
  }) {
    this.#octokit = options.octokit;
    this.#logger = options.logger;
    this.#push = options.push;
  }

  /**
   * @returns the hash of the first commit
   * @throws UnfinishedRepositoryError that lists what is done and what is left
   */
  async publish(
    repository: ClaimedRepository,
    setup: RepositorySetup,
  ): Promise<string> {
    const { htmlUrl } = repository;
    const target = { owner: repository.owner, repo: repository.name };
    let commitHash = '';
    const steps: Step[] = [
      {
        title: 'First commit on main',
        link: `${htmlUrl}/commits/main`,
        run: async () => {
          commitHash = await this.#pushOnce(repository, setup.trailer);
        },
      },
      {
        title: `Access of the team ${setup.teamSlug} (maintain)`,
        link: `${htmlUrl}/settings/access`,
        run: async () => {
          await this.#octokit.teams.addOrUpdateRepoPermissionsInOrg({
            org: repository.owner,
            team_slug: setup.teamSlug,
            ...target,
            permission: 'maintain',
          });
        },
      },
      {
        title: 'Topics',
        link: htmlUrl,
        run: async () => {
          await this.#octokit.repos.replaceAllTopics({
            ...target,
            names: setup.topics,
          });
        },
      },
      {
        title: 'Protection of main',
        link: `${htmlUrl}/settings/branches`,
        run: () => this.#protectMain(target, setup.requiredChecks),
      },
    ];

    for (const [index, step] of steps.entries()) {
      try {
        await step.run();
      } catch (error) {
        throw new UnfinishedRepositoryError({
          htmlUrl,
          failed: step.title,
          reason: reasonOf(error),
          done: steps.slice(0, index).map(({ title }) => title),
          left: steps.slice(index + 1).map(({ title }) => title),
          cause: error,
        });
      }
      this.#logger.info(`${step.title}: done, ${step.link}`);
    }
    return commitHash;
  }

  async #pushOnce(
    repository: ClaimedRepository,
    trailer: string,
  ): Promise<string> {
    const earlier = repository.isNew
      ? undefined
      : await this.#findCommit(repository, trailer);
    if (earlier) {
      return earlier;
    }
    try {
      return await this.#push();
    } catch (error) {
      // The same run in a process that was taken for dead may have been faster.
      const other = await this.#findCommit(repository, trailer).catch(
        () => undefined,
      );
      if (other) {
        return other;
      }
      throw error;
    }
  }

  /** The commit that an attempt of the run pushed, when there is one. */
  async #findCommit(
    repository: ClaimedRepository,
    trailer: string,
  ): Promise<string | undefined> {
    try {
      const { data } = await this.#octokit.repos.listCommits({
        owner: repository.owner,
        repo: repository.name,
        sha: 'main',
        per_page: 100,
      });
      return data.find(({ commit }) =>
        commit.message.split('\n').includes(trailer),
      )?.sha;
    } catch (error) {
      // 409: the repository has no commit at all; 404: it has no main.
      const { status } = gitHubFailureOf(error);
      if (status === 409 || status === 404) {
        return undefined;
      }
      throw error;
    }
  }

  async #protectMain(
    target: { owner: string; repo: string },
    requiredChecks: string[],
  ): Promise<void> {
    await this.#octokit.repos.updateBranchProtection({
      ...target,
      branch: 'main',
      required_status_checks:
        requiredChecks.length > 0
          ? { strict: true, contexts: requiredChecks }
          : null,
      // An administrator must be able to repair a broken pipeline.
      enforce_admins: false,
      required_pull_request_reviews: {
        require_code_owner_reviews: true,
        required_approving_review_count: 1,
        dismiss_stale_reviews: true,
      },
      restrictions: null,
      required_linear_history: true,
      allow_force_pushes: false,
      allow_deletions: false,
      request: { retryNotFound: true },
    });
  }
}
