import { runGit } from '../git/runGit';
import { listTree } from '../git/trees';
import { directoryOf, Github, Repository } from '../Github';
import { ContentItem } from '../rest/present/contents';
import { SearchQuery, valuesOf } from './parseQuery';

/** A file that was found. */
export interface CodeHit {
  repository: Repository;
  item: ContentItem;
}

/** Paths of the files that hold a text. */
async function grep(
  dir: string,
  commit: string,
  term: string,
): Promise<Set<string>> {
  const { stdout } = await runGit(
    dir,
    ['grep', '-l', '-z', '-i', '-I', '--fixed-strings', '-e', term, commit],
    { allow: [1] },
  );
  return new Set(
    stdout
      .toString('utf8')
      .split('\0')
      .filter(Boolean)
      .map(line => line.slice(commit.length + 1)),
  );
}

async function searchRepository(
  github: Github,
  repository: Repository,
  query: SearchQuery,
): Promise<CodeHit[]> {
  const commit = repository.refs[`refs/heads/${repository.defaultBranch}`];
  if (!commit) {
    return [];
  }
  const dir = directoryOf(github, repository);
  const names = valuesOf(query, 'filename');
  const extensions = valuesOf(query, 'extension');
  const paths = valuesOf(query, 'path');
  const matching = await Promise.all(
    query.terms.map(term => grep(dir, commit, term)),
  );
  const entries = (await listTree(dir, commit, true)) ?? [];
  return entries
    .filter(entry => entry.type === 'blob')
    .filter(({ path }) => {
      const name = path.split('/').at(-1) ?? '';
      return (
        names.every(one => name.toLowerCase().includes(one.toLowerCase())) &&
        extensions.every(one => name.endsWith(`.${one}`)) &&
        paths.every(one => path.startsWith(one.replace(/^\//, ''))) &&
        matching.every(found => found.has(path))
      );
    })
    .map(entry => ({
      repository,
      item: {
        type: 'file' as const,
        path: entry.path,
        sha: entry.sha,
        size: entry.size ?? 0,
      },
    }));
}

/** Looks for files by name, path and content on the default branches. */
export async function searchFiles(
  github: Github,
  repositories: Repository[],
  query: SearchQuery,
): Promise<CodeHit[]> {
  const hits: CodeHit[] = [];
  for (const repository of repositories) {
    hits.push(...(await searchRepository(github, repository, query)));
  }
  return hits;
}
