import {
  FileSeed,
  MemberSeed,
  OrganizationSeed,
  PullRequestSeed,
  RepositorySeed,
} from '../../seed';
import { fastImport, ImportCommit } from '../git/fastImport';
import { readRefs } from '../git/refs';
import { updateRef } from '../git/write';
import { portalBot } from './seedOrganization';

const mainBranch = 'main';

/** Files that came with the portal, by a second commit. */
function isPortalFile(file: FileSeed): boolean {
  return /^(catalog-info\.yaml|mkdocs\.yml|docs\/|slo\.yaml)/.test(file.path);
}

function person(
  organization: OrganizationSeed,
  login: string | undefined,
): MemberSeed {
  return (
    organization.members.find(member => member.login === login) ?? {
      login: portalBot,
      name: 'Arctiq Portal',
      email: 'portal@arctiq.example',
    }
  );
}

/** Who began a repository: a maintainer of the team that administers it. */
function founder(
  organization: OrganizationSeed,
  seed: RepositorySeed,
): MemberSeed {
  const grant =
    seed.teams.find(({ permission }) => permission === 'admin') ??
    seed.teams[0];
  const team = organization.teams.find(one => one.slug === grant?.slug);
  return person(organization, team?.maintainers[0] ?? team?.members[0]);
}

function mainCommits(seed: RepositorySeed, author: MemberSeed): ImportCommit[] {
  const commit = (message: string, date: string, files: FileSeed[]) => ({
    branch: mainBranch,
    author: { name: author.name, email: author.email, date },
    message,
    files,
  });
  const first = seed.files.filter(file => !isPortalFile(file));
  const second = seed.files.filter(isPortalFile);
  if (first.length === 0 || second.length === 0) {
    return [commit(`Start ${seed.name}`, seed.createdAt, seed.files)];
  }
  return [
    commit(`Start ${seed.name}`, seed.createdAt, first),
    commit(`Describe ${seed.name} for the portal`, seed.pushedAt, second),
  ];
}

function pullCommit(
  organization: OrganizationSeed,
  pull: PullRequestSeed,
): ImportCommit {
  const author = person(organization, pull.author);
  return {
    branch: pull.branch,
    from: mainBranch,
    author: { name: author.name, email: author.email, date: pull.createdAt },
    message: pull.body ? `${pull.title}\n\n${pull.body}` : pull.title,
    files: pull.files,
  };
}

/** Pull requests in the order in which they were opened. */
export function orderedPulls(seed: RepositorySeed): PullRequestSeed[] {
  return [...seed.pullRequests].sort((a, b) =>
    a.createdAt < b.createdAt ? -1 : Number(a.createdAt > b.createdAt),
  );
}

/**
 * Writes the commits, branches and tags of a seed into an empty bare repository.
 *
 * @returns its refs
 */
export async function importRepository(
  dir: string,
  organization: OrganizationSeed,
  seed: RepositorySeed,
): Promise<Record<string, string>> {
  if (seed.files.length === 0) {
    return {};
  }
  const pulls = orderedPulls(seed);
  await fastImport(dir, [
    ...mainCommits(seed, founder(organization, seed)),
    ...pulls.map(pull => pullCommit(organization, pull)),
  ]);
  const refs = readRefs(dir);
  for (const [index, pull] of pulls.entries()) {
    await updateRef(
      dir,
      `refs/pull/${index + 1}/head`,
      refs[`refs/heads/${pull.branch}`],
      undefined,
    );
  }
  for (const tag of seed.tags ?? []) {
    await updateRef(
      dir,
      `refs/tags/${tag}`,
      refs[`refs/heads/${mainBranch}`],
      undefined,
    );
  }
  return refs;
}
