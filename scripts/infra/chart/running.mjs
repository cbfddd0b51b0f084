import { spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { inRoot } from '../../lib/paths.mjs';
import { freePort } from '../../lib/ports.mjs';
import { tail } from '../../lib/run.mjs';
import { productionValues, render } from './chart.mjs';
import { parseDockerfile } from './dockerfile.mjs';
import { checkServedMetrics } from './metrics.mjs';

const startSeconds = 180;

/** What only the secret store knows; none of it opens anything. */
function secretFor(name) {
  if (name === 'GITHUB_APP_PRIVATE_KEY') {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    return privateKey.export({ type: 'pkcs1', format: 'pem' });
  }
  return name === 'POSTGRES_USER' ? 'postgres' : '1';
}

/** The arguments of Node in the image's entry point. */
function entryPoint() {
  const text = fs.readFileSync(inRoot('packages/backend/Dockerfile'), 'utf8');
  const { rest } = parseDockerfile(text).findLast(
    ({ instruction }) => instruction === 'ENTRYPOINT',
  );
  const words = JSON.parse(rest);
  return words.slice(words.indexOf('node') + 1);
}

/** One pod of the chart as a process on this machine. */
class Pod {
  #log = '';

  /**
   * @param options.home - the unpacked bundle
   * @param options.object - the Deployment or the Job
   * @param options.objects - all objects of the install
   * @param options.postgresPort - a PostgreSQL on loopback without TLS
   */
  async start(options) {
    const { home, object, objects, postgresPort } = options;
    const { spec } = object.spec.template;
    const [container] = spec.containers;
    const { configMap } = spec.volumes.find(({ name }) => name === 'config');
    const config = path.join(home, `${configMap.name}.yaml`);
    fs.writeFileSync(
      config,
      objects.find(
        ({ kind, metadata }) =>
          kind === 'ConfigMap' && metadata.name === configMap.name,
      ).data['app-config.yaml'],
    );
    this.port = await freePort();
    this.metricsPort = await freePort();
    const env = { PATH: process.env.PATH, NODE_ENV: 'production' };
    for (const { name, value, valueFrom } of container.env) {
      if (value !== undefined || valueFrom.secretKeyRef) {
        env[name] = value ?? secretFor(name);
      }
    }
    delete env.NODE_EXTRA_CA_CERTS;
    Object.assign(env, {
      POSTGRES_HOST: '127.0.0.1',
      POSTGRES_PORT: String(postgresPort),
      // Nothing that this start asks may leave the machine.
      GITHUB_API_URL: 'http://127.0.0.1:9',
      PROMETHEUS_URL: 'http://127.0.0.1:9',
      AUTH_OIDC_METADATA_URL: 'http://127.0.0.1:9/',
      AWS_ACCESS_KEY_ID: '1',
      AWS_SECRET_ACCESS_KEY: '1',
    });
    if (env.PORTAL_METRICS_PORT) {
      env.PORTAL_METRICS_HOST = '127.0.0.1';
      env.PORTAL_METRICS_PORT = String(this.metricsPort);
    }
    const files = container.args.map(arg =>
      path.isAbsolute(arg)
        ? config
        : arg.replace(/^app-config.*/, file => inRoot(file)),
    );
    const local = path.join(home, `${configMap.name}-local.json`);
    fs.writeFileSync(
      local,
      JSON.stringify({
        backend: {
          listen: { host: '127.0.0.1', port: this.port },
          lifecycle: { serverShutdownDelay: { seconds: 0 } },
          database: { connection: { ssl: false } },
        },
      }),
    );
    this.child = spawn(
      process.execPath,
      [...entryPoint(), ...files, '--config', local],
      { cwd: home, env, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    const collect = chunk => {
      this.#log = (this.#log + chunk).slice(-20_000);
    };
    this.child.stdout.setEncoding('utf8').on('data', collect);
    this.child.stderr.setEncoding('utf8').on('data', collect);
    this.exited = new Promise(resolve =>
      this.child.once('exit', code => resolve(code)),
    );
    return this;
  }

  get log() {
    return this.#log;
  }

  async fetch(address, port = this.port) {
    const response = await fetch(`http://127.0.0.1:${port}${address}`);
    return { status: response.status, text: await response.text() };
  }

  /** Whether it becomes ready before it ends or the time is over. */
  async ready() {
    const deadline = Date.now() + startSeconds * 1000;
    while (this.child.exitCode === null && Date.now() < deadline) {
      const answer = await this.fetch('/.backstage/health/v1/readiness').catch(
        () => undefined,
      );
      if (answer?.status === 200) {
        return true;
      }
      await new Promise(resolve => setTimeout(resolve, 200));
    }
    return false;
  }

  /** Its exit code; it is ended when it takes too long. */
  async end(seconds) {
    const timer = setTimeout(() => this.child.kill('SIGKILL'), seconds * 1000);
    const code = await this.exited;
    clearTimeout(timer);
    return code;
  }
}

async function checkServer(pod) {
  if (!(await pod.ready())) {
    return [`it is not ready:\n${tail(pod.log, 20)}`];
  }
  const problems = [];
  const { status } = await pod.fetch('/api/catalog/entities');
  if (status !== 401) {
    problems.push(`it answers ${status} to a stranger`);
  }
  // The first tasks have run by then.
  await new Promise(resolve => setTimeout(resolve, 15_000));
  const metrics = await pod.fetch('/metrics', pod.metricsPort);
  problems.push(...checkServedMetrics(metrics.text));
  pod.child.kill('SIGTERM');
  const code = await pod.end(75);
  if (code !== 0) {
    problems.push(`it ends with ${code}:\n${tail(pod.log, 10)}`);
  }
  return problems;
}

/**
 * Starts the pods of the chart as processes: the server on an empty database,
 * which must refuse; the migration; the server on what the migration made.
 *
 * @param options.home - the bundle of the backend, unpacked and with templates
 * @param options.postgresPort - an empty PostgreSQL on loopback
 * @param options.resolveTool - path of an outside tool
 * @returns one entry for each check, as `checkChart`
 */
export async function checkRunningChart({ home, postgresPort, resolveTool }) {
  const objects = await render(await resolveTool('helm'), productionValues);
  const of = kind => objects.find(object => object.kind === kind);
  const start = kind =>
    new Pod().start({ home, postgresPort, objects, object: of(kind) });
  const results = [];
  const add = (check, problems) =>
    results.push({
      check: `the portal's chart: ${check}`,
      ok: problems.length === 0,
      why: problems.join('\n'),
    });

  const early = await start('Deployment');
  const earlyCode = await early.end(startSeconds);
  add(
    'a pod on tables that were not migrated ends and names what is missing',
    earlyCode === 1 && /relation \S+ does not exist/.test(early.log)
      ? []
      : [`it ends with ${earlyCode}:\n${tail(early.log, 10)}`],
  );

  const job = await start('Job');
  const jobCode = await job.end(startSeconds);
  add(
    'the migration Job migrates and ends',
    jobCode === 0 ? [] : [`it ends with ${jobCode}:\n${tail(job.log, 20)}`],
  );

  const problems = await checkServer(await start('Deployment'));
  add('a pod runs on what the Job made, serves metrics and stops', problems);
  return results;
}
