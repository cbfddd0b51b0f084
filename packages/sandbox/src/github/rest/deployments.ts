import { createHash } from 'node:crypto';
import { repositoryOf } from '../access';
import type { DeploymentSeed } from '../deployments';
import { listCommits } from '../git/log';
import { directoryOf, Github, Repository } from '../Github';
import { notFound } from '../http/errors';
import { ApiRequest, Route } from '../http/types';
import {
  DeployedVersion,
  deploymentStatuses,
  deploymentView,
} from './present/deployments';
import { json, paged } from './reply';

/** The only environment that the company's deploys are recorded for. */
const environment = 'prod';

/** A number that stays with the deployment. */
function numberOf(repository: Repository, { key }: DeploymentSeed): number {
  const digest = createHash('sha256')
    .update(`${repository.id}/${key}`)
    .digest();
  return digest.readUIntBE(0, 5);
}

/** Deployments with the commit that was newest when they happened. */
async function deploymentsOf(
  github: Github,
  repository: Repository,
): Promise<DeployedVersion[]> {
  const seeds = github.deployments(repository);
  const head = repository.refs[`refs/heads/${repository.defaultBranch}`];
  if (!head || seeds.length === 0) {
    return [];
  }
  const commits = await listCommits(directoryOf(github, repository), head, {
    limit: 200,
  });
  return seeds.map((seed, index) => {
    const commit =
      commits.find(({ committer }) => committer.date <= seed.createdAt) ??
      commits[commits.length - 1];
    return {
      id: numberOf(repository, seed),
      sha: commit.sha,
      environment,
      replacedAt: seeds[index - 1]?.createdAt,
      ...seed,
    };
  });
}

async function deploymentOf(
  github: Github,
  request: ApiRequest,
): Promise<{ repository: Repository; deployment: DeployedVersion }> {
  const repository = repositoryOf(github, request);
  const deployment = (await deploymentsOf(github, repository)).find(
    ({ id }) => String(id) === request.params.deployment_id,
  );
  if (!deployment) {
    throw notFound();
  }
  return { repository, deployment };
}

/** What went to production, and how it went. */
export function deploymentRoutes(github: Github): Route[] {
  const base = '/repos/{owner}/{repo}/deployments';
  return [
    {
      operation: `GET ${base}`,
      handler: async request => {
        const repository = repositoryOf(github, request);
        const { query } = request;
        const wanted = (name: string, value: string) =>
          [null, 'none', value].includes(query.get(name));
        const found = (await deploymentsOf(github, repository)).filter(
          one =>
            wanted('sha', one.sha) &&
            wanted('ref', one.ref) &&
            wanted('task', 'deploy') &&
            wanted('environment', one.environment),
        );
        return paged(github, request, found, deployment =>
          deploymentView(github, repository, deployment),
        );
      },
    },
    {
      operation: `GET ${base}/{deployment_id}`,
      handler: async request => {
        const { repository, deployment } = await deploymentOf(github, request);
        return json(deploymentView(github, repository, deployment));
      },
    },
    {
      operation: `GET ${base}/{deployment_id}/statuses`,
      handler: async request => {
        const { repository, deployment } = await deploymentOf(github, request);
        const statuses = deploymentStatuses(github, repository, deployment);
        return paged(github, request, statuses, status => status);
      },
    },
  ];
}
