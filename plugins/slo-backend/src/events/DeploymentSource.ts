/** A repository of GitHub. */
export interface Repository {
  owner: string;
  name: string;
}

/** A deployment as GitHub lists it. */
export interface Deployment {
  id: number;
  ref: string;
  sha: string;
  description?: string;
  creator?: string;
  /** ISO 8601. */
  createdAt: string;
}

/** What came of a deployment; undefined while it is under way. */
export type DeploymentOutcome =
  | { state: 'success' | 'failed'; at: string; url?: string }
  | undefined;

/** Reads deployments of one environment. */
export interface DeploymentSource {
  /**
   * The newest hundred deployments, newest first.
   *
   * @returns undefined when nothing changed since the reading with that etag
   */
  list(
    repository: Repository,
    environment: string,
    etag: string | undefined,
    signal: AbortSignal,
  ): Promise<{ items: Deployment[]; etag?: string } | undefined>;
  outcome(
    repository: Repository,
    id: number,
    signal: AbortSignal,
  ): Promise<DeploymentOutcome>;
  /** Address of the page of a deployment for people. */
  pageOf(repository: Repository, deployment: Deployment): string;
}
