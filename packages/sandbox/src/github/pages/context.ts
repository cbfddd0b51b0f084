import { directoryOf, findRepository, Github, Repository } from '../Github';
import { readRefs, resolveCommit } from '../git/refs';
import { notFound } from '../http/errors';

/** A repository that a page shows. */
export interface PageRepository {
  github: Github;
  repository: Repository;
  dir: string;
  /** `/<owner>/<name>` */
  base: string;
}

/**
 * The repository of an address. Whoever opens the pages counts as a member of
 * the organisation, since the sandbox has nobody to sign in: private
 * repositories stay hidden.
 *
 * @throws GithubError 404
 */
export function pageRepository(
  github: Github,
  owner: string,
  name: string,
): PageRepository {
  const repository = findRepository(github, owner, name);
  if (!repository || repository.visibility === 'private') {
    throw notFound();
  }
  return {
    github,
    repository,
    dir: directoryOf(github, repository),
    base: `/${repository.owner}/${repository.name}`,
  };
}

/** Names of the branches. */
export function branchNames(page: PageRepository): string[] {
  return Object.keys(readRefs(page.dir))
    .filter(ref => ref.startsWith('refs/heads/'))
    .map(ref => ref.slice('refs/heads/'.length));
}

/** A ref and a path, as an address runs them together. */
export interface RefPath {
  ref: string;
  commit: string;
  path: string;
}

/**
 * Takes `<ref>/<path>` apart; a branch may hold slashes, the longest one wins.
 *
 * @throws GithubError 404 when no beginning is a ref
 */
export async function splitRefPath(
  page: PageRepository,
  text: string,
): Promise<RefPath> {
  const parts = text.split('/');
  const branches = new Set(branchNames(page));
  for (let length = parts.length; length > 0; length -= 1) {
    const ref = parts.slice(0, length).join('/');
    if (branches.has(ref) || length === 1) {
      const commit = await resolveCommit(page.dir, ref);
      if (commit) {
        return { ref, commit, path: parts.slice(length).join('/') };
      }
    }
  }
  throw notFound();
}
