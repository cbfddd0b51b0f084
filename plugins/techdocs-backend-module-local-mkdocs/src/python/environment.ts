const SYSTEM = [
  'HOME',
  'LANG',
  'LC_ALL',
  'LC_CTYPE',
  'PATH',
  'PATHEXT',
  'SystemRoot',
  'TEMP',
  'TMP',
  'TMPDIR',
  'TZ',
  'USERPROFILE',
];

const PACKAGE_INDEX = [
  'ALL_PROXY',
  'APPDATA',
  'HTTPS_PROXY',
  'HTTP_PROXY',
  'LOCALAPPDATA',
  'NO_PROXY',
  'PIP_CACHE_DIR',
  'PIP_CERT',
  'PIP_CLIENT_CERT',
  'PIP_CONFIG_FILE',
  'PIP_DEFAULT_TIMEOUT',
  'PIP_EXTRA_INDEX_URL',
  'PIP_FIND_LINKS',
  'PIP_INDEX_URL',
  'PIP_NO_INDEX',
  'PIP_PROXY',
  'PIP_RETRIES',
  'PIP_TRUSTED_HOST',
  'REQUESTS_CA_BUNDLE',
  'SSL_CERT_DIR',
  'SSL_CERT_FILE',
  'XDG_CACHE_HOME',
  'XDG_CONFIG_HOME',
  'all_proxy',
  'http_proxy',
  'https_proxy',
  'no_proxy',
];

/**
 * The part of the environment that a build of documentation may see. An
 * mkdocs.yml can print any variable with `!ENV`, and the backend holds its
 * secrets in its environment.
 */
export function buildEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return pick(env, SYSTEM);
}

/** The part of the environment that the installation of packages needs. */
export function installEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return {
    ...pick(env, [...SYSTEM, ...PACKAGE_INDEX]),
    // A setting of the person would install outside the virtual environment.
    PIP_USER: '0',
  };
}

function pick(env: NodeJS.ProcessEnv, names: string[]): NodeJS.ProcessEnv {
  const picked: NodeJS.ProcessEnv = {};
  for (const name of names) {
    if (env[name] !== undefined) {
      picked[name] = env[name];
    }
  }
  return picked;
}
