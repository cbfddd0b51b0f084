import { setTimeout as sleep } from 'node:timers/promises';
import { parseYaml } from '../files.mjs';
import { readQueries, seriesOf } from '../queries.mjs';
import { read } from '../files.mjs';

/** Sends requests that succeed and requests that fail. */
export async function sendTraffic({ url }, count = 20) {
  for (let index = 0; index < count; index += 1) {
    await (await fetch(`${url}/api/v1/info`)).arrayBuffer();
    await (await fetch(`${url}/nowhere/${index}`)).arrayBuffer();
  }
}

/** The endpoints answer, and the API says whose it is. */
export async function checkEndpoints(service, folder, answers) {
  const problems = [];
  const statuses = { '/health': 200, '/ready': 200, '/nowhere': 404 };
  for (const [path, wanted] of Object.entries(statuses)) {
    const { status } = await fetch(service.url + path);
    if (status !== wanted) {
      problems.push(`${path} answers ${status}`);
    }
  }
  const info = await (await fetch(`${service.url}/api/v1/info`)).json();
  for (const key of ['name', 'owner', 'system', 'tier']) {
    if (info[key] !== answers[key]) {
      problems.push(`/api/v1/info has ${key} ${info[key]}`);
    }
  }
  const served = await (await fetch(`${service.url}/openapi.yaml`)).text();
  if (served !== read(folder, 'openapi.yaml') || !parseYaml(served)[0].paths) {
    problems.push('/openapi.yaml is not the document of the repository');
  }
  const outside = await fetch(`${service.url}/metrics`);
  if (outside.status !== 404) {
    problems.push(`/metrics answers ${outside.status} on the port of callers`);
  }
  return problems;
}

/** Rate, errors and duration are measured, and probes are not. */
export async function checkMetrics(service) {
  const metrics = await service.metrics();
  const wanted = [
    'http_server_request_duration_seconds_count{method="GET",route="/api/v1/info",status_code="200"}',
    'http_server_request_duration_seconds_count{method="GET",route="unmatched",status_code="404"}',
    'http_server_request_duration_seconds_bucket{le="0.2",method="GET",route="/api/v1/info",status_code="200"}',
  ];
  const problems = wanted
    .filter(series => !metrics.includes(`${series} `))
    .map(series => `${series} is missing`);
  if (/route="\/(health|ready)"/.test(metrics)) {
    problems.push('probes are counted as requests');
  }
  return problems;
}

/** Each series that a dashboard or an objective names is emitted. */
export async function checkSeries(service, folder) {
  const metrics = await service.metrics();
  const emitted = new Set(
    metrics
      .split('\n')
      .filter(line => line && !line.startsWith('#'))
      .map(line => line.split(/[{ ]/)[0]),
  );
  // Prometheus makes this one itself.
  emitted.add('up');
  const queries = readQueries(folder);
  if (queries.length < 10) {
    return [`only ${queries.length} queries were found`];
  }
  return queries.flatMap(({ where, expression }) => {
    const names = seriesOf(expression);
    return names.length === 0
      ? [`${where}: names no series`]
      : names
          .filter(name => !emitted.has(name))
          .map(name => `${where}: ${name} is not emitted`);
  });
}

/** SIGTERM: not ready, still serving, open requests finish, exit code 0. */
export async function checkShutdown(service) {
  const problems = [];
  service.child.kill('SIGTERM');
  await sleep(150);
  const during = path =>
    fetch(service.url + path).then(
      ({ status }) => status,
      error => error.message,
    );
  const [ready, info] = [await during('/ready'), await during('/api/v1/info')];
  if (ready !== 503) {
    problems.push(`/ready answers ${ready} after SIGTERM`);
  }
  if (info !== 200) {
    problems.push(`a request after SIGTERM, before the drain, got ${info}`);
  }
  const result = await Promise.race([service.exited, sleep(10_000)]);
  if (result?.code !== 0) {
    problems.push(
      result
        ? `it ended with ${result.signal ?? result.code}`
        : 'it did not end within 10 s',
    );
  }
  const noise = service.output
    .split('\n')
    .filter(line => line && !line.startsWith('{'));
  if (noise.length > 0) {
    problems.push(`it printed what is not JSON: ${noise[0]}`);
  }
  return problems;
}
