import { readdir } from 'node:fs/promises';
import { parseEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  ActionContext,
  createTemplateAction,
} from '@backstage/plugin-scaffolder-node';
import {
  explainGitHubFailure,
  gitHubFailureOf,
  runUrl,
  teamSlugOf,
} from '@arctiq/plugin-golden-path-common';
import { ActionsConfig, CommitIdentity } from '../config';
import { claimRepository } from '../github/claimRepository';
import { GitHubAccess } from '../github/GitHubAccess';
import { pushWorkspace } from '../github/pushWorkspace';
import { RepositoryPublisher } from '../github/RepositoryPublisher';
import { RetryBudget } from '../github/RetryBudget';

/** How long the step may go on asking a GitHub that does not work. */
const TOTAL_RETRY_MS = 60_000;

function authorOf(
  user: ActionContext<{}>['user'],
  fallback: CommitIdentity,
): CommitIdentity {
  const profile = user?.entity?.spec.profile;
  const login = user?.ref && parseEntityRef(user.ref).name;
  return {
    name: profile?.displayName ?? login ?? fallback.name,
    email: profile?.email ?? fallback.email,
  };
}

/**
 * The action `golden-path:repository:publish`: makes the repository of a run and
 * pushes the rendered files to it. It asks GitHub what there is already instead
 * of remembering what it did, so it may be cut off and repeated at any point.
 */
export function createRepositoryPublishAction(options: {
  config: ActionsConfig;
  catalog: CatalogService;
  github: GitHubAccess;
}) {
  const { config, catalog, github } = options;
  return createTemplateAction({
    id: 'golden-path:repository:publish',
    description:
      'Creates a GitHub repository with the rendered files, a protected main branch and access for the owning team',
    schema: {
      input: {
        name: z => z.string().describe('Name of the repository'),
        description: z =>
          z
            .string()
            .max(350)
            .regex(/^\P{Cc}*$/u)
            .describe('One line that says what the service does'),
        owner: z => z.string().describe('Entity ref of the owning group'),
        topics: z => z.array(z.string()).optional(),
        requiredChecks: z =>
          z
            .array(z.string())
            .optional()
            .describe('Checks that must pass before a pull request is merged'),
      },
      output: {
        htmlUrl: z => z.string(),
        cloneUrl: z => z.string(),
        repoContentsUrl: z => z.string(),
        commitHash: z => z.string(),
      },
    },
    async handler(ctx) {
      const { name, description, owner, topics, requiredChecks } = ctx.input;
      const { logger, signal } = ctx;
      const runId = ctx.task.id;

      const group = await catalog.getEntityByRef(owner, {
        credentials: await ctx.getInitiatorCredentials(),
      });
      const teamSlug = group && teamSlugOf(group, config.github.organization);
      if (!teamSlug) {
        throw new InputError(
          `${owner} has no GitHub team in ${config.github.organization}, so nobody could be given access; no repository was made. Choose another team, or ask the platform team to add one`,
        );
      }

      const files = await readdir(ctx.workspacePath).catch(() => []);
      if (files.length === 0) {
        throw new Error(
          'The rendered files of this run are lost, so nothing can be published: start a new run. If this one has made a repository already, ask the platform team to delete it first, or choose another name',
        );
      }

      const budget = new RetryBudget({
        totalMs: TOTAL_RETRY_MS,
        logger,
        signal,
      });
      const { octokit, token } = await github.open(budget, signal);
      const repository = await claimRepository({
        octokit,
        config,
        name,
        description,
        runId,
      }).catch(error => {
        if (Object(error).name !== 'HttpError') {
          throw error;
        }
        const { phrase } = explainGitHubFailure(
          gitHubFailureOf(error),
          new Date(),
        );
        throw new Error(
          `The repository ${name} could not be created: GitHub ${phrase}. Press Retry on the page of this run when GitHub works again; it does not make a second repository`,
          { cause: error },
        );
      });
      logger.info(
        repository.isNew
          ? `Repository created: ${repository.htmlUrl}`
          : `Repository of an earlier attempt found: ${repository.htmlUrl}`,
      );

      const trailer = `Portal-Run: ${runUrl(config.portalUrl, runId)}`;
      const message = [
        `feat: create ${name}`,
        '',
        `Rendered by ${ctx.templateInfo?.entityRef ?? 'a golden path'}.`,
        '',
        trailer,
        '',
      ].join('\n');
      const publisher = new RepositoryPublisher({
        octokit,
        logger,
        push: async () =>
          pushWorkspace({
            workspace: ctx.workspacePath,
            gitDirectory: await ctx.createTemporaryDirectory(),
            remoteUrl: repository.cloneUrl,
            token,
            message,
            author: authorOf(ctx.user, config.committer),
            committer: config.committer,
            date: repository.createdAt,
            budget,
          }),
      });
      const commitHash = await publisher.publish(repository, {
        teamSlug,
        topics: topics ?? [],
        requiredChecks: requiredChecks ?? [],
        trailer,
      });

      ctx.output('htmlUrl', repository.htmlUrl);
      ctx.output('cloneUrl', repository.cloneUrl);
      ctx.output('repoContentsUrl', `${repository.htmlUrl}/blob/main`);
      ctx.output('commitHash', commitHash);
    },
  });
}
