import { RepositoryPlace } from '@arctiq/plugin-golden-path-common';

/** What is known of a repository that exists. */
export interface ExistingRepository {
  htmlUrl: string;
  /** The page the repository says it belongs to. */
  homepage?: string;
  /** The run of this portal that made it, where one did. */
  runId?: string;
}

/** Answers which repositories of the organisation exist. */
export interface RepositorySource {
  /** Where a repository of this name is or would be. */
  place(name: string): RepositoryPlace;
  /**
   * The repository of this name, or undefined when the name is free.
   *
   * @throws the client's error when GitHub does not answer with a result
   */
  find(name: string): Promise<ExistingRepository | undefined>;
}
