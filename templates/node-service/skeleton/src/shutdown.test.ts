import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { createManagement } from './management.js';
import { shutDown } from './shutdown.js';
import { testApp } from './testing.js';

async function start(t: TestContext, handlerMs: number) {
  const { app, metrics, readiness } = testApp(t);
  const management = createManagement(metrics);
  const started = new Promise<void>(resolve => {
    app.get('/slow', async () => {
      resolve();
      await sleep(handlerMs, undefined, { ref: false });
      return 'done';
    });
  });
  await management.listen({ host: '127.0.0.1', port: 0 });
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  readiness.open();
  const answer = fetch(`${url}/slow`).then(response => response.text());
  await started;
  return { app, management, readiness, answer };
}

test('an open request is finished before the servers close', async t => {
  const { answer, ...servers } = await start(t, 200);
  const drained = await shutDown({ ...servers, delayMs: 0, timeoutMs: 5_000 });
  assert.equal(drained, true);
  assert.equal(await answer, 'done');
  assert.equal(servers.readiness.state, 'draining');
  assert.equal(servers.management.server.listening, false);
});

test('a request that never ends is cut off at the time limit', async t => {
  const { answer, ...servers } = await start(t, 60_000);
  const refused = assert.rejects(answer);
  const drained = await shutDown({ ...servers, delayMs: 0, timeoutMs: 100 });
  assert.equal(drained, false);
  await refused;
});
