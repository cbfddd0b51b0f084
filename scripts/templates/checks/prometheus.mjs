import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { inRoot } from '../../lib/paths.mjs';
import { freePort } from '../../lib/ports.mjs';
import { run, tail } from '../../lib/run.mjs';
import { readQueries, withVariables } from '../queries.mjs';
import { sendTraffic } from './service.mjs';

const scrapeConfig = (job, target) =>
  JSON.stringify({
    global: { scrape_interval: '500ms', scrape_timeout: '500ms' },
    scrape_configs: [
      { job_name: job, static_configs: [{ targets: [target] }] },
    ],
  });

async function query(url, expression) {
  const response = await fetch(
    `${url}/api/v1/query?query=${encodeURIComponent(expression)}`,
  );
  const { status, error, data } = await response.json();
  if (status !== 'success') {
    throw new Error(error);
  }
  return data.result.map(({ value }) => Number(value[1]));
}

async function untilScraped(url, job, enough) {
  const deadline = Date.now() + 20_000;
  const expression = `count_over_time(up{job="${job}"}[1m])`;
  for (;;) {
    const [scrapes = 0] = await query(url, expression).catch(() => []);
    if (scrapes >= enough) {
      return;
    }
    if (Date.now() > deadline) {
      throw new Error('Prometheus did not scrape the service within 20 s');
    }
    await sleep(200);
  }
}

/** Problems of the queries that give no numbers. */
async function findSilentQueries(url, folder, job) {
  const problems = [];
  for (const { where, expression } of readQueries(folder)) {
    const text = withVariables(expression, { job, interval: '20s' });
    const values = await query(url, text).catch(error => error);
    if (values instanceof Error) {
      problems.push(`${where}: ${values.message}: ${text}`);
    } else if (values.length === 0 || values.some(Number.isNaN)) {
      problems.push(`${where}: no data: ${text}`);
    }
  }
  return problems;
}

/**
 * Measures the objectives with the portal's own source, and compares with what
 * was sent: nothing may be lost between the scrapes.
 *
 * @param from - Unix seconds at which Prometheus began to scrape
 * @param sent - requests since then
 */
async function findWrongFigures(url, folder, from, sent) {
  const slice = 300;
  const { code, output } = await run(
    process.execPath,
    [
      '--require',
      inRoot('node_modules/@backstage/cli/config/nodeTransform.cjs'),
      inRoot('scripts/templates/measureObjectives.ts'),
      path.join(folder, 'slo.yaml'),
      url,
      String(Math.floor(from / slice) * slice),
      // A slice that has not ended yet counts what is known of it.
      String(Math.ceil(Date.now() / 1000 / slice) * slice),
    ],
    { quiet: true },
  );
  if (code !== 0) {
    return [`the objectives could not be measured:\n${tail(output, 15)}`];
  }
  const { problems, measured } = JSON.parse(output);
  const found = problems.map(({ field, message }) => `${field}: ${message}`);
  for (const [key, measurement] of Object.entries(measured)) {
    const slices = measurement.slices ?? [];
    const total = slices.reduce((sum, { total: all }) => sum + all, 0) / 1000;
    const good = slices.reduce((sum, { good: well }) => sum + well, 0) / 1000;
    if (total !== sent || good !== sent) {
      found.push(
        `${key}: ${good} good of ${total}, but ${sent} were sent and answered well: ${JSON.stringify(
          measurement,
        )}`,
      );
    }
  }
  return Object.keys(measured).length === 2
    ? found
    : [...found, `${Object.keys(measured).length} objectives instead of 2`];
}

/**
 * A real Prometheus scrapes the running service: every query of the dashboard
 * and of the objectives must give numbers, and the objectives the right ones.
 */
export async function checkQueries(service, folder, answers, prometheus) {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'prometheus-'));
  const config = path.join(home, 'prometheus.yml');
  // JSON is YAML.
  fs.writeFileSync(
    config,
    scrapeConfig(answers.name, service.managementAddress),
  );
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(prometheus, [
    `--config.file=${config}`,
    `--storage.tsdb.path=${path.join(home, 'data')}`,
    `--web.listen-address=127.0.0.1:${port}`,
  ]);
  let log = '';
  child.stdout.resume();
  child.stderr.setEncoding('utf8').on('data', text => {
    log += text;
  });
  const exited = new Promise(resolve => child.once('close', resolve));
  try {
    const from = Date.now() / 1000;
    await untilScraped(url, answers.name, 3);
    await sendTraffic(service, 20);
    await untilScraped(url, answers.name, 8);
    return [
      ...(await findSilentQueries(url, folder, answers.name)),
      // Of each pair one is found and one is not; the caller is at fault.
      ...(await findWrongFigures(url, folder, from, 2 * 20)),
    ];
  } catch (error) {
    throw new Error(`${error.message}\n${tail(log, 10)}`);
  } finally {
    child.kill('SIGKILL');
    await exited;
    fs.rmSync(home, { recursive: true, force: true });
  }
}
