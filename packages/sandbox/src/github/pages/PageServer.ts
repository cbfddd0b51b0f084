import { IncomingMessage, ServerResponse } from 'node:http';
import { resolveCommit } from '../git/refs';
import { Github } from '../Github';
import { GithubError, notFound } from '../http/errors';
import { avatarSvg } from './avatar';
import { blobPage, readFile, treePage } from './codePages';
import { PageRepository, pageRepository, splitRefPath } from './context';
import { commitPage, commitsPage } from './historyPages';
import { html } from './html';
import { renderPage } from './layout';
import { homePage, ownerPage } from './ownerPage';
import {
  actionsPage,
  pagePull,
  pullDiff,
  pullPage,
  pullsPage,
} from './pullPages';
import { styles } from './styles';

interface Content {
  type: string;
  data: string | Buffer;
}

const policy =
  "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

function page(data: string): Content {
  return { type: 'text/html; charset=utf-8', data };
}

function plain(data: string | Buffer): Content {
  return { type: 'text/plain; charset=utf-8', data };
}

function asset(path: string): Content {
  switch (path) {
    case '/_sandbox/assets/site.css':
      return { type: 'text/css; charset=utf-8', data: styles };
    case '/_sandbox/assets/icon.svg':
      return { type: 'image/svg+xml', data: avatarSvg(5, 'Sandbox GitHub') };
    default:
      throw notFound();
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw notFound();
  }
}

async function commitOrFail(
  repository: PageRepository,
  name: string,
): Promise<string> {
  const sha = await resolveCommit(repository.dir, name);
  if (!sha) {
    throw notFound();
  }
  return sha;
}

/** Pages that a person sees who follows a link to the sandbox's GitHub. */
export class PageServer {
  constructor(private readonly github: Github) {}

  /** Answers a request for a page; never throws for what GitHub refuses. */
  async handle(
    request: IncomingMessage,
    response: ServerResponse,
    url: URL,
  ): Promise<void> {
    let status = 200;
    let content: Content;
    try {
      if (request.method !== 'GET' && request.method !== 'HEAD') {
        throw new GithubError(405, 'Pages are only read.');
      }
      content = await this.#content(url);
    } catch (error) {
      if (!(error instanceof GithubError)) {
        throw error;
      }
      status = error.status;
      content = page(
        renderPage({
          title: status === 404 ? 'Page not found' : error.message,
          body: html`<p>
            There is nothing at this address, or it is private.
            <a href="/">All organisations</a>
          </p>`,
        }),
      );
    }
    response.writeHead(status, {
      'content-type': content.type,
      'content-length': Buffer.byteLength(content.data),
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-cache',
    });
    response.end(request.method === 'HEAD' ? undefined : content.data);
  }

  async #content(url: URL): Promise<Content> {
    const parts = url.pathname.split('/').filter(Boolean).map(decode);
    if (parts[0] === '_sandbox') {
      return asset(url.pathname);
    }
    if (parts[0] === 'avatars' && parts[1] === 'u') {
      return this.#avatar(Number(parts[2]));
    }
    if (parts.length === 0) {
      return page(homePage(this.github));
    }
    if (parts.length === 1) {
      return page(ownerPage(this.github, parts[0]));
    }
    const [owner, name, ...rest] = parts;
    const repository = pageRepository(
      this.github,
      owner,
      name.replace(/\.git$/, ''),
    );
    return this.#repositoryContent(repository, rest, url);
  }

  #avatar(id: number): Content {
    const { users, organizations } = this.github.store;
    const account = users.byId(id) ?? organizations.byId(id);
    if (!account) {
      throw notFound();
    }
    return { type: 'image/svg+xml', data: avatarSvg(id, account.name) };
  }

  async #repositoryContent(
    repository: PageRepository,
    [kind, ...rest]: string[],
    url: URL,
  ): Promise<Content> {
    const { defaultBranch } = repository.repository;
    const where = rest.join('/');
    switch (kind) {
      case undefined: {
        const known = await resolveCommit(repository.dir, defaultBranch);
        const root = known && {
          ref: defaultBranch,
          commit: known,
          path: '',
        };
        return page(await treePage(repository, root || undefined));
      }
      case 'tree':
        return page(
          await treePage(repository, await splitRefPath(repository, where)),
        );
      case 'blob':
      case 'raw': {
        const file = await splitRefPath(repository, where);
        return kind === 'raw' || url.searchParams.has('raw')
          ? plain(await readFile(repository, file))
          : page(await blobPage(repository, file));
      }
      case 'commits':
        return page(
          await commitsPage(
            repository,
            await splitRefPath(repository, where || defaultBranch),
          ),
        );
      case 'commit':
        return page(
          await commitPage(repository, await commitOrFail(repository, where)),
        );
      case 'pulls':
        return page(pullsPage(repository));
      case 'pull':
        return this.#pullContent(repository, where);
      case 'actions':
        return page(actionsPage(repository));
      default:
        throw notFound();
    }
  }

  async #pullContent(
    repository: PageRepository,
    where: string,
  ): Promise<Content> {
    const match = /^(\d{1,9})(\.diff|\.patch)?(\/files|\/commits)?$/.exec(
      where,
    );
    if (!match) {
      throw notFound();
    }
    const pull = pagePull(repository, match[1]);
    return match[2]
      ? plain(await pullDiff(repository, pull))
      : page(await pullPage(repository, pull));
  }
}
