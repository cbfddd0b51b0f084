import { OrganizationSeed, RepositorySeed } from '../../seed';
import { readRefs } from '../git/refs';
import { directoryOf, findRepository, Github, Repository } from '../Github';
import {
  createRepository,
  defaultSettings,
  deleteRepository,
} from '../repositories/create';
import { PullRequestDoc, RepositoryDoc, SeedStampDoc } from '../store/types';
import { importRepository, orderedPulls } from './importRepository';
import { repositoryStamp } from './stamp';

const atOnce = 4;

function seconds(date: string): string {
  return new Date(date).toISOString().replace(/\.\d+Z$/, 'Z');
}

/** Whether the repository is as the seed left it. */
function isUntouched(
  github: Github,
  repository: Repository,
  stamp: SeedStampDoc,
): boolean {
  const branches = Object.entries(
    readRefs(directoryOf(github, repository)),
  ).filter(([ref]) => !ref.startsWith('refs/pull/'));
  return (
    branches.length === Object.keys(stamp.refs).length &&
    branches.every(([ref, sha]) => stamp.refs[ref] === sha)
  );
}

function pullDocs(
  repository: Repository,
  seed: RepositorySeed,
  refs: Record<string, string>,
): PullRequestDoc[] {
  return orderedPulls(seed).map((pull, index) => ({
    repositoryId: repository.id,
    number: index + 1,
    title: pull.title,
    body: pull.body,
    state: 'open',
    draft: pull.draft,
    author: pull.author,
    head: pull.branch,
    headSha: refs[`refs/heads/${pull.branch}`],
    base: repository.defaultBranch,
    baseSha: refs[`refs/heads/${repository.defaultBranch}`],
    reviewers: pull.reviewers,
    teamReviewers: [],
    assignees: [],
    labels: pull.labels,
    reviews: [],
    createdAt: seconds(pull.createdAt),
    updatedAt: seconds(pull.createdAt),
  }));
}

async function build(
  github: Github,
  organization: OrganizationSeed,
  seed: RepositorySeed,
  hash: string,
): Promise<void> {
  const { store } = github;
  let refs: Record<string, string> = {};
  const doc: RepositoryDoc = {
    ...defaultSettings,
    owner: organization.login,
    name: seed.name,
    description: seed.description,
    homepage: seed.homepage,
    visibility: seed.visibility,
    defaultBranch: 'main',
    topics: seed.topics,
    archived: seed.archived,
    createdAt: seconds(seed.createdAt),
    updatedAt: seconds(seed.pushedAt),
    pushedAt: seconds(seed.pushedAt),
    refs,
    nextNumber: seed.pullRequests.length + 1,
  };
  await createRepository(
    github,
    doc,
    async dir => {
      refs = await importRepository(dir, organization, seed);
    },
    repository => {
      store.repositories.update(repository.id, { refs });
      for (const { slug, permission } of seed.teams) {
        const team = store.teams.get(
          organization.login.toLowerCase(),
          slug.toLowerCase(),
        );
        if (!team) {
          throw new Error(
            `The repository ${seed.name} gives access to the team "${slug}", which the organisation does not have.`,
          );
        }
        store.teamGrants.put(repository.id, team.id, {
          subject: team.slug,
          permission,
        });
      }
      for (const pull of pullDocs(repository, seed, refs)) {
        store.pulls.insert(repository.id, pull.number, pull);
      }
      store.seeds.put('repository', seed.name, { hash, refs });
    },
  );
}

async function apply(
  github: Github,
  organization: OrganizationSeed,
  seed: RepositorySeed,
): Promise<void> {
  const hash = repositoryStamp(seed);
  const stamp = github.store.seeds.get('repository', seed.name);
  const known = findRepository(github, organization.login, seed.name);
  if (stamp?.hash === hash) {
    // As the seed says, or deleted by a person, which stays so.
    return;
  }
  if (known) {
    if (!stamp || !isUntouched(github, known, stamp)) {
      // People have worked in it; their work is worth more than the model's.
      return;
    }
    deleteRepository(github, known);
  }
  await build(github, organization, seed, hash);
}

function dropGone(
  github: Github,
  organization: OrganizationSeed,
  names: Set<string>,
): void {
  for (const repository of github.store.repositories.list(
    organization.login.toLowerCase(),
  )) {
    const stamp = github.store.seeds.get('repository', repository.name);
    if (
      stamp &&
      !names.has(repository.name) &&
      isUntouched(github, repository, stamp)
    ) {
      deleteRepository(github, repository);
      github.store.seeds.remove('repository', repository.name);
    }
  }
}

/**
 * Builds the repositories of the seed that are not there yet. What the model
 * changed is built anew unless people have worked in it; what it dropped goes;
 * what people created stays.
 */
export async function seedRepositories(
  github: Github,
  organization: OrganizationSeed,
  repositories: RepositorySeed[],
): Promise<void> {
  dropGone(github, organization, new Set(repositories.map(({ name }) => name)));
  const queue = [...repositories];
  const worker = async () => {
    for (let seed = queue.shift(); seed; seed = queue.shift()) {
      await apply(github, organization, seed);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
