import { diffText, emptyTree } from '../git/diff';
import { listCommits, readCommit } from '../git/log';
import { PageRepository, RefPath } from './context';
import { Html, html } from './html';
import { renderPage } from './layout';

/** A unified diff with its lines told apart by sign and colour. */
export function diffBox(title: string, text: string): Html {
  const kind = (line: string) => {
    if (/^\+(?!\+\+)/.test(line)) {
      return 'line add';
    }
    return /^-(?!--)/.test(line) ? 'line del' : 'line';
  };
  return html`<section class="box">
    <h2>${title}</h2>
    <pre tabindex="0" aria-label="${title}">
${text
        .split('\n')
        .map(line => html`<span class="${kind(line)}">${line}</span>`)}</pre
    >
  </section>`;
}

/** The commits of a branch or a path. */
export async function commitsPage(
  page: PageRepository,
  where: RefPath,
): Promise<string> {
  const commits = await listCommits(page.dir, where.commit, {
    limit: 100,
    path: where.path || undefined,
  });
  const { owner, name } = page.repository;
  return renderPage({
    title: `Commits of ${where.ref}`,
    repository: { owner, name, tab: 'Commits' },
    body: html`<section class="box">
      <h2>Commits of ${where.ref}</h2>
      <ul class="rows">
        ${commits.map(
          commit => html`<li>
            <a href="${page.base}/commit/${commit.sha}"
              >${commit.message.split('\n')[0]}</a
            >
            <div class="muted">
              ${commit.sha.slice(0, 7)} by ${commit.author.name} on
              ${commit.committer.date}
            </div>
          </li>`,
        )}
      </ul>
    </section>`,
  });
}

/** One commit with what it changed. */
export async function commitPage(
  page: PageRepository,
  sha: string,
): Promise<string> {
  const commit = await readCommit(page.dir, sha);
  const { owner, name } = page.repository;
  const [title, ...rest] = commit.message.split('\n');
  return renderPage({
    title,
    repository: { owner, name, tab: 'Commits' },
    body: html`<h2>${title}</h2>
      ${rest.length > 0 && html`<pre>${rest.join('\n').trim()}</pre>`}
      <p class="muted">
        ${commit.sha} by ${commit.author.name} on ${commit.committer.date}
      </p>
      ${diffBox(
        'Changes',
        await diffText(page.dir, commit.parents[0] ?? emptyTree, sha),
      )}`,
  });
}
