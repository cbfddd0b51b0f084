import { resolveCommit } from '../git/refs';
import { directoryOf, Github, Repository } from '../Github';
import { GithubError, notFound } from '../http/errors';

/** 409 for a repository without commits. */
export function emptyRepository(): GithubError {
  return new GithubError(409, 'Git Repository is empty.');
}

/** Whether nothing was pushed yet. */
export function isEmpty(repository: Repository): boolean {
  return Object.keys(repository.refs).length === 0;
}

/**
 * The commit that a ref of a request names; the default branch without one.
 *
 * @throws GithubError 404, in the given words
 */
export async function commitOf(
  github: Github,
  repository: Repository,
  ref: string | null | undefined,
  message?: string,
): Promise<string> {
  const commit = await resolveCommit(
    directoryOf(github, repository),
    ref || repository.defaultBranch,
  );
  if (!commit) {
    throw notFound(message);
  }
  return commit;
}
