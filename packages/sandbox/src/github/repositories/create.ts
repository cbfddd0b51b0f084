import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { setHead, writeBareRepository } from '../git/skeleton';
import { directoryOf, findRepository, Github, Repository } from '../Github';
import { invalidField, validationFailed } from '../http/errors';
import { isRepositoryName } from '../git/names';
import { RepositoryDoc, RepositorySettings } from '../store/types';

/** What GitHub gives a repository of which nothing else is said. */
export const defaultSettings: RepositorySettings = {
  hasIssues: true,
  hasProjects: true,
  hasWiki: true,
  allowMergeCommit: true,
  allowSquashMerge: true,
  allowRebaseMerge: true,
  allowAutoMerge: false,
  allowUpdateBranch: false,
  deleteBranchOnMerge: false,
  isTemplate: false,
};

/** 422 in GitHub's words for a name that is taken. */
export function nameTaken() {
  return validationFailed(
    [
      {
        resource: 'Repository',
        code: 'custom',
        field: 'name',
        message: 'name already exists on this account',
      },
    ],
    'Repository creation failed.',
  );
}

/**
 * Checks the name of a new repository.
 *
 * @throws GithubError 422 when GitHub would refuse it
 */
export function requireRepositoryName(name: string): void {
  if (name.length > 100) {
    throw invalidField(
      'Repository',
      'name',
      'custom',
      'name is too long (maximum is 100 characters)',
    );
  }
  if (!isRepositoryName(name)) {
    throw invalidField(
      'Repository',
      'name',
      'custom',
      'name may only contain letters, digits, ".", "-" and "_", and is not "." or ".." nor ends in ".git" or ".wiki"',
    );
  }
}

/**
 * Makes a repository. Its folder is made whole elsewhere, then folder and
 * record appear without a pause in which another request could come: of two
 * requests for one name, one gets it.
 *
 * @param fill - writes the first commits into the bare repository
 * @throws GithubError 422 when the name is taken
 */
export async function createRepository(
  github: Github,
  doc: RepositoryDoc,
  fill?: (dir: string) => Promise<void>,
  onCreated?: (repository: Repository) => void,
): Promise<Repository> {
  if (findRepository(github, doc.owner, doc.name)) {
    throw nameTaken();
  }
  const draft = path.join(github.repositoriesDir, '.new', randomUUID());
  writeBareRepository(draft, doc.defaultBranch);
  try {
    await fill?.(draft);
    if (findRepository(github, doc.owner, doc.name)) {
      throw nameTaken();
    }
    const target = directoryOf(github, doc);
    // A folder without a record is what a crash left between two lines below.
    fs.rmSync(target, { recursive: true, force: true });
    fs.mkdirSync(path.dirname(target), { recursive: true });
    fs.renameSync(draft, target);
    return github.store.transaction(() => {
      const repository = github.store.repositories.insert(
        doc.owner.toLowerCase(),
        doc.name.toLowerCase(),
        doc,
      );
      onCreated?.(repository);
      return repository;
    });
  } finally {
    fs.rmSync(draft, { recursive: true, force: true });
  }
}

/** Removes a repository: at once from sight, then its folder. */
export function deleteRepository(github: Github, repository: Repository): void {
  const trash = path.join(github.repositoriesDir, '.trash', randomUUID());
  github.store.removeRepository(repository.id);
  try {
    fs.mkdirSync(path.dirname(trash), { recursive: true });
    fs.renameSync(directoryOf(github, repository), trash);
  } finally {
    fs.rm(trash, { recursive: true, force: true }, error => {
      if (error) {
        github.logError('a deleted repository was not cleared away', error);
      }
    });
  }
}

/** Gives a repository another name or default branch, folder and record. */
export function renameRepository(
  github: Github,
  repository: Repository,
  name: string,
): Repository {
  requireRepositoryName(name);
  const other = findRepository(github, repository.owner, name);
  if (other && other.id !== repository.id) {
    throw invalidField(
      'Repository',
      'name',
      'custom',
      'name already exists on this account',
    );
  }
  // The record moves first and remembers where the folder was: a start after a
  // crash between the two lines moves the folder too.
  const renamed = github.store.transaction(() => {
    github.store.repositories.rekey(repository.id, name.toLowerCase());
    return github.store.repositories.update(repository.id, {
      name,
      previousName: repository.name,
    });
  });
  moveFolder(github, renamed);
  return renamed;
}

function moveFolder(github: Github, repository: Repository): void {
  const { owner, previousName } = repository;
  const target = directoryOf(github, repository);
  const source =
    previousName && directoryOf(github, { owner, name: previousName });
  if (source && fs.existsSync(source)) {
    fs.renameSync(source, target);
  }
}

/** Points a repository's HEAD at another branch. */
export function setDefaultBranch(
  github: Github,
  repository: Repository,
  branch: string,
): Repository {
  setHead(directoryOf(github, repository), branch);
  return github.store.repositories.update(repository.id, {
    defaultBranch: branch,
  });
}

/**
 * Clears away what a crash left: drafts, trash, and folders without a record;
 * and gives back its folder to a repository whose renaming was cut off.
 */
export function cleanFolders(github: Github): void {
  for (const leftover of ['.new', '.trash']) {
    fs.rmSync(path.join(github.repositoriesDir, leftover), {
      recursive: true,
      force: true,
    });
  }
  fs.mkdirSync(github.repositoriesDir, { recursive: true });
  for (const repository of github.store.repositories.all()) {
    if (!fs.existsSync(directoryOf(github, repository))) {
      moveFolder(github, repository);
    }
  }
  for (const owner of fs.readdirSync(github.repositoriesDir)) {
    const folder = path.join(github.repositoriesDir, owner);
    for (const entry of fs.readdirSync(folder)) {
      const known = findRepository(github, owner, entry.replace(/\.git$/, ''));
      if (!known) {
        fs.rmSync(path.join(folder, entry), { recursive: true, force: true });
      }
    }
  }
}
