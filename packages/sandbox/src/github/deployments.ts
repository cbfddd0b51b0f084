/** A version of a repository that went to production. */
export interface DeploymentSeed {
  /** Differs from all others of the repository. */
  key: string;
  ref: string;
  description: string;
  /** Login of the person. */
  actor: string;
  /** ISO 8601, UTC. */
  createdAt: string;
  payload: Record<string, string>;
}

/** Deployments of a repository, newest first; empty for those of others. */
export type DeploymentsOf = (repository: {
  owner: string;
  name: string;
}) => DeploymentSeed[];
