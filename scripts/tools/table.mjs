/**
 * The outside tools that tests use: where to look for them, and how to install
 * them when they are not there. One line each; versions are changed here alone.
 *
 * go:  a module path with version, built into .toolchain/bin
 * pip: a Python package with version, in a virtual environment in .toolchain
 * apt: Debian packages; only tried as root
 */
export const tools = {
  helm: { go: 'helm.sh/helm/v3/cmd/helm@v3.21.4' },
  actionlint: { go: 'github.com/rhysd/actionlint/cmd/actionlint@v1.7.12' },
  'kubernetes-validate': { pip: 'kubernetes-validate==1.37.0' },
  prometheus: { apt: ['prometheus'] },
  promtool: { apt: ['prometheus'] },
  chromium: {
    names: ['chromium', 'chromium-browser', 'google-chrome'],
    variable: 'CHROMIUM_PATH',
    apt: ['chromium'],
  },
  postgres: {
    folders: ['/usr/lib/postgresql/*/bin'],
    apt: ['postgresql'],
  },
};
