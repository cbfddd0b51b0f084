import { z } from 'zod';
import { repositoryOf, viewerOf } from '../access';
import { writeBlob } from '../git/objects';
import { readRefs } from '../git/refs';
import { updateRef, writeCommit, writeTree } from '../git/write';
import { Github, Repository, timestamp } from '../Github';
import { GithubError, invalidField } from '../http/errors';
import { readInput } from '../http/input';
import { ApiRequest, Route } from '../http/types';
import {
  createRepository,
  defaultSettings,
  deleteRepository,
  renameRepository,
  requireRepositoryName,
  setDefaultBranch,
} from '../repositories/create';
import { syncRefs } from '../events/syncRefs';
import { RepositoryDoc, RepositorySettings, Visibility } from '../store/types';
import { emit } from '../webhooks/emit';
import { directoryOf } from '../Github';
import { organizationOf } from './organizations';
import { fullRepository } from './present/repositories';
import { simpleUser } from './present/users';
import { json, noContent } from './reply';
import { isMember } from '../access';

const text = z.string().max(100_000).nullish();
const flag = z.boolean().nullish();

const settingsInput = z.object({
  description: text,
  homepage: text,
  private: flag,
  visibility: z.enum(['public', 'internal', 'private']).nullish(),
  has_issues: flag,
  has_projects: flag,
  has_wiki: flag,
  is_template: flag,
  allow_squash_merge: flag,
  allow_merge_commit: flag,
  allow_rebase_merge: flag,
  allow_auto_merge: flag,
  allow_update_branch: flag,
  delete_branch_on_merge: flag,
});

const createInput = settingsInput.extend({
  name: z.string(),
  auto_init: flag,
});

const updateInput = settingsInput.extend({
  name: z.string().optional(),
  default_branch: z.string().optional(),
  archived: flag,
});

type Settings = z.output<typeof settingsInput>;

function settingsOf(
  input: Settings,
  known: RepositorySettings,
): RepositorySettings {
  return {
    description:
      input.description === undefined
        ? known.description
        : input.description || undefined,
    homepage:
      input.homepage === undefined
        ? known.homepage
        : input.homepage || undefined,
    hasIssues: input.has_issues ?? known.hasIssues,
    hasProjects: input.has_projects ?? known.hasProjects,
    hasWiki: input.has_wiki ?? known.hasWiki,
    isTemplate: input.is_template ?? known.isTemplate,
    allowSquashMerge: input.allow_squash_merge ?? known.allowSquashMerge,
    allowMergeCommit: input.allow_merge_commit ?? known.allowMergeCommit,
    allowRebaseMerge: input.allow_rebase_merge ?? known.allowRebaseMerge,
    allowAutoMerge: input.allow_auto_merge ?? known.allowAutoMerge,
    allowUpdateBranch: input.allow_update_branch ?? known.allowUpdateBranch,
    deleteBranchOnMerge:
      input.delete_branch_on_merge ?? known.deleteBranchOnMerge,
  };
}

function visibilityOf(input: Settings, known: Visibility): Visibility {
  if (input.visibility) {
    return input.visibility;
  }
  if (input.private === undefined || input.private === null) {
    return known;
  }
  return input.private ? 'private' : 'public';
}

async function writeReadme(
  github: Github,
  dir: string,
  input: z.output<typeof createInput>,
  login: string,
): Promise<void> {
  const user = github.store.users.get('', login.toLowerCase());
  const author = {
    name: user?.name ?? login,
    email: user?.email ?? '',
    date: timestamp(github),
  };
  const readme = [`# ${input.name}`, input.description ?? ''].filter(Boolean);
  const sha = await writeBlob(dir, Buffer.from(`${readme.join('\n\n')}\n`));
  const tree = await writeTree(dir, undefined, [
    { path: 'README.md', mode: '100644', sha },
  ]);
  const commit = await writeCommit(dir, {
    tree,
    parents: [],
    message: 'Initial commit',
    author,
    committer: author,
  });
  await updateRef(dir, 'refs/heads/main', commit, undefined);
}

async function create(github: Github, request: ApiRequest) {
  const organization = organizationOf(github, request);
  const viewer = viewerOf(request);
  if (!isMember(github, organization.login, viewer.login)) {
    throw new GithubError(
      403,
      'You need admin access to the organization before adding a repository to it.',
    );
  }
  const input = readInput(createInput, request.body);
  requireRepositoryName(input.name);
  const now = timestamp(github);
  const doc: RepositoryDoc = {
    ...settingsOf(input, defaultSettings),
    owner: organization.login,
    name: input.name,
    visibility: visibilityOf(input, 'public'),
    defaultBranch: 'main',
    topics: [],
    archived: false,
    createdAt: now,
    updatedAt: now,
    pushedAt: now,
    refs: {},
    nextNumber: 1,
  };
  const repository = await createRepository(
    github,
    doc,
    input.auto_init
      ? dir => writeReadme(github, dir, input, viewer.login)
      : undefined,
    created => {
      github.store.collaborators.put(created.id, viewer.login.toLowerCase(), {
        subject: viewer.login,
        permission: 'admin',
      });
      emit(github, created, 'repository', 'created', {
        sender: simpleUser(github, viewer.login),
      });
    },
  );
  github.webhooks.kick();
  await github.locks.run(repository.id, () =>
    syncRefs(github, repository.id, viewer.login),
  );
  const view = fullRepository(
    github,
    github.store.repositories.byId(repository.id) ?? repository,
    viewer.login,
  );
  return { status: 201, body: view, headers: { location: view.url } };
}

function emitChange(
  github: Github,
  before: Repository,
  after: Repository,
  login: string,
): void {
  const sender = simpleUser(github, login);
  const send = (action: string, changes?: unknown) =>
    emit(github, after, 'repository', action, {
      sender,
      ...(changes ? { changes } : {}),
    });
  if (before.name !== after.name) {
    send('renamed', { repository: { name: { from: before.name } } });
  }
  if (before.archived !== after.archived) {
    send(after.archived ? 'archived' : 'unarchived');
  }
  if (before.visibility !== after.visibility) {
    send(after.visibility === 'public' ? 'publicized' : 'privatized');
  }
  if (before.defaultBranch !== after.defaultBranch) {
    send('edited', { default_branch: { from: before.defaultBranch } });
  } else if (
    before.description !== after.description ||
    before.homepage !== after.homepage
  ) {
    send('edited', { description: { from: before.description ?? null } });
  }
}

async function update(github: Github, request: ApiRequest) {
  const before = repositoryOf(github, request, 'admin');
  const viewer = viewerOf(request);
  const input = readInput(updateInput, request.body);
  return github.locks.run(before.id, async () => {
    let repository = before;
    const branch = input.default_branch;
    if (branch !== undefined && branch !== repository.defaultBranch) {
      const refs = readRefs(directoryOf(github, repository));
      if (!Object.hasOwn(refs, `refs/heads/${branch}`)) {
        throw invalidField(
          'Repository',
          'default_branch',
          'invalid',
          `The branch ${branch} was not found. Please push that ref first or create it via the Git Data API.`,
        );
      }
      repository = setDefaultBranch(github, repository, branch);
    }
    if (input.name !== undefined && input.name !== repository.name) {
      repository = renameRepository(github, repository, input.name);
    }
    repository = github.store.transaction(() => {
      const after = github.store.repositories.update(repository.id, {
        ...settingsOf(input, repository),
        visibility: visibilityOf(input, repository.visibility),
        archived: input.archived ?? repository.archived,
        updatedAt: timestamp(github),
      });
      emitChange(github, before, after, viewer.login);
      return after;
    });
    github.webhooks.kick();
    return json(fullRepository(github, repository, viewer.login));
  });
}

/** Repositories themselves. */
export function repositoryRoutes(github: Github): Route[] {
  return [
    {
      operation: 'POST /orgs/{org}/repos',
      handler: request => create(github, request),
    },
    {
      operation: 'GET /repos/{owner}/{repo}',
      handler: request =>
        json(
          fullRepository(
            github,
            repositoryOf(github, request),
            request.viewer?.login,
          ),
        ),
    },
    {
      operation: 'PATCH /repos/{owner}/{repo}',
      handler: request => update(github, request),
    },
    {
      operation: 'DELETE /repos/{owner}/{repo}',
      handler: async request => {
        const repository = repositoryOf(github, request, 'admin');
        const viewer = viewerOf(request);
        await github.locks.run(repository.id, async () => {
          github.store.transaction(() => {
            emit(github, repository, 'repository', 'deleted', {
              sender: simpleUser(github, viewer.login),
            });
            deleteRepository(github, repository);
          });
        });
        github.webhooks.kick();
        return noContent;
      },
    },
  ];
}
