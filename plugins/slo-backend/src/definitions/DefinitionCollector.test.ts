import {
  componentEntity,
  openSlo,
  sloFile,
  yamlFile,
} from '../__testUtils__/company';
import {
  cart,
  orders,
  prepareDefinitions as prepare,
  signal,
} from '../__testUtils__/prepareDefinitions';

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

  it('looks at files only when a component changed or some time has passed', async () => {
    const { server, collector } = await prepare(undefined, 300_000);
    server.reads.length = 0;
    await collector.run(signal);
    expect(server.reads).toEqual([]);
  });

  it.each<[string, string | Error | undefined, string]>([
    [
      'cannot be reached',
      new Error('connect ECONNREFUSED'),
      'connect ECONNREFUSED',
    ],
    ['answers HTML', new Error('<html><h1>502</h1></html>'), '502'],
    ['is gone', undefined, 'there is no such file'],
    ['is huge', `# ${'x'.repeat(5000)}`, 'larger than 4 kB'],
    ['is no YAML', 'a: [1', ''],
    [
      'has a wrong field',
      openSlo('availability', 'order-service', 2),
      'target',
    ],
  ])(
    'keeps the last good definitions when a file %s',
    async (_, content, message) => {
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
      server.files.set(
        sloFile('order-service'),
        openSlo('latency', 'order-service'),
      );
      await collector.run(signal);
      await expect(ids()).resolves.toEqual([
        both[0],
        'default/order-service/latency',
      ]);
      await expect(problems('order-service')).resolves.toEqual([]);
    },
  );

  it('drops an SLO that was taken out of a good file, and keeps its history', async () => {
    const { server, collector, ids, stores } = await prepare();
    const file = sloFile('order-service');
    server.files.set(
      file,
      yamlFile(
        openSlo('availability', 'order-service'),
        openSlo('latency', 'order-service'),
      ),
    );
    await collector.run(signal);
    await expect(ids()).resolves.toHaveLength(3);
    server.files.set(file, openSlo('latency', 'order-service'));
    await collector.run(signal);
    await expect(ids()).resolves.toEqual([
      both[0],
      'default/order-service/latency',
    ]);
    await expect(stores.definitions.revisions(both[1])).resolves.toHaveLength(
      1,
    );
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
    expect((await problems('order-service'))[0]).toContain(
      'outside the repository',
    );
  });

  it('limits how many files a component names, and names doubles', async () => {
    const { collectorOf, server, problems } = await prepare();
    const file = sloFile('order-service');
    server.files.set(
      file.replace('slo.yaml', 'b.yaml'),
      openSlo('availability', 'order-service'),
    );
    const many = componentEntity('order-service', 'orders', {
      annotations: {
        'arctiq.io/slo': [
          'slo.yaml',
          'b.yaml',
          ...Array(9_998).fill('c.yaml'),
        ].join(','),
      },
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
    server.files.set(
      sloFile('order-service'),
      openSlo('latency', 'order-service'),
    );
    server.files.set(
      sloFile('cart-service'),
      openSlo('latency', 'cart-service'),
    );
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
    await expect(ids()).resolves.toEqual([
      both[0],
      'default/order-service/latency',
    ]);
    expect(logger.error).toHaveBeenCalledWith(
      'The SLOs of component:default/cart-service stay as they are: row is poisoned',
    );
  });

  it('stops when it is told to, and leaves all as it is', async () => {
    const { collector, ids, server } = await prepare();
    server.files.set(
      sloFile('order-service'),
      openSlo('latency', 'order-service'),
    );
    await expect(collector.run(AbortSignal.abort())).rejects.toThrow();
    await expect(ids()).resolves.toEqual(both);
  });
});
