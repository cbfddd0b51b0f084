import assert from 'node:assert/strict';
import { test } from 'node:test';
import { providersOf } from './apply.mjs';
import { errorsOf, jsonLines } from './lines.mjs';
import { moduleOf } from './overall.mjs';

test('a file belongs to the innermost module', () => {
  const modules = [
    'vpn',
    'transit-gateway',
    'transit-gateway/modules/attachment',
  ];
  assert.equal(moduleOf('transit-gateway/main.tf', modules), 'transit-gateway');
  assert.equal(
    moduleOf('transit-gateway/modules/attachment/main.tf', modules),
    'transit-gateway/modules/attachment',
  );
  assert.equal(moduleOf('other/main.tf', modules), undefined);
});

test('finds the provider blocks of an example', () => {
  const parsed = [
    { provider: { aws: [{ region: 'eu-west-1' }, { alias: 'us' }] } },
    { module: {} },
  ];
  assert.deepEqual(providersOf(parsed), [undefined, 'us']);
});

test('reads the errors out of JSON lines', () => {
  const output = [
    'not JSON',
    JSON.stringify({
      type: 'diagnostic',
      diagnostic: {
        severity: 'error',
        address: 'a.b',
        summary: 's',
        detail: 'd',
      },
    }),
    JSON.stringify({ type: 'diagnostic', diagnostic: { severity: 'warning' } }),
  ].join('\n');
  assert.deepEqual(errorsOf(jsonLines(output)), ['a.b: s: d']);
});
