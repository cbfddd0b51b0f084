import { IncomingMessage } from 'node:http';
import { createGunzip } from 'node:zlib';
import { GithubError } from './errors';

/** GitHub takes file contents of up to 100 MB through its API; base64 adds a third. */
const limit = 40 * 1024 * 1024;

/**
 * Reads the body of a request as JSON.
 *
 * @returns undefined when the body is empty
 * @throws GithubError 400 when it is no JSON, 413 when it is too large
 */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  const source =
    request.headers['content-encoding'] === 'gzip'
      ? request.pipe(createGunzip())
      : request;
  try {
    for await (const chunk of source) {
      size += chunk.length;
      if (size > limit) {
        throw new GithubError(
          413,
          `The request body is larger than ${limit} bytes.`,
        );
      }
      chunks.push(chunk);
    }
  } catch (error) {
    if (error instanceof GithubError) {
      throw error;
    }
    throw new GithubError(400, 'The request body cannot be read.');
  }
  const text = Buffer.concat(chunks).toString('utf8');
  if (text.trim() === '') {
    return undefined;
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new GithubError(400, 'Problems parsing JSON');
  }
}
