import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { inRoot, toolchain } from '../lib/paths.mjs';
import { resolveTool } from '../tools/resolve.mjs';
import { endWithUs } from './terraform/children.mjs';
import { findMirror } from './terraform/mirror.mjs';

/** The provider that modules are tested with: the one that the roots pin. */
export const awsProvider = { type: 'aws', version: '5.100.0' };

export const terraformHome = path.join(toolchain, 'terraform');

function writeCliConfig(mirror) {
  const cache = path.join(terraformHome, 'plugins');
  fs.mkdirSync(cache, { recursive: true });
  const source = `registry.terraform.io/hashicorp/${awsProvider.type}`;
  const text = mirror
    ? `provider_installation {
  filesystem_mirror {
    path    = ${JSON.stringify(mirror)}
    include = [${JSON.stringify(source)}]
  }
}
`
    : `plugin_cache_dir = ${JSON.stringify(cache)}\n`;
  const file = path.join(terraformHome, 'cli.tfrc');
  // Two processes may do this at once; each must read a whole file.
  const draft = `${file}.${process.pid}`;
  fs.writeFileSync(draft, text);
  fs.renameSync(draft, file);
  return file;
}

let cliConfig;

/**
 * The configuration that says where providers come from: the person's own if
 * there is one, else a mirror that this machine carries, else the registry
 * with a cache in .toolchain/.
 */
function cliConfigFile() {
  const own = process.env.TF_CLI_CONFIG_FILE;
  cliConfig ??=
    own && fs.existsSync(own) ? own : writeCliConfig(findMirror(awsProvider));
  return cliConfig;
}

/**
 * Environment for Terraform: nothing of the person's own AWS set-up reaches
 * it, so that no test can touch an account.
 *
 * @param extra - further variables, for example AWS_ENDPOINT_URL of a mock
 */
export function terraformEnv(extra = {}) {
  const foreign = /^(AWS_|TF_|GOOGLE_)/;
  return {
    ...Object.fromEntries(
      Object.entries(process.env).filter(([name]) => !foreign.test(name)),
    ),
    TF_CLI_CONFIG_FILE: cliConfigFile(),
    TF_IN_AUTOMATION: '1',
    TF_INPUT: '0',
    CHECKPOINT_DISABLE: '1',
    // Terraform and its providers spend half their time on collecting garbage
    // when they read the provider's schema.
    GOGC: '400',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_REGION: 'us-east-1',
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_CONFIG_FILE: os.devNull,
    AWS_SHARED_CREDENTIALS_FILE: os.devNull,
    // What is not served must fail, not wait for a network.
    AWS_ENDPOINT_URL: 'http://127.0.0.1:1',
    ...extra,
  };
}

/** A mock that does not answer as AWS does can make a provider wait for hours. */
const patienceMs = 480_000;

/**
 * Runs Terraform to its end.
 *
 * @returns exit code and what was printed; a run without end is interrupted
 */
export async function terraform(
  args,
  { cwd, env = terraformEnv(), patience = patienceMs },
) {
  const child = spawn(await resolveTool('terraform'), args, {
    cwd,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const kill = endWithUs(child);
  // Asked to stop, Terraform says what it was waiting for and keeps its state.
  const timers = [
    setTimeout(() => child.kill('SIGINT'), patience),
    setTimeout(kill, patience + 30_000),
  ];
  let output = '';
  let errors = '';
  child.stdout.setEncoding('utf8').on('data', chunk => (output += chunk));
  child.stderr.setEncoding('utf8').on('data', chunk => (errors += chunk));
  const [code, signal] = await once(child, 'close');
  timers.forEach(clearTimeout);
  return {
    code: code ?? 1,
    output: signal ? `${output}\nno end after ${patience / 1000} s` : output,
    errors,
  };
}

const unwanted = new Set(['.terraform', '.terraform.lock.hcl']);

/**
 * Copies a folder of the repository to where Terraform may write.
 *
 * @param folder - for example `infra/modules`
 * @param target - a folder that does not exist yet
 */
export function copyForTerraform(folder, target) {
  fs.cpSync(inRoot(folder), target, {
    recursive: true,
    filter: file => {
      const name = path.basename(file);
      return !unwanted.has(name) && !name.includes('.tfstate');
    },
  });
}
