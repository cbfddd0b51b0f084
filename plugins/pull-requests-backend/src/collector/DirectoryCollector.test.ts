import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { Directory } from '../store/DirectoryStore';
import { DirectoryCollector } from './DirectoryCollector';

const { signal } = new AbortController();

function entity(
  kind: string,
  name: string,
  annotations: Record<string, string>,
  more: Partial<Entity> = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default', annotations },
    ...more,
  };
}

function setup(catalog = catalogServiceMock({ entities: [] })) {
  const replaced: Directory[] = [];
  const collector = new DirectoryCollector({
    catalog,
    settleMs: 1,
    auth: mockServices.auth(),
    logger: mockServices.logger.mock(),
    store: {
      replace: async directory => {
        replaced.push(directory);
      },
      componentsOf: jest.fn(),
      peopleOf: jest.fn(),
      viewerOf: jest.fn(),
    },
  });
  return { collector, replaced };
}

describe('DirectoryCollector', () => {
  it('reads owners, people and teams', async () => {
    const catalog = catalogServiceMock({
      entities: [
        entity(
          'Component',
          'order-service',
          { 'github.com/project-slug': 'Arctiq-Commerce/Order-Service' },
          {
            relations: [
              { type: 'dependsOn', targetRef: 'component:default/x' },
              { type: 'ownedBy', targetRef: 'group:default/orders' },
            ],
          },
        ),
        entity('Component', 'no-repository', {}),
        entity('Component', 'bad-slug', { 'github.com/project-slug': 'x' }),
        entity('System', 'orders', { 'github.com/project-slug': 'a/b' }),
        entity(
          'User',
          'amara.okafor',
          { 'github.com/user-login': 'Amara-Okafor' },
          { spec: { profile: { displayName: 'Amara Okafor' } } },
        ),
        entity('Group', 'orders', {
          'github.com/team-slug': 'arctiq-commerce/orders',
        }),
      ],
    });
    const { collector, replaced } = setup(catalog);
    await collector.run(signal);
    expect(replaced).toHaveLength(2);
    expect(replaced[1]).toEqual({
      components: [
        {
          entityRef: 'component:default/order-service',
          repository: 'arctiq-commerce/order-service',
          title: 'order-service',
          ownerRef: 'group:default/orders',
        },
      ],
      people: [
        {
          entityRef: 'user:default/amara.okafor',
          login: 'amara-okafor',
          displayName: 'Amara Okafor',
        },
      ],
      teams: [
        {
          entityRef: 'group:default/orders',
          slug: 'arctiq-commerce/orders',
        },
      ],
    });
  });

  it('follows the cursor through all pages', async () => {
    const entities = Array.from({ length: 1201 }, (_, index) =>
      entity('Component', `c${index}`, {
        'github.com/project-slug': `arctiq-commerce/c${index}`,
      }),
    );
    const { collector, replaced } = setup(catalogServiceMock({ entities }));
    await collector.run(signal);
    expect(new Set(replaced[0].components.map(c => c.entityRef)).size).toBe(
      1201,
    );
  });

  it('reads again while the catalog is being filled, but not for ever', async () => {
    const entities = [1, 2, 3].map(index =>
      entity('Component', `c${index}`, {
        'github.com/project-slug': `arctiq-commerce/c${index}`,
      }),
    );
    const catalog = catalogServiceMock.mock();
    let known = 0;
    catalog.queryEntities.mockImplementation(async request => {
      const filter = (request as { filter: { kind: string } }).filter;
      const components = filter.kind === 'component';
      known = components ? Math.min(known + 1, 3) : known;
      return {
        items: components ? entities.slice(0, known) : [],
        totalItems: known,
        pageInfo: {},
      };
    });
    const { collector, replaced } = setup(catalog);
    await collector.run(signal);
    expect(replaced.map(({ components }) => components.length)).toEqual([
      1, 2, 3, 3,
    ]);
    await collector.run(signal);
    expect(replaced).toHaveLength(5);

    const empty = setup();
    await empty.collector.run(signal);
    expect(empty.replaced).toHaveLength(8);
  });

  it('replaces nothing when the catalog fails on the way', async () => {
    const catalog = catalogServiceMock.mock();
    catalog.queryEntities.mockResolvedValueOnce({
      items: [],
      totalItems: 2,
      pageInfo: { nextCursor: 'next' },
    });
    catalog.queryEntities.mockRejectedValueOnce(new Error('catalog is down'));
    const { collector, replaced } = setup(catalog);
    await expect(collector.run(signal)).rejects.toThrow('catalog is down');
    expect(replaced).toEqual([]);
  });

  it('replaces nothing when its time is over', async () => {
    const { collector, replaced } = setup();
    await expect(collector.run(AbortSignal.abort())).rejects.toThrow(/abort/i);
    expect(replaced).toEqual([]);
  });
});
