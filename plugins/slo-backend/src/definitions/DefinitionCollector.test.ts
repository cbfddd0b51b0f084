import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import type { Entity } from '@backstage/catalog-model';
import { ScmIntegrations } from '@backstage/integration';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  componentEntity,
  groupEntity,
  openSlo,
  sloFile,
  yamlFile,
} from '../__testUtils__/company';
import { createTestDatabases, openStores } from '../__testUtils__/databases';
import { FileServer } from '../__testUtils__/FileServer';
import { DefinitionCollector } from './DefinitionCollector';
import { subscribeToPushes } from './subscribeToPushes';

const databases = createTestDatabases();
const signal = new AbortController().signal;
const orders = componentEntity('order-service', 'orders');
const cart = componentEntity('cart-service', 'cart');
const now = new Date('2026-11-21T15:00:00.000Z');
const integrations = ScmIntegrations.fromConfig(
  new ConfigReader({
    integrations: {
      github: [{ host: 'github.test', apiBaseUrl: 'https://github.test/api' }],
    },
  }),
);

async function prepare(entities: Entity[] = [orders, cart, groupEntity('orders')]) {
  const stores = await openStores(await databases.init('SQLITE_3'));
  const server = new FileServer();
  server.files.set(sloFile('order-service'), openSlo('availability', 'order-service'));
  server.files.set(sloFile('cart-service'), openSlo('availability', 'cart-service'));
  const logger = mockServices.logger.mock();
  function collectorOf(known: Entity[]) {
    return new DefinitionCollector({
      catalog: catalogServiceMock({ entities: known }),
      auth: mockServices.auth(),
      store: stores.definitions,
      titles: stores.titles,
      logger,
      files: {
        reader: mockServices.urlReader.mock({ readUrl: server.readUrl }),
        integrations,
        allow: [],
        maxBytes: 4096,
        maxFiles: 2,
        timeoutMs: 20_000,
      },
      parallel: 2,
      now: () => now,
    });
  }
  async function ids() {
    const active = await stores.definitions.active();
    return active.map(({ definition }) => definition.id);
  }
  async function problems(name: string) {
    const readings = await stores.definitions.reading(`component:default/${name}`);
    return readings.flatMap(reading => reading.problems.map(({ message }) => message));
  }
  const collector = collectorOf(entities);
  await collector.run(signal);
  return { stores, server, logger, collector, collectorOf, ids, problems };
}

const both = [
  'default/cart-service/availability',
  'default/order-service/availability',
];

describe('DefinitionCollector', () => {
  it('keeps the definitions of all components with what the catalog says of them', async () => {
    const { stores, ids, problems } = await prepare();
    await expect(ids()).resolves.toEqual(both);
    const stored = await stores.definitions.get(both[1]);
    expect(stored).toMatchObject({
      component: {
        entityRef: 'component:default/order-service',
        title: 'The order-service',
        ownerRef: 'group:default/orders',
        systemRef: 'system:default/orders-system',
        tier: 1,
      },
      definition: {
        entityRef: 'component:default/order-service',
        source: { file: sloFile('order-service'), line: 1 },
        objectives: [{ target: '0.99' }],
      },
    });
    await expect(problems('order-service')).resolves.toEqual([]);
    await expect(stores.titles.all()).resolves.toEqual(
      new Map([['group:default/orders', 'Team orders']]),
    );
  });

  it('does not read again what is unchanged', async () => {
    const { server, collector, ids } = await prepare();
    server.reads.length = 0;
    await collector.run(signal);
    expect(server.reads.sort()).toEqual([
      `unchanged ${sloFile('cart-service')}`,
      `unchanged ${sloFile('order-service')}`,
    ]);
    await expect(ids()).resolves.toEqual(both);
  });

  it.each<[string, string | Error | undefined, string]>([
    ['cannot be reached', new Error('connect ECONNREFUSED'), 'connect ECONNREFUSED'],
    ['answers HTML', new Error('<html><h1>502</h1></html>'), '502'],
    ['is gone', undefined, 'there is no such file'],
    ['is huge', `# ${'x'.repeat(5000)}`, 'larger than 4 kB'],
    ['is no YAML', 'a: [1', ''],
    ['has a wrong field', openSlo('availability', 'order-service', 2), 'target'],
  ])('keeps the last good definitions when a file %s', async (_, content, message) => {
    const { server, collector, ids, problems } = await prepare();
    if (content === undefined) {
      server.files.delete(sloFile('order-service'));
    } else {
      server.files.set(sloFile('order-service'), content);
    }
    for (const _round of [1, 2]) {
      await collector.run(signal);
      await expect(ids()).resolves.toEqual(both);
      const found = await problems('order-service');
      expect(found.join(' ')).toContain(message);
      expect(found.length).toBeGreaterThan(0);
      await expect(problems('cart-service')).resolves.toEqual([]);
    }
    server.files.set(sloFile('order-service'), openSlo('latency', 'order-service'));
    await collector.run(signal);
    await expect(ids()).resolves.toEqual([both[0], 'default/order-service/latency']);
    await expect(problems('order-service')).resolves.toEqual([]);
  });

  it('drops an SLO that was taken out of a good file, and keeps its history', async () => {
    const { server, collector, ids, stores } = await prepare();
    const file = sloFile('order-service');
    server.files.set(
      file,
      yamlFile(openSlo('availability', 'order-service'), openSlo('latency', 'order-service')),
    );
    await collector.run(signal);
    await expect(ids()).resolves.toHaveLength(3);
    server.files.set(file, openSlo('latency', 'order-service'));
    await collector.run(signal);
    await expect(ids()).resolves.toEqual([both[0], 'default/order-service/latency']);
    await expect(stores.definitions.revisions(both[1])).resolves.toHaveLength(1);
  });

  it('reads no file outside the repository, and drops what it had', async () => {
    const { collectorOf, ids, problems, server } = await prepare();
    const thief = componentEntity('order-service', 'orders', {
      annotations: { 'arctiq.io/slo': sloFile('cart-service') },
    });
    server.reads.length = 0;
    await collectorOf([thief]).run(signal);
    expect(server.reads).toEqual([]);
    await expect(ids()).resolves.toEqual([]);
    expect((await problems('order-service'))[0]).toContain('outside the repository');
  });

  it('limits how many files a component names, and names doubles', async () => {
    const { collectorOf, server, problems } = await prepare();
    const file = sloFile('order-service');
    server.files.set(file.replace('slo.yaml', 'b.yaml'), openSlo('availability', 'order-service'));
    const many = componentEntity('order-service', 'orders', {
      annotations: { 'arctiq.io/slo': ['slo.yaml', 'b.yaml', ...Array(9_998).fill('c.yaml')].join(',') },
    });
    server.reads.length = 0;
    await collectorOf([many]).run(signal);
    expect(server.reads).toHaveLength(2);
    const found = await problems('order-service');
    expect(found).toEqual(
      expect.arrayContaining([
        expect.stringContaining("The SLO 'availability' stands in"),
        expect.stringContaining('names 10000 files, and 2 are read'),
      ]),
    );
  });

  it('retires components that left the catalog, but not when it is empty', async () => {
    const { collectorOf, ids, logger } = await prepare();
    await collectorOf([]).run(signal);
    await expect(ids()).resolves.toEqual(both);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('it is taken for not filled yet'),
    );
    await collectorOf([orders]).run(signal);
    await expect(ids()).resolves.toEqual([both[1]]);
    await collectorOf([orders, cart]).run(signal);
    await expect(ids()).resolves.toEqual(both);
  });

  it('keeps one component from harming another', async () => {
    const { collector, ids, logger, stores, server } = await prepare();
    server.files.set(sloFile('order-service'), openSlo('latency', 'order-service'));
    server.files.set(sloFile('cart-service'), openSlo('latency', 'cart-service'));
    const replace = stores.definitions.replace.bind(stores.definitions);
    jest
      .spyOn(stores.definitions, 'replace')
      .mockImplementation(async (component, ...rest) => {
        if (component.entityRef.endsWith('cart-service')) {
          throw new Error('row is poisoned');
        }
        return replace(component, ...rest);
      });
    await collector.run(signal);
    await expect(ids()).resolves.toEqual([both[0], 'default/order-service/latency']);
    expect(logger.error).toHaveBeenCalledWith(
      'The SLOs of component:default/cart-service stay as they are: row is poisoned',
    );
  });

  it('stops when it is told to, and leaves all as it is', async () => {
    const { collector, ids, server } = await prepare();
    server.files.set(sloFile('order-service'), openSlo('latency', 'order-service'));
    await expect(collector.run(AbortSignal.abort())).rejects.toThrow();
    await expect(ids()).resolves.toEqual(both);
  });

  describe('on a push', () => {
    const repository = { html_url: 'https://github.test/arctiq-commerce/order-service' };

    async function push(eventPayload: unknown) {
      const prepared = await prepare();
      const { stores, collector, logger, server } = prepared;
      const events = mockServices.events();
      await subscribeToPushes({ events, store: stores.definitions, collector, logger });
      server.files.set(sloFile('order-service'), openSlo('latency', 'order-service'));
      server.reads.length = 0;
      await events.publish({ topic: 'github.push', eventPayload });
      return prepared;
    }

    it('reads the file at once', async () => {
      const commits = [{ added: [], modified: ['slo.yaml'], removed: [] }];
      const { ids, server } = await push({ repository, commits });
      expect(server.reads).toEqual([`sent ${sloFile('order-service')}`]);
      await expect(ids()).resolves.toContain('default/order-service/latency');
    });

    it.each([
      ['of another file', { repository, commits: [{ modified: ['README.md', 'no-slo.yaml'] }] }],
      [
        'to another repository',
        {
          repository: { html_url: 'https://github.test/arctiq-commerce/order-service-2' },
          commits: [{ modified: ['slo.yaml'] }],
        },
      ],
      ['that is none', { zen: 'Design for failure.' }],
    ])('ignores one %s', async (_, payload) => {
      const { server } = await push(payload);
      expect(server.reads).toEqual([]);
    });
  });
});
