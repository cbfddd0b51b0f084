import type { DeploymentSeed } from '../../deployments';
import { Github, Repository } from '../../Github';
import { nodeId, simpleUser } from './users';

/** A deployment with what the repository says of it. */
export interface DeployedVersion extends DeploymentSeed {
  id: number;
  sha: string;
  environment: string;
  /** When the next one took its place; ISO 8601. */
  replacedAt?: string;
}

/** Seconds that a deployment takes: canary first, then everybody. */
const takesSeconds = 210;

function later(date: string, seconds: number): string {
  return new Date(Date.parse(date) + seconds * 1000)
    .toISOString()
    .replace(/\.\d+Z$/, 'Z');
}

function urlOf(
  github: Github,
  repository: Repository,
  { id }: DeployedVersion,
): string {
  return github.urls.api(
    `/repos/${repository.owner}/${repository.name}/deployments/${id}`,
  );
}

/** A deployment. */
export function deploymentView(
  github: Github,
  repository: Repository,
  deployment: DeployedVersion,
) {
  const url = urlOf(github, repository, deployment);
  return {
    url,
    id: deployment.id,
    node_id: nodeId('Deployment', deployment.id),
    sha: deployment.sha,
    ref: deployment.ref,
    task: 'deploy',
    payload: deployment.payload,
    original_environment: deployment.environment,
    environment: deployment.environment,
    description: deployment.description,
    creator: simpleUser(github, deployment.actor),
    created_at: deployment.createdAt,
    updated_at:
      deployment.replacedAt ?? later(deployment.createdAt, takesSeconds),
    statuses_url: `${url}/statuses`,
    repository_url: github.urls.api(
      `/repos/${repository.owner}/${repository.name}`,
    ),
    transient_environment: false,
    production_environment: true,
    performed_via_github_app: null,
  };
}

/** How a deployment went, newest first. */
export function deploymentStatuses(
  github: Github,
  repository: Repository,
  deployment: DeployedVersion,
) {
  const url = urlOf(github, repository, deployment);
  const { createdAt, replacedAt } = deployment;
  const page = github.urls.html(
    `/${repository.owner}/${repository.name}/commit/${deployment.sha}`,
  );
  const steps: Array<[string, string, string]> = [
    ['in_progress', createdAt, 'Canary at 5 %'],
    ['success', later(createdAt, takesSeconds), 'All pods run the version'],
    ...(replacedAt
      ? [['inactive', replacedAt, 'Replaced'] as [string, string, string]]
      : []),
  ];
  const now = github.now().toISOString();
  return steps
    .filter(([, at]) => at <= now)
    .map(([state, at, description], index) => {
      const id = deployment.id * 4 + index;
      return {
        url: `${url}/statuses/${id}`,
        id,
        node_id: nodeId('DeploymentStatus', id),
        state,
        creator: simpleUser(github, deployment.actor),
        description,
        environment: deployment.environment,
        target_url: page,
        log_url: page,
        created_at: at,
        updated_at: at,
        deployment_url: url,
        repository_url: github.urls.api(
          `/repos/${repository.owner}/${repository.name}`,
        ),
        performed_via_github_app: null,
      };
    })
    .reverse();
}
