import assert from 'node:assert/strict';
import { test } from 'node:test';
import { generate } from './generators.mjs';

const cluster = (name, environment) => ({
  name,
  server: `https://${name}`,
  metadata: { labels: { environment } },
});
const world = {
  clusters: [cluster('a', 'dev'), cluster('b', 'prod'), cluster('c', 'prod')],
  files: {
    'services/orders/order-service/dev.yaml': {
      service: 'order-service',
      environment: 'dev',
    },
    'services/orders/order-service/prod.yaml': {
      service: 'order-service',
      environment: 'prod',
    },
    'teams/orders.yaml': { team: 'orders' },
  },
};
const names = list => list.map(({ name }) => name);

test('clusters are chosen by label', () => {
  const one = matchLabels =>
    generate([{ clusters: { selector: { matchLabels } } }], world);
  assert.deepEqual(names(one({ environment: 'prod' })), ['b', 'c']);
  assert.deepEqual(one({ environment: 'test' }), []);
  const some = generate(
    [
      {
        clusters: {
          selector: {
            matchExpressions: [
              { key: 'environment', operator: 'NotIn', values: ['prod'] },
            ],
          },
        },
      },
    ],
    world,
  );
  assert.deepEqual(names(some), ['a']);
});

test('a matrix gives the second generator what the first found', () => {
  const list = generate(
    [
      {
        matrix: {
          generators: [
            { git: { files: [{ path: 'services/*/*/prod.yaml' }] } },
            {
              clusters: {
                selector: {
                  matchLabels: { environment: '{{ .environment }}' },
                },
              },
            },
          ],
        },
      },
    ],
    world,
  );
  assert.deepEqual(names(list), ['b', 'c']);
  assert.equal(list[0].service, 'order-service');
});

test('what is not known is refused', () => {
  assert.throws(
    () => generate([{ plugin: {} }], world),
    /unknown generator plugin/,
  );
  assert.throws(() => generate([{ clusters: {}, git: {} }], world), /one kind/);
});
