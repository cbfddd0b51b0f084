import type { FileChange, PullRequest } from '../../model';
import type { FileSeed, PullRequestSeed, RepositorySeed } from '../../seed';

function changed(change: FileChange, files: readonly FileSeed[]): FileSeed {
  if (change.kind === 'create') {
    return { path: change.path, content: change.content };
  }
  const file = files.find(candidate => candidate.path === change.path);
  if (!file) {
    throw new Error(
      `${change.path} does not exist; create it, or name a file of the repository`,
    );
  }
  if (change.kind === 'append') {
    return { ...file, content: `${file.content}\n${change.text}` };
  }
  if (!file.content.includes(change.search)) {
    throw new Error(
      `${change.path} does not contain "${change.search}"; the generated file has changed, change the pull request with it`,
    );
  }
  return {
    ...file,
    // A function, because a replacement string would give "$" a meaning.
    content: file.content.replace(change.search, () => change.replacement),
  };
}

/** A pull request with the files as they are on its branch. */
export function pullRequestSeed(
  pullRequest: PullRequest,
  repository: RepositorySeed,
): PullRequestSeed {
  const { repository: name, changes, ...rest } = pullRequest;
  const branch = new Map<string, FileSeed>();
  for (const change of changes) {
    try {
      const files = repository.files.map(file => branch.get(file.path) ?? file);
      branch.set(change.path, changed(change, files));
    } catch (error) {
      throw new Error(
        `Pull request "${rest.title}" of ${name} cannot be made: ${error}`,
      );
    }
  }
  return { ...rest, files: [...branch.values()] };
}
