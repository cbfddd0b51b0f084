import { createHash } from 'node:crypto';
import { GithubStore } from '../store/GithubStore';
import { GithubError } from './errors';
import { Viewer } from './types';

/** How tokens are kept: nobody reads them out of the database. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

function tokenOf(header: string): string | undefined {
  const [scheme, value] = header.trim().split(/\s+/, 2);
  switch (scheme?.toLowerCase()) {
    case 'token':
    case 'bearer':
      return value;
    case 'basic': {
      const pair = Buffer.from(value ?? '', 'base64').toString('utf8');
      const colon = pair.indexOf(':');
      const password = colon < 0 ? '' : pair.slice(colon + 1);
      const user = colon < 0 ? pair : pair.slice(0, colon);
      // Either half may carry the token, as on GitHub.
      return password === '' || password === 'x-oauth-basic' ? user : password;
    }
    default:
      return undefined;
  }
}

/**
 * Who sends a request.
 *
 * @param header - value of Authorization
 * @returns undefined without credentials
 * @throws GithubError 401 when the token is not known
 */
export function authenticate(
  store: GithubStore,
  header: string | undefined,
): Viewer | undefined {
  if (!header) {
    return undefined;
  }
  const token = tokenOf(header);
  const [known] = token ? store.tokens.withKey(tokenHash(token)) : [];
  const user = known && store.users.get('', known.login.toLowerCase());
  if (!user) {
    throw new GithubError(401, 'Bad credentials');
  }
  return { login: user.login, id: user.id };
}
