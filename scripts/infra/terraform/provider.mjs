import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { UserError } from '../../lib/output.mjs';
import { tail } from '../../lib/run.mjs';
import { endWithUs } from './children.mjs';
import {
  awsProvider,
  terraform,
  terraformEnv,
  terraformHome,
} from '../terraform.mjs';

const home = path.join(terraformHome, `aws-${awsProvider.version}`);
const schemaFile = path.join(home, 'schema.json');

const requirement = `terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "${awsProvider.version}"
    }
  }
}
`;

function findBinary() {
  const folder = path.join(
    home,
    '.terraform/providers/registry.terraform.io/hashicorp/aws',
    awsProvider.version,
  );
  if (!fs.existsSync(folder)) {
    return undefined;
  }
  return fs
    .readdirSync(folder)
    .flatMap(target =>
      fs
        .readdirSync(path.join(folder, target))
        .filter(name => name.startsWith('terraform-provider-aws'))
        .map(name => path.join(folder, target, name)),
    )
    .at(0);
}

async function install() {
  fs.mkdirSync(home, { recursive: true });
  fs.writeFileSync(path.join(home, 'main.tf'), requirement);
  const { code, output, errors } = await terraform(['init', '-no-color'], {
    cwd: home,
  });
  if (code !== 0) {
    throw new UserError(
      `The AWS provider ${awsProvider.version} could not be had:\n${tail(
        output,
        15,
      )}`,
    );
  }
}

/** Path of the provider's binary; installed when it is not there. */
export async function providerBinary() {
  if (!findBinary()) {
    await install();
  }
  return findBinary();
}

/** What the provider knows, as `terraform providers schema -json` prints it. */
export async function providerSchema() {
  await providerBinary();
  if (!fs.existsSync(schemaFile)) {
    const { code, output } = await terraform(['providers', 'schema', '-json'], {
      cwd: home,
    });
    if (code !== 0) {
      throw new UserError(`No schema of the provider:\n${tail(output, 15)}`);
    }
    fs.writeFileSync(`${schemaFile}.${process.pid}`, output);
    fs.renameSync(`${schemaFile}.${process.pid}`, schemaFile);
  }
  return JSON.parse(fs.readFileSync(schemaFile, 'utf8'));
}

/**
 * Starts the AWS provider once for many runs of Terraform. Its start costs
 * more than most of the runs do. This is the way that the provider documents
 * for debuggers (`-debug`, TF_REATTACH_PROVIDERS).
 *
 * One process serves one configuration: roots with several `provider "aws"`
 * blocks must not use it, and no two runs at the same time.
 *
 * @param env - environment of the provider, with the mock's address
 * @returns `env` for Terraform and `stop`
 */
export async function startProvider(env = terraformEnv()) {
  const child = spawn(await providerBinary(), ['-debug'], {
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const kill = endWithUs(child);
  const exited = new Promise(resolve => child.once('close', resolve));
  const line = await new Promise((resolve, reject) => {
    let output = '';
    child.stdout.setEncoding('utf8').on('data', chunk => {
      output += chunk;
      const match = output.match(/TF_REATTACH_PROVIDERS='([^']+)'/);
      if (match) {
        resolve(match[1]);
      }
    });
    child.once('error', reject);
    child.once('exit', code =>
      reject(new Error(`the AWS provider ended with code ${code}`)),
    );
  });
  return {
    env: { ...env, TF_REATTACH_PROVIDERS: line },
    /** False once it crashed, which some answers of the mock bring about. */
    get alive() {
      return child.exitCode === null && child.signalCode === null;
    },
    async stop() {
      kill();
      await exited;
    },
  };
}
