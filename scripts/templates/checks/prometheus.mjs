import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../lib/ports.mjs';
import { tail } from '../../lib/run.mjs';
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

/**
 * A real Prometheus scrapes the running service; every query of the dashboard
 * and of the objectives must give numbers.
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
    await untilScraped(url, answers.name, 3);
    await sendTraffic(service);
    await untilScraped(url, answers.name, 8);
    const problems = [];
    for (const { where, expression } of readQueries(folder)) {
      const text = withVariables(expression, {
        job: answers.name,
        interval: '20s',
      });
      const values = await query(url, text).catch(error => error);
      if (values instanceof Error) {
        problems.push(`${where}: ${values.message}: ${text}`);
      } else if (values.length === 0 || values.some(Number.isNaN)) {
        problems.push(`${where}: no data: ${text}`);
      }
    }
    return problems;
  } catch (error) {
    throw new Error(`${error.message}\n${tail(log, 10)}`);
  } finally {
    child.kill('SIGKILL');
    await exited;
    fs.rmSync(home, { recursive: true, force: true });
  }
}
