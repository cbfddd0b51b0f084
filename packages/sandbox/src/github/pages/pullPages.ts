import { runState } from '../actions/runState';
import { diffText } from '../git/diff';
import { notFound } from '../http/errors';
import { pullBase, pullFigures } from '../pulls/figures';
import { PullRequest } from '../rest/present/pulls';
import { PageRepository } from './context';
import { count, Html, html } from './html';
import { diffBox } from './historyPages';
import { renderPage } from './layout';

function stateOf(pull: PullRequest): string {
  if (pull.mergedAt) {
    return 'merged';
  }
  return pull.draft && pull.state === 'open' ? 'draft' : pull.state;
}

function row(page: PageRepository, pull: PullRequest): Html {
  return html`<li>
    <a href="${page.base}/pull/${pull.number}">${pull.title}</a>
    <span class="badge">${stateOf(pull)}</span>
    ${pull.labels.map(label => html`<span class="badge">${label}</span>`)}
    <div class="muted">
      #${pull.number} opened on ${pull.createdAt} by ${pull.author}
    </div>
  </li>`;
}

/** The pull requests of a repository, newest first. */
export function pullsPage(page: PageRepository): string {
  const { github, repository } = page;
  const pulls = github.store.pulls.list(repository.id).reverse();
  return renderPage({
    title: 'Pull requests',
    repository: {
      owner: repository.owner,
      name: repository.name,
      tab: 'Pull requests',
    },
    body: html`<section class="box">
      <h2>Pull requests</h2>
      <ul class="rows">
        ${pulls.map(pull => row(page, pull))}
        ${pulls.length === 0 && html`<li>There are none.</li>`}
      </ul>
    </section>`,
  });
}

/**
 * The pull request of an address.
 *
 * @throws GithubError 404
 */
export function pagePull(page: PageRepository, number: string): PullRequest {
  const pull = page.github.store.pulls.get(page.repository.id, Number(number));
  if (!pull) {
    throw notFound();
  }
  return pull;
}

/** The whole change of a pull request as text. */
export async function pullDiff(
  page: PageRepository,
  pull: PullRequest,
): Promise<string> {
  return diffText(page.dir, await pullBase(page.dir, pull), pull.headSha);
}

/** One pull request with what it changes. */
export async function pullPage(
  page: PageRepository,
  pull: PullRequest,
): Promise<string> {
  const { github, repository } = page;
  const figures = await pullFigures(github, repository, pull);
  return renderPage({
    title: pull.title,
    repository: {
      owner: repository.owner,
      name: repository.name,
      tab: 'Pull requests',
    },
    body: html`<h2>${pull.title} <span class="muted">#${pull.number}</span></h2>
      <p>
        <span class="badge">${stateOf(pull)}</span>
        ${pull.author} wants to merge ${count(figures.commits, 'commit')} into
        <code>${pull.base}</code> from <code>${pull.head}</code>
      </p>
      <p class="muted">
        ${count(figures.changedFiles, 'file')},
        ${count(figures.additions, 'line')} added, ${figures.deletions} removed.
        ${pull.state === 'open' && html`Mergeable: ${figures.mergeableState}.`}
        ${pull.reviewers.length > 0 &&
        html`Review requested from ${pull.reviewers.join(', ')}.`}
      </p>
      ${pull.body && html`<pre>${pull.body}</pre>`}
      ${diffBox('Changes', await pullDiff(page, pull))}`,
  });
}

/** The workflow runs of a repository, newest first. */
export function actionsPage(page: PageRepository): string {
  const { github, repository } = page;
  const runs = github.store.runs.list(repository.id).reverse();
  return renderPage({
    title: 'Actions',
    repository: {
      owner: repository.owner,
      name: repository.name,
      tab: 'Actions',
    },
    body: html`<p class="muted">
        The sandbox has no runners: a run succeeds when GitHub would accept its
        workflow file, and says nothing about the code.
      </p>
      <section class="box">
        <h2>Workflow runs</h2>
        <ul class="rows">
          ${runs.map(run => {
            const state = runState(run, github.now());
            return html`<li>
              ${run.title}
              <span class="badge">${state.conclusion ?? state.status}</span>
              <div class="muted">
                ${run.name} #${run.runNumber} for ${run.event} on
                ${run.headBranch}, ${run.createdAt}
              </div>
              ${run.problem && html`<div>${run.problem}</div>`}
            </li>`;
          })}
          ${runs.length === 0 && html`<li>There are none.</li>`}
        </ul>
      </section>`,
  });
}
