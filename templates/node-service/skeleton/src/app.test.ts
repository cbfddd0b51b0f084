import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createManagement } from './management.js';
import { Problem } from './problem.js';
import { service } from './service.js';
import { testApp } from './testing.js';

test('it is healthy from the start and ready only while it takes traffic', async t => {
  const { app, readiness } = testApp(t);
  const answer = async (url: string) => {
    const response = await app.inject(url);
    return [response.statusCode, response.json()];
  };
  assert.deepEqual(await answer('/health'), [200, { status: 'ok' }]);
  assert.deepEqual(await answer('/ready'), [503, { status: 'starting' }]);
  readiness.open();
  assert.deepEqual(await answer('/ready'), [200, { status: 'ready' }]);
  readiness.drain();
  assert.deepEqual(await answer('/ready'), [503, { status: 'draining' }]);
  assert.deepEqual(await answer('/health'), [200, { status: 'ok' }]);
});

test('info says what is running and whose it is', async t => {
  const { app } = testApp(t, {
    SERVICE_VERSION: '1.2.3',
    GIT_COMMIT: '0123abc',
    ENVIRONMENT: 'staging',
    REGION: 'eu-west-1',
  });
  const { startedAt, ...info } = (await app.inject('/api/v1/info')).json();
  assert.deepEqual(info, {
    ...service,
    version: '1.2.3',
    commit: '0123abc',
    environment: 'staging',
    region: 'eu-west-1',
  });
  assert.ok(Date.parse(startedAt) <= Date.now());
});

test('a harmless request id is kept, any other replaced', async t => {
  const { app } = testApp(t);
  const idFor = async (id: string) =>
    (await app.inject({ url: '/health', headers: { 'x-request-id': id } }))
      .headers['x-request-id'];
  assert.equal(await idFor('edge-42'), 'edge-42');
  assert.match(String(await idFor('a b\tc')), /^[0-9a-f-]{36}$/);
});

test('an unexpected error tells the caller its request id and nothing else', async t => {
  const { app } = testApp(t);
  app.get('/broken', async () => {
    throw Object.assign(new Error('password is hunter2'), { statusCode: 403 });
  });
  const response = await app.inject('/broken');
  assert.equal(response.statusCode, 500);
  assert.match(
    String(response.headers['content-type']),
    /^application\/problem\+json/,
  );
  assert.ok(!response.body.includes('hunter2'));
  assert.equal(response.json().requestId, response.headers['x-request-id']);
});

test('a problem that a route throws reaches the caller', async t => {
  const { app } = testApp(t);
  app.get('/taken', async () => {
    throw new Problem(409, 'The slot is taken; choose another.');
  });
  const response = await app.inject('/taken');
  assert.equal(response.statusCode, 409);
  assert.equal(response.json().detail, 'The slot is taken; choose another.');
});

test('bad requests and unknown paths are problems too', async t => {
  const { app } = testApp(t);
  app.post('/orders', async () => 'ok');
  const malformed = await app.inject({
    method: 'POST',
    url: '/orders',
    headers: { 'content-type': 'application/json' },
    body: '{',
  });
  assert.equal(malformed.statusCode, 400);
  assert.equal(malformed.json().status, 400);
  const unknown = await app.inject('/nowhere');
  assert.equal(unknown.statusCode, 404);
  assert.equal(unknown.json().title, 'Not Found');
});

test('a handler that takes too long is answered for', async t => {
  const { app } = testApp(t, { REQUEST_TIMEOUT_MS: '100' });
  app.get('/slow', () => new Promise(() => {}));
  const response = await app.inject('/slow');
  assert.equal(response.statusCode, 503);
});

test('each route is counted under its pattern, probes are not', async t => {
  const { app, metrics } = testApp(t);
  app.get('/orders/:id', async () => 'ok');
  await app.inject('/orders/1');
  await app.inject('/orders/2');
  await app.inject('/nowhere');
  await app.inject('/health');
  const management = createManagement(metrics);
  t.after(() => management.close());
  const { body } = await management.inject('/metrics');
  const counts = body
    .split('\n')
    .filter(line =>
      line.startsWith('http_server_request_duration_seconds_count'),
    );
  assert.deepEqual(counts.sort(), [
    'http_server_request_duration_seconds_count{method="GET",route="/orders/:id",status_code="200"} 2',
    'http_server_request_duration_seconds_count{method="GET",route="unmatched",status_code="404"} 1',
  ]);
  assert.match(body, /^service_build_info\{/m);
  assert.match(body, /^nodejs_eventloop_lag_p99_seconds /m);
});
