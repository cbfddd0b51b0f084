import SwaggerParser from '@apidevtools/swagger-parser';
import { Parser } from '@asyncapi/parser';
import { buildSchema, validateSchema } from 'graphql';
import { parse } from 'yaml';
import type { Entity } from '@backstage/catalog-model';
import { createModel } from '../../model';
import { catalogRepositories } from '..';
import {
  loadCatalog,
  TEST_NOW,
  TEST_OPTIONS,
} from '../__testUtils__/loadCatalog';

const model = createModel({ now: TEST_NOW });
const apis = loadCatalog(catalogRepositories(model, TEST_OPTIONS)).filter(
  entity => entity.kind === 'API',
);

function definitionsOf(type: string): [name: string, definition: string][] {
  return apis
    .filter((api: Entity) => api.spec!.type === type)
    .map(api => [api.metadata.name, api.spec!.definition as string]);
}

/** Every reference inside a document, and whether it leads somewhere. */
function danglingReferences(document: unknown): string[] {
  const dangling: string[] = [];
  JSON.stringify(document, (key, value) => {
    if (key === '$ref') {
      const target = (value as string)
        .slice(2)
        .split('/')
        .reduce<any>((node, step) => node?.[step], document);
      if (target === undefined) {
        dangling.push(value);
      }
    }
    return value;
  });
  return dangling;
}

describe('OpenAPI documents', () => {
  const documents = definitionsOf('openapi');

  it.each(documents)('%s is valid OpenAPI 3.1', async (_, definition) => {
    const document = parse(definition);
    expect(document.openapi).toBe('3.1.0');
    await expect(SwaggerParser.validate(document)).resolves.toBeDefined();
  });

  it.each(documents)(
    '%s has no reference that leads nowhere',
    (_, definition) => {
      expect(danglingReferences(parse(definition))).toEqual([]);
    },
  );

  it('are refused by the validator when they are wrong', async () => {
    const broken = parse(documents[0][1]);
    broken.paths['/health'].get.responses[200] = { headers: 'none' };
    await expect(SwaggerParser.validate(broken)).rejects.toThrow(
      /schema validation failed/,
    );
  });

  // Paths and methods as company.md, section 4, publishes them.
  it.each([
    [
      'users-api',
      [
        'delete /api/users/{userId}',
        'get /api/users/{userId}',
        'post /api/users/login',
        'post /api/users/register',
        'put /api/users/{userId}',
      ],
    ],
    [
      'products-api',
      [
        'delete /api/products/{productId}',
        'get /api/products',
        'get /api/products/{productId}',
        'patch /api/products/{productId}/stock',
        'post /api/products',
        'put /api/products/{productId}',
      ],
    ],
    [
      'orders-api',
      [
        'get /api/orders/user/{userId}',
        'get /api/orders/{orderId}',
        'patch /api/orders/{orderId}/status',
        'post /api/orders',
        'post /api/orders/{orderId}/cancel',
      ],
    ],
    [
      'payments-api',
      [
        'get /api/payments/order/{orderId}',
        'get /api/payments/{paymentId}',
        'post /api/payments',
        'post /api/payments/{paymentId}/refund',
      ],
    ],
    ['notifications-api', ['post /api/notifications/send']],
  ])('%s has the operations that were promised', (name, operations) => {
    const document = parse(Object.fromEntries(documents)[name]);
    const found = Object.entries(document.paths).flatMap(([path, item]) =>
      Object.keys(item as object).map(method => `${method} ${path}`),
    );
    expect(found.sort()).toEqual([...operations, 'get /health'].sort());
  });

  it('names the port of each published service', () => {
    const portOf = (name: string) =>
      parse(Object.fromEntries(documents)[name]).servers.map(
        (server: { url: string }) => new URL(server.url).port,
      );
    expect(portOf('users-api')).toContain('5001');
    expect(portOf('products-api')).toContain('5002');
    expect(portOf('orders-api')).toContain('5003');
    expect(portOf('notifications-api')).toContain('5004');
    expect(portOf('payments-api')).toContain('5005');
  });

  it('are all behind the gateway when they are published', () => {
    const paths = Object.keys(
      parse(Object.fromEntries(documents)['gateway-api']).paths,
    );
    for (const prefix of [
      'users',
      'products',
      'orders',
      'payments',
      'notifications',
    ]) {
      expect(
        paths.filter(path => path.startsWith(`/api/${prefix}`)),
      ).not.toEqual([]);
    }
  });
});

describe('AsyncAPI documents', () => {
  const documents = definitionsOf('asyncapi');
  const parser = new Parser();

  it('are twelve', () => {
    expect(documents).toHaveLength(12);
  });

  it.each(documents)('%s is valid AsyncAPI 3.0', async (_, definition) => {
    const { document, diagnostics } = await parser.parse(definition);
    // Severity 0 is an error, 1 a warning; hints are about taste.
    expect(
      diagnostics
        .filter(({ severity }) => severity <= 1)
        .map(d => `${d.path.join('.')}: ${d.message}`),
    ).toEqual([]);
    expect(document?.version()).toBe('3.0.0');
  });

  it.each(documents)(
    '%s keys by aggregate, keeps seven days, wraps in CloudEvents',
    (name, definition) => {
      const { channels, components } = parse(definition);
      const [channel] = Object.values<any>(channels);
      expect(channel.address).toBe(name);
      expect(channel.bindings.kafka.topicConfiguration['retention.ms']).toBe(
        604_800_000,
      );
      for (const message of Object.values<any>(components.messages)) {
        expect(message.bindings.kafka.key.type).toBe('string');
        const envelope =
          components.schemas[message.payload.$ref.split('/').pop()];
        expect(envelope.required).toEqual(
          expect.arrayContaining([
            'specversion',
            'id',
            'source',
            'type',
            'data',
          ]),
        );
      }
    },
  );

  it.each(['order.events', 'user.events', 'fulfilment.events'])(
    '%s can erase what is personal',
    name => {
      const [channel] = Object.values<any>(
        parse(Object.fromEntries(documents)[name]).channels,
      );
      expect(
        channel.bindings.kafka.topicConfiguration['cleanup.policy'],
      ).toContain('compact');
    },
  );

  it('are refused by the parser when they are wrong', async () => {
    const broken = documents[0][1].replace('action: send', 'action: shout');
    const { diagnostics } = await parser.parse(broken);
    expect(diagnostics.filter(({ severity }) => severity === 0)).not.toEqual(
      [],
    );
  });
});

describe('GraphQL schemas', () => {
  it.each(definitionsOf('graphql'))('%s is valid', (_, definition) => {
    expect(validateSchema(buildSchema(definition))).toEqual([]);
  });

  it('are there', () => {
    expect(definitionsOf('graphql').map(([name]) => name)).toEqual([
      'storefront-graphql',
    ]);
  });
});
