/**
 * Whether `name` is a name that GitHub accepts for a repository: 1 to 100 of
 * letters, digits, `-`, `_` and `.`, not `.`, `..` and not ending in `.git`.
 */
export function isRepositoryName(name: string): boolean {
  return (
    /^[A-Za-z0-9._-]{1,100}$/.test(name) &&
    name !== '.' &&
    name !== '..' &&
    !/\.(git|wiki)$/i.test(name)
  );
}

/** Whether `login` has the form of a GitHub login. */
export function isLogin(login: string): boolean {
  return /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,98}[A-Za-z0-9])?$/.test(login);
}

/**
 * Whether `name` may follow `refs/heads/`, by the rules of
 * git-check-ref-format; a leading `-` is refused besides.
 */
export function isRefName(name: string): boolean {
  return (
    name.length > 0 &&
    name.length <= 250 &&
    // eslint-disable-next-line no-control-regex
    !/[\x00-\x20\x7f~^:?*[\\]/.test(name) &&
    !name.includes('..') &&
    !name.includes('@{') &&
    name !== '@' &&
    !name.endsWith('.') &&
    name
      .split('/')
      .every(
        part =>
          part !== '' &&
          !part.startsWith('.') &&
          !part.startsWith('-') &&
          !part.endsWith('.lock'),
      )
  );
}

/** Whether `sha` is a whole SHA-1 in lower case. */
export function isSha(sha: string): boolean {
  return /^[0-9a-f]{40}$/.test(sha);
}

/**
 * Whether `path` names something inside a repository: relative, without empty,
 * `.`, `..` or `.git` parts and without control characters.
 */
export function isTreePath(path: string): boolean {
  return (
    path.length > 0 &&
    path.length <= 4096 &&
    // eslint-disable-next-line no-control-regex
    !/[\x00-\x1f\x7f]/.test(path) &&
    path
      .split('/')
      .every(
        part =>
          part !== '' &&
          part !== '.' &&
          part !== '..' &&
          part.toLowerCase() !== '.git',
      )
  );
}
