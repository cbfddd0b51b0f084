import { execFileSync, spawn } from 'node:child_process';
import { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { gitEnvironment, trackChild } from './runGit';

let execPath: string | undefined;

/** Where git keeps its programs; asked once. */
function gitExecPath(): string {
  execPath ??= execFileSync('git', ['--exec-path'], {
    encoding: 'utf8',
  }).trim();
  return execPath;
}

export interface BackendRequest {
  /** Folder that holds the repository. */
  root: string;
  /** Path below the folder, like `/arctiq-commerce/catalog.git/info/refs`. */
  pathInfo: string;
  query: string;
  /** Login of whoever pushes; undefined for anonymous readers. */
  user?: string;
  hooksDir: string;
  env: Record<string, string>;
}

function header(request: IncomingMessage, name: string): string {
  const value = request.headers[name];
  return Array.isArray(value) ? value.join(', ') : value ?? '';
}

function cgiEnvironment(
  request: IncomingMessage,
  options: BackendRequest,
): NodeJS.ProcessEnv {
  const env = gitEnvironment(options.env);
  const count = Number(env.GIT_CONFIG_COUNT);
  return {
    ...env,
    GIT_CONFIG_COUNT: String(count + 1),
    [`GIT_CONFIG_KEY_${count}`]: 'core.hooksPath',
    [`GIT_CONFIG_VALUE_${count}`]: options.hooksDir,
    GIT_PROJECT_ROOT: options.root,
    GIT_HTTP_EXPORT_ALL: '1',
    PATH_INFO: options.pathInfo,
    QUERY_STRING: options.query,
    REQUEST_METHOD: request.method ?? 'GET',
    CONTENT_TYPE: header(request, 'content-type'),
    HTTP_CONTENT_ENCODING: header(request, 'content-encoding'),
    GIT_PROTOCOL: header(request, 'git-protocol'),
    REMOTE_ADDR: request.socket.remoteAddress ?? '',
    ...(request.headers['content-length']
      ? { CONTENT_LENGTH: header(request, 'content-length') }
      : {}),
    ...(options.user
      ? {
          REMOTE_USER: options.user,
          GIT_COMMITTER_NAME: options.user,
          GIT_COMMITTER_EMAIL: `${options.user}@users.noreply.localhost`,
        }
      : {}),
  };
}

/** Reads the CGI header block and answers what follows it. */
function readHeader(block: string, response: ServerResponse): void {
  let status = 200;
  for (const line of block.split(/\r?\n/)) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon);
    const value = line.slice(colon + 1).trim();
    if (name.toLowerCase() === 'status') {
      status = Number.parseInt(value, 10);
    } else if (colon > 0) {
      response.setHeader(name, value);
    }
  }
  response.writeHead(status);
}

/**
 * Hands a request to `git http-backend` and streams its answer.
 *
 * @returns when git has ended, so that its effect on refs is complete
 */
export function serveGit(
  request: IncomingMessage,
  response: ServerResponse,
  options: BackendRequest,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(path.join(gitExecPath(), 'git-http-backend'), [], {
      env: cgiEnvironment(request, options),
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    trackChild(child);
    let head: Buffer | undefined = Buffer.alloc(0);
    let errors = '';
    child.stderr.on('data', chunk => {
      errors = `${errors}${chunk}`.slice(-2000);
    });
    child.stdout.on('data', (chunk: Buffer) => {
      if (!head) {
        if (!response.write(chunk)) {
          child.stdout.pause();
        }
        return;
      }
      head = Buffer.concat([head, chunk]);
      const match = /\r?\n\r?\n/.exec(head.toString('latin1'));
      if (match) {
        readHeader(head.toString('latin1', 0, match.index), response);
        const rest = head.subarray(match.index + match[0].length);
        head = undefined;
        if (rest.length > 0) {
          response.write(rest);
        }
      }
    });
    response.on('drain', () => child.stdout.resume());
    response.once('close', () => {
      if (!response.writableFinished) {
        child.stdout.resume();
        // A reader that went away needs no pack; a push is left to finish.
        if (!options.pathInfo.endsWith('/git-receive-pack')) {
          child.kill('SIGTERM');
        }
      }
    });
    child.once('error', reject);
    child.once('close', code => {
      if (head) {
        if (!response.headersSent) {
          response.writeHead(500, { 'content-type': 'text/plain' });
        }
        response.end('git http-backend gave no answer.\n');
        if (!response.destroyed) {
          reject(
            new Error(
              `git http-backend ended with code ${code} without an answer: ${errors.trim()}`,
            ),
          );
          return;
        }
      }
      resolve();
    });
    child.stdin.on('error', () => {});
    request.pipe(child.stdin);
    request.once('aborted', () => child.stdin.destroy());
  });
}
