import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callService } from './serviceClient.js';
import { testApp } from './testing.js';

test('it answers like fetch when the other side answers', async t => {
  const { app } = testApp(t);
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  assert.equal((await callService(`${url}/health`)).status, 200);
});

test('a slow service is a 504 for the caller', async t => {
  const { app } = testApp(t);
  app.get('/slow', () => new Promise(() => {}));
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  t.after(() => app.server.closeAllConnections());
  await assert.rejects(callService(`${url}/slow`, { timeoutMs: 50 }), {
    statusCode: 504,
  });
});

test('a service that is not there is a 502 for the caller', async t => {
  const { app } = testApp(t);
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  await app.close();
  await assert.rejects(callService(url), { statusCode: 502 });
});

test('a caller that gives up sees its own reason', async () => {
  const reason = new Error('not needed any more');
  await assert.rejects(
    callService('http://127.0.0.1:9', { signal: AbortSignal.abort(reason) }),
    reason,
  );
});
