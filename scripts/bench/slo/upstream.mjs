import http from 'node:http';
import { catalogFile, sloFile } from './company.mjs';

/*
 * The outside of a portal under load, as one process: the files of a company of
 * any size, and a server that answers the range queries of the collector at
 * once, so that a benchmark measures the portal and not its data source.
 *
 *   node upstream.mjs <port> <services>
 */
const [port, services] = process.argv.slice(2).map(Number);
const address = `http://localhost:${port}`;
const catalog = catalogFile(services, address);

/** Events of a slice: a day with a peak, and one bad event in 2,000. */
function count(role, job, time) {
  const phase = ((time % 86_400) / 86_400) * 2 * Math.PI;
  const total = 3000 + (Number(job.slice(-4)) % 50) - 1000 * Math.cos(phase);
  return Math.round(role === 'total' ? total : total * 0.9995);
}

function jobsOf(query) {
  const [, operator, value] = /job(=~|=)"((?:[^"\\]|\\.)*)"/.exec(query) ?? [];
  return operator === '=~' ? value.split('|') : [value];
}

/** The answer to the collector's query about counters; see its planner. */
function answerRange(form) {
  const query = form.get('query') ?? '';
  const start = Number(form.get('start'));
  const end = Number(form.get('end'));
  const step = Number(form.get('step'));
  const parts = [
    ...query.matchAll(/"slo_part", "((good|bad|total):\d+:grown)"/g),
  ];
  const series = [];
  for (const job of jobsOf(query)) {
    for (const [, label, role] of parts) {
      const values = [];
      for (let time = start; time <= end; time += step) {
        values.push(`[${time},"${count(role, job, time)}"]`);
      }
      series.push(
        `{"metric":{"job":"${job}","slo_part":"${label}"},"values":[${values}]}`,
      );
    }
  }
  return `{"status":"success","data":{"resultType":"matrix","result":[${series}]}}`;
}

/** What the portal asked so far. */
const statistics = {
  queries: 0,
  mostAtOnce: 0,
  backfillSeconds: 0,
  firstAt: undefined,
};
let atOnce = 0;

async function answerQuery(request, response) {
  atOnce += 1;
  statistics.queries += 1;
  statistics.firstAt ??= performance.now();
  statistics.mostAtOnce = Math.max(statistics.mostAtOnce, atOnce);
  const text = answerRange(new URLSearchParams(await bodyOf(request)));
  response.writeHead(200, { 'content-type': 'application/json' }).end(text);
  atOnce -= 1;
  statistics.backfillSeconds = (performance.now() - statistics.firstAt) / 1000;
}

async function bodyOf(request) {
  const chunks = [];
  for await (const chunk of request) {
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function sendFile(request, response, text) {
  const etag = `"${text.length}"`;
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304).end();
    return;
  }
  response.writeHead(200, { 'content-type': 'text/yaml', etag }).end(text);
}

async function answer(request, response) {
  const { pathname } = new URL(request.url, address);
  const [, job] = /^\/slo\/(.+)\.yaml$/.exec(pathname) ?? [];
  if (pathname === '/catalog.yaml') {
    sendFile(request, response, catalog);
  } else if (job) {
    sendFile(request, response, sloFile(job));
  } else if (pathname.endsWith('/api/v1/query_range')) {
    await answerQuery(request, response);
  } else if (pathname === '/statistics') {
    response
      .writeHead(200, { 'content-type': 'application/json' })
      .end(JSON.stringify(statistics));
  } else if (pathname.endsWith('/api/v1/status/runtimeinfo')) {
    response
      .writeHead(200, { 'content-type': 'application/json' })
      .end('{"status":"success","data":{"storageRetention":"120d"}}');
  } else {
    response.writeHead(404).end(`The benchmark has no ${pathname}\n`);
  }
}

const server = http.createServer((request, response) => {
  answer(request, response).catch(error => {
    process.stderr.write(`${error.stack}\n`);
    response.destroy();
  });
});
server.listen(port, '127.0.0.1', () => process.stdout.write('ready\n'));
