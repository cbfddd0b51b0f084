import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { say, secondsSince } from '../../lib/output.mjs';
import { inRoot } from '../../lib/paths.mjs';
import { run, tail } from '../../lib/run.mjs';
import { readOrder } from './order.mjs';
import { readSeeds, writeState } from './states.mjs';

/**
 * What the mock can serve of a first apply. It has no DNS Firewall of Route 53
 * Resolver, so what others read of the resolvers is seeded.
 */
const served = ['module.transit_gateway', 'module.own_attachment'];

/** Where roots find the states of others, beside the copy of infra/live. */
const published = (home, root) =>
  path.join(home, 'published', root, 'terraform.tfstate');

function copyConfiguration() {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'infra-live-'));
  const skip = /(^|\/)(\.terraform|\.terraform\.lock\.hcl|.*\.tfstate.*)$/;
  for (const folder of ['modules', 'live']) {
    fs.cpSync(inRoot('infra', folder), path.join(home, folder), {
      recursive: true,
      filter: source => !skip.test(source),
    });
  }
  return home;
}

function blocksOf(folder, pattern) {
  const text = fs
    .readdirSync(folder)
    .filter(name => name.endsWith('.tf'))
    .map(name => fs.readFileSync(path.join(folder, name), 'utf8'))
    .join('\n');
  return [...text.matchAll(pattern)];
}

/**
 * States lie beside the copies of the roots, and requests go to a server on
 * loopback. Everything else stays as it is written.
 */
export function overrideOf(folder) {
  const providers = blocksOf(
    folder,
    /^provider\s+"aws"\s*\{([\s\S]*?)^\}/gm,
  ).map(([, body]) => {
    const alias = body.match(/^\s*alias\s*=\s*"([^"]+)"/m)?.[1];
    return [
      'provider "aws" {',
      ...(alias ? [`  alias = "${alias}"`] : []),
      '  s3_use_path_style = true',
      // What the mock does not serve it never will: no waiting for it.
      '  max_retries       = 1',
      '}',
    ].join('\n');
  });
  const states = blocksOf(
    folder,
    /^data\s+"terraform_remote_state"\s+"([^"]+)"\s*\{([\s\S]*?)^\}/gm,
  ).map(([, name, body]) => {
    const key = body.match(/^\s*key\s*=\s*"(.+)"\s*$/m)[1];
    return [
      `data "terraform_remote_state" "${name}" {`,
      '  backend = "local"',
      `  config  = { path = "../../../published/${key}" }`,
      '}',
    ].join('\n');
  });
  return [
    'terraform {\n  backend "local" {}\n}',
    ...providers,
    ...states,
    '',
  ].join('\n');
}

class Mock {
  constructor(server, home, terraform, env) {
    Object.assign(this, { server, home, terraform, env });
  }

  folder(root) {
    return path.join(this.home, 'live', root);
  }

  run(root, args) {
    return run(this.terraform, args, {
      quiet: true,
      cwd: this.folder(root),
      env: {
        ...this.env,
        AWS_ENDPOINT_URL: this.server.url,
        AWS_ACCESS_KEY_ID: 'test',
        AWS_SECRET_ACCESS_KEY: 'test',
        AWS_EC2_METADATA_DISABLED: 'true',
        TF_IN_AUTOMATION: '1',
        CHECKPOINT_DISABLE: '1',
        // What the pipeline sets; see infra/README.md.
        TF_VAR_origin_secret: 'not-a-secret-'.repeat(3),
        TF_VAR_portal_token: 'not-a-secret-'.repeat(3),
      },
    });
  }

  async must(root, args) {
    const { code, output } = await this.run(root, args);
    if (code !== 0) {
      throw new Error(
        `terraform ${args[0]} of ${root} failed:\n${tail(output, 80)}`,
      );
    }
  }

  async initialise(root, pluginDir) {
    fs.writeFileSync(
      path.join(this.folder(root), 'mock_override.tf'),
      overrideOf(this.folder(root)),
    );
    await this.must(root, [
      'init',
      '-input=false',
      '-no-color',
      ...(pluginDir ? [`-plugin-dir=${pluginDir}`] : []),
    ]);
  }

  async plan(root) {
    const startedAt = performance.now();
    await this.must(root, [
      'plan',
      '-input=false',
      '-no-color',
      '-lock=false',
      '-out=plan.bin',
    ]);
    const seconds = Number(secondsSince(startedAt));
    // Through a file: the JSON of a large root is longer than a log should be.
    const file = path.join(this.folder(root), 'plan.json');
    const { code, output } = await run(
      'sh',
      ['-c', '"$0" show -json plan.bin > "$1"', this.terraform, file],
      { quiet: true, cwd: path.dirname(file), env: this.env },
    );
    if (code !== 0) {
      throw new Error(`terraform show of ${root} failed:\n${tail(output)}`);
    }
    return { plan: JSON.parse(fs.readFileSync(file, 'utf8')), seconds };
  }

  /**
   * The first apply of a root that others read, as infra/README.md describes it.
   * What the mock cannot serve stays as it was seeded.
   */
  async firstApply({ root, firstApply }, seeds, log) {
    const state = published(this.home, root);
    const own = path.join(this.folder(root), 'terraform.tfstate');
    const { code, output } = await this.run(root, [
      'apply',
      '-input=false',
      '-no-color',
      '-auto-approve',
      '-lock=false',
      ...firstApply.map(assignment => `-var=${assignment}`),
      ...served.map(address => `-target=${address}`),
    ]);
    if (fs.existsSync(own)) {
      fs.copyFileSync(own, state);
    }
    const seeded = writeState(state, seeds[root]);
    if (code === 0 && seeded.length === 0) {
      log(`${root}: first apply made on the mock, others read what came out`);
      return;
    }
    const why = output.split('\n').find(line => /Error:/.test(line)) ?? '';
    log(
      `${root}: first apply made on the mock as far as it serves it${
        why && ` (${why.replace(/^\W+/, '').trim()})`
      }; seeded: ${seeded.join(', ')}`,
    );
  }
}

/**
 * Plans every root against a mock AWS. Each root finds the states that it reads
 * where its neighbours would have left them: applied where order.json says how,
 * else filled with what seeds.json holds.
 *
 * @param options.terraform - path of the binary
 * @param options.pluginDir - folder with providers, where they are not fetched
 * @param options.startMoto - gives `{ url, stop }`
 * @param options.only - roots to plan, all by default
 * @param options.env - environment of terraform
 * @param options.applies - whether to make the first applies; without them all
 *   that roots read is seeded
 * @returns Map of root to `{ plan, seconds }`, in the order of order.json
 */
export async function planLive({
  terraform,
  pluginDir,
  startMoto,
  log = say,
  only,
  env = process.env,
  applies = true,
  workers = Math.min(2, os.availableParallelism()),
}) {
  const order = readOrder();
  const seeds = readSeeds();
  const wanted = order.filter(({ root }) => !only || only.includes(root));
  const read = new Set(wanted.flatMap(({ dependsOn }) => dependsOn));
  const applied = order.filter(
    ({ root, firstApply }) => applies && firstApply && read.has(root),
  );
  const home = copyConfiguration();
  const servers = [];
  const plans = new Map();
  const newMock = async () => {
    const server = await startMoto();
    servers.push(server);
    return new Mock(server, home, terraform, env);
  };
  const planOne = async (mock, { root }) => {
    await mock.initialise(root, pluginDir);
    const result = await mock.plan(root);
    plans.set(root, result);
    log(
      `${root}: ${
        result.plan.resource_changes?.length ?? 0
      } resources planned in ${result.seconds} s`,
    );
  };
  try {
    for (const [root, outputs] of Object.entries(seeds)) {
      writeState(published(home, root), outputs);
    }
    const queue = wanted.filter(one => !applied.includes(one));
    const first = await newMock();
    // Roots that nobody has to wait for are planned while others are applied.
    const done = new Map();
    let chain = Promise.resolve();
    for (const one of applied) {
      chain = chain.then(async () => {
        if (wanted.includes(one)) {
          await planOne(first, one);
        } else {
          await first.initialise(one.root, pluginDir);
        }
        await first.firstApply(one, seeds, log);
      });
      done.set(one.root, chain);
    }
    const work = async mock => {
      for (let next = queue.shift(); next; next = queue.shift()) {
        await Promise.all(next.dependsOn.map(root => done.get(root)));
        await planOne(mock, next);
      }
    };
    const others = Array.from(
      { length: Math.min(workers, queue.length) - 1 },
      async () => work(await newMock()),
    );
    await Promise.all([chain.then(() => work(first)), ...others]);
    return new Map(wanted.map(({ root }) => [root, plans.get(root)]));
  } finally {
    await Promise.all(servers.map(server => server.stop()));
    fs.rmSync(home, { recursive: true, force: true });
  }
}
