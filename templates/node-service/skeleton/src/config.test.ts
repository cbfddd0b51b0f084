import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ConfigError, loadConfig } from './config.js';

test('an empty environment gives the defaults', () => {
  const config = loadConfig({ PORT: '' });
  assert.equal(config.PORT, 8080);
  assert.equal(config.MANAGEMENT_PORT, 9090);
  assert.equal(config.REQUEST_TIMEOUT_MS, 5000);
  assert.equal(config.OTEL_EXPORTER_OTLP_ENDPOINT, undefined);
});

const bad: [variable: string, value: string][] = [
  ['PORT', '0'],
  ['PORT', '65536'],
  ['PORT', '80a'],
  ['PORT', '0x50'],
  ['LOG_LEVEL', 'loud'],
  ['ENVIRONMENT', 'production'],
  ['REGION', 'somewhere nice'],
  ['GIT_COMMIT', 'main'],
  ['SHUTDOWN_TIMEOUT_MS', '-1'],
  ['OTEL_EXPORTER_OTLP_ENDPOINT', 'collector:4318'],
];

for (const [variable, value] of bad) {
  test(`${variable}=${value} is refused by name, with the form it must have`, () => {
    assert.throws(
      () => loadConfig({ [variable]: value }),
      error =>
        error instanceof ConfigError &&
        error.message.includes(`${variable} must be `),
    );
  });
}

test('all bad variables are named at once', () => {
  assert.throws(() => loadConfig({ PORT: 'x', LOG_LEVEL: 'y' }), {
    message: /PORT must be [\s\S]*LOG_LEVEL must be /,
  });
});

test('the two ports must differ', () => {
  assert.throws(() => loadConfig({ PORT: '9090' }), {
    message: /MANAGEMENT_PORT must differ from PORT/,
  });
});
