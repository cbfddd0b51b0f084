import { Github } from '../Github';
import { notFound } from '../http/errors';
import { html } from './html';
import { renderPage } from './layout';

/**
 * The repositories of an owner.
 *
 * @throws GithubError 404
 */
export function ownerPage(github: Github, login: string): string {
  const key = login.toLowerCase();
  const organization = github.store.organizations.get('', key);
  const user = github.store.users.get('', key);
  const owner = organization ?? user;
  if (!owner) {
    throw notFound();
  }
  const repositories = github.store.repositories
    .list(key)
    .filter(({ visibility }) => visibility !== 'private')
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return renderPage({
    title: owner.name,
    body: html`<p class="muted">
        ${organization ? organization.description : user?.email}
      </p>
      <section class="box">
        <h2>Repositories (${repositories.length})</h2>
        <ul class="rows">
          ${repositories.map(
            repository => html`<li>
              <a href="/${repository.owner}/${repository.name}"
                >${repository.name}</a
              >
              <span class="badge">${repository.visibility}</span>
              ${repository.archived &&
              html`<span class="badge">archived</span>`}
              <div class="muted">${repository.description}</div>
            </li>`,
          )}
        </ul>
      </section>`,
  });
}

/** The organisations, as the way in. */
export function homePage(github: Github): string {
  return renderPage({
    title: 'Organisations',
    body: html`<section class="box">
      <h2>Organisations</h2>
      <ul class="rows">
        ${github.store.organizations
          .list('')
          .map(
            ({ login, name }) => html`<li><a href="/${login}">${name}</a></li>`,
          )}
      </ul>
    </section>`,
  });
}
