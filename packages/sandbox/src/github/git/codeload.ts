import { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { roleIn } from '../access';
import { directoryOf, findRepository, Github } from '../Github';
import { authenticate } from '../http/auth';
import { notFound } from '../http/errors';
import { archive } from './archive';
import { resolveCommit } from './refs';

const address =
  /^\/_codeload\/([^/]+)\/([^/]+)\/legacy\.(tar\.gz|zip)\/([0-9a-f]{40})$/;

/** Whether an address is one of an archive. */
export function isCodeload(url: URL): boolean {
  return address.test(url.pathname);
}

/**
 * Sends an archive, all files under one folder as GitHub names it.
 *
 * @throws GithubError 401 or 404
 */
export async function serveCodeload(
  github: Github,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const match = address.exec(url.pathname);
  if (!match) {
    throw notFound();
  }
  const [, owner, name, format, sha] = match;
  const viewer = authenticate(github.store, request.headers.authorization);
  const repository = findRepository(github, owner, name);
  if (!repository || !roleIn(github, repository, viewer?.login)) {
    throw notFound();
  }
  const dir = directoryOf(github, repository);
  const commit = await resolveCommit(dir, sha);
  if (!commit) {
    throw notFound();
  }
  const folder = `${repository.owner}-${repository.name}-${sha.slice(0, 7)}`;
  response.writeHead(200, {
    'content-type': format === 'zip' ? 'application/zip' : 'application/x-gzip',
    'content-disposition': `attachment; filename=${folder}.${format}`,
    etag: `"${sha}-${format}"`,
  });
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  const { stream, cancel } = archive(
    dir,
    commit,
    format as 'tar.gz' | 'zip',
    folder,
  );
  response.once('close', cancel);
  await pipeline(stream, response);
}
