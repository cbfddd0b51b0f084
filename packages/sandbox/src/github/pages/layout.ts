import { encodePath } from '../urls';
import { Html, html } from './html';

export interface PageFrame {
  title: string;
  body: Html;
  /** Repository that the page belongs to, with the name of its tab. */
  repository?: { owner: string; name: string; tab: string };
}

const tabs: Array<[name: string, path: string]> = [
  ['Code', ''],
  ['Commits', '/commits'],
  ['Pull requests', '/pulls'],
  ['Actions', '/actions'],
];

function heading(frame: PageFrame): Html {
  const { repository } = frame;
  if (!repository) {
    return html`<h1>${frame.title}</h1>`;
  }
  const { owner, name, tab } = repository;
  const base = `/${encodePath(owner)}/${encodePath(name)}`;
  return html`<h1>
      <a href="/${owner}">${owner}</a> / <a href="${base}">${name}</a>
    </h1>
    <nav aria-label="Repository">
      ${tabs.map(([label, path]) =>
        label === tab
          ? html`<a href="${base}${path}" aria-current="page">${label}</a>`
          : html`<a href="${base}${path}">${label}</a>`,
      )}
    </nav>`;
}

/** A whole page. */
export function renderPage(frame: PageFrame): string {
  return html`<!DOCTYPE html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${frame.title} · Sandbox GitHub</title>
        <link rel="stylesheet" href="/_sandbox/assets/site.css" />
      </head>
      <body>
        <div class="banner">
          <strong>Sandbox GitHub.</strong> It stands in for github.com and
          belongs to this machine.
        </div>
        <header>${heading(frame)}</header>
        <main>${frame.body}</main>
      </body>
    </html> `.text;
}
