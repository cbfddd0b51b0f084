import assert from 'node:assert/strict';
import { test } from 'node:test';
import Fastify from 'fastify';
import { parse } from 'yaml';
import { Readiness } from './readiness.js';
import { registerRoutes } from './routes.js';
import { testApp } from './testing.js';

test('openapi.yaml describes exactly the routes that exist', async t => {
  const { app, config } = testApp(t);
  const document = parse((await app.inject('/openapi.yaml')).body);
  const described = Object.entries<object>(document.paths).flatMap(
    ([path, operations]) =>
      Object.keys(operations).map(method => `${method.toUpperCase()} ${path}`),
  );

  const existing: string[] = [];
  const listing = Fastify({ exposeHeadRoutes: false });
  listing.addHook('onRoute', ({ method, url }) => {
    // Fastify writes a parameter as :id, OpenAPI as {id}.
    existing.push(`${method} ${url.replace(/:(\w+)/g, '{$1}')}`);
  });
  registerRoutes(listing, { config, readiness: new Readiness() });
  assert.deepEqual(described.sort(), existing.sort());
});

test('info answers in the form that openapi.yaml promises', async t => {
  const { app } = testApp(t);
  const document = parse((await app.inject('/openapi.yaml')).body);
  const { required, properties } = document.components.schemas.Info;
  const info = (await app.inject('/api/v1/info')).json();
  assert.deepEqual(Object.keys(info).sort(), Object.keys(properties).sort());
  assert.deepEqual(Object.keys(info).sort(), [...required].sort());
  for (const [name, value] of Object.entries(info)) {
    assert.equal(typeof value, properties[name].type, name);
  }
});
