import { listCommits } from '../git/log';
import { isTreePath } from '../git/names';
import { readObject } from '../git/objects';
import { listTree, TreeEntry } from '../git/trees';
import { notFound } from '../http/errors';
import { encodePath } from '../urls';
import { branchNames, PageRepository, RefPath } from './context';
import { count, Html, html } from './html';
import { renderPage } from './layout';
import { renderMarkdown } from './markdown';

function frame(page: PageRepository, title: string, body: Html): string {
  const { owner, name } = page.repository;
  return renderPage({ title, body, repository: { owner, name, tab: 'Code' } });
}

function byKindAndName(a: TreeEntry, b: TreeEntry): number {
  return (
    Number(b.type === 'tree') - Number(a.type === 'tree') ||
    (a.path < b.path ? -1 : 1)
  );
}

function fileRows(
  page: PageRepository,
  { ref, path }: RefPath,
  entries: TreeEntry[],
): Html[] {
  const prefix = path ? `${path}/` : '';
  return [...entries].sort(byKindAndName).map(entry => {
    const kind = entry.type === 'tree' ? 'tree' : 'blob';
    const href = `${page.base}/${kind}/${encodePath(ref)}/${encodePath(
      prefix + entry.path,
    )}`;
    return html`<li>
      <a href="${href}">${entry.path}${kind === 'tree' && '/'}</a>
    </li>`;
  });
}

async function readmeBox(
  page: PageRepository,
  entries: TreeEntry[],
): Promise<Html | undefined> {
  const entry = entries.find(({ path }) => /^readme(\.md)?$/i.test(path));
  const blob = entry && (await readObject(page.dir, entry.sha));
  if (!entry || !blob) {
    return undefined;
  }
  return html`<section class="box">
    <h2>${entry.path}</h2>
    <div class="content">${renderMarkdown(blob.data.toString('utf8'))}</div>
  </section>`;
}

async function lastCommit(
  page: PageRepository,
  where: RefPath,
): Promise<Html | undefined> {
  const [commit] = await listCommits(page.dir, where.commit, {
    limit: 1,
    path: where.path || undefined,
  });
  return (
    commit &&
    html`<p class="muted">
      Last commit
      <a href="${page.base}/commit/${commit.sha}">${commit.sha.slice(0, 7)}</a>
      “${commit.message.split('\n')[0]}” by ${commit.author.name} on
      ${commit.committer.date}
    </p>`
  );
}

function summary(page: PageRepository): Html {
  const { github, repository, base } = page;
  const open = github.store.pulls
    .list(repository.id)
    .filter(({ state }) => state === 'open').length;
  const guarded = github.store.protections
    .list(repository.id)
    .map(({ branch }) => branch);
  return html`<p>${repository.description}</p>
    <p>
      <span class="badge">${repository.visibility}</span>
      ${repository.archived && html`<span class="badge">archived</span>`}
      ${guarded.map(
        branch => html`<span class="badge">protected: ${branch}</span>`,
      )}
      ${repository.topics.map(
        topic => html`<span class="badge">${topic}</span>`,
      )}
      <a href="${base}/pulls">${count(open, 'open pull request')}</a>
    </p>
    <p>Clone: <code>git clone ${github.urls.html(`${base}.git`)}</code></p>
    <p class="muted">
      Branches:
      ${branchNames(page).map(
        branch =>
          html`<a href="${base}/tree/${encodePath(branch)}">${branch}</a> `,
      )}
    </p>`;
}

/** A folder; the root also says what the repository is. */
export async function treePage(
  page: PageRepository,
  where: RefPath | undefined,
): Promise<string> {
  if (!where) {
    return frame(
      page,
      page.repository.name,
      html`${summary(page)}
        <p>
          The repository is empty. Push a first commit to its clone address.
        </p>`,
    );
  }
  if (where.path !== '' && !isTreePath(where.path)) {
    throw notFound();
  }
  const entries = await listTree(page.dir, `${where.commit}:${where.path}`);
  if (!entries) {
    throw notFound();
  }
  return frame(
    page,
    where.path || page.repository.name,
    html`${where.path === '' && summary(page)} ${await lastCommit(page, where)}
      <section class="box">
        <h2>${where.ref}${where.path && ` / ${where.path}`}</h2>
        <ul class="rows">
          ${fileRows(page, where, entries)}
        </ul>
      </section>
      ${await readmeBox(page, entries)}`,
  );
}

/**
 * The bytes of a file.
 *
 * @throws GithubError 404
 */
export async function readFile(
  page: PageRepository,
  where: RefPath,
): Promise<Buffer> {
  const blob = isTreePath(where.path)
    ? await readObject(page.dir, `${where.commit}:${where.path}`)
    : undefined;
  if (blob?.type !== 'blob') {
    throw notFound();
  }
  return blob.data;
}

/** A file with its text. */
export async function blobPage(
  page: PageRepository,
  where: RefPath,
): Promise<string> {
  const data = await readFile(page, where);
  const raw = `${page.base}/raw/${encodePath(where.ref)}/${encodePath(
    where.path,
  )}`;
  const text = data.includes(0) ? undefined : data.toString('utf8');
  const isMarkdown = /\.md$/i.test(where.path);
  return frame(
    page,
    where.path,
    html`${await lastCommit(page, where)}
      <p><a href="${raw}">Raw</a></p>
      <section class="box">
        <h2>${where.path}</h2>
        ${text === undefined && html`<p>${data.length} bytes, not text.</p>`}
        ${text !== undefined &&
        isMarkdown &&
        html`<div class="content">${renderMarkdown(text)}</div>`}
        ${text !== undefined &&
        !isMarkdown &&
        html`<pre
          tabindex="0"
          aria-label="${where.path}"
        ><code>${text}</code></pre>`}
      </section>`,
  );
}
