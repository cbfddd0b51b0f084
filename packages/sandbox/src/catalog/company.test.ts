import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { createModel } from '../model';
import { catalogRepositories } from '.';
import {
  byRef,
  loadCatalog,
  TEST_NOW,
  TEST_OPTIONS,
} from './__testUtils__/loadCatalog';
import { relationsOf } from './__testUtils__/relations';

function load(): Entity[] {
  const model = createModel({ now: TEST_NOW });
  return loadCatalog(catalogRepositories(model, TEST_OPTIONS));
}

describe('the catalog as company.md wants it', () => {
  const entities = load();
  const known = byRef(entities);
  const ofKind = (kind: string) =>
    entities.filter(entity => entity.kind === kind);

  it('has 12 product teams and the platform team below departments', () => {
    const teams = ofKind('Group').filter(group => group.spec!.type === 'team');
    expect(teams.map(team => team.metadata.name).sort()).toEqual([
      'cart-pricing',
      'catalogue',
      'customer',
      'data',
      'fulfilment',
      'growth',
      'identity',
      'inventory',
      'orders',
      'payments',
      'platform',
      'risk',
      'storefront',
    ]);
    for (const team of teams) {
      const parent = known.get(team.spec!.parent as string);
      expect(parent?.spec!.type).toBe('department');
      expect(parent?.spec!.parent).toBe('group:default/arctiq-commerce');
    }
  });

  it('gives every team a manager who works there or leads the department', () => {
    for (const team of ofKind('Group').filter(g => g.spec!.type === 'team')) {
      const manager = known.get(
        team.metadata.annotations!['arctiq.io/manager'],
      );
      expect(manager?.kind).toBe('User');
      const groups = manager!.spec!.memberOf as string[];
      expect([stringifyEntityRef(team), team.spec!.parent]).toContain(
        groups[0],
      );
    }
  });

  it('employs the featured people where they belong', () => {
    const featured = ofKind('User').flatMap(user => {
      const persona = user.metadata.annotations!['arctiq.io/sandbox-persona'];
      return persona
        ? [[persona, user.metadata.name, ...(user.spec!.memberOf as string[])]]
        : [];
    });
    expect(featured.sort()).toEqual([
      ['developer', 'amara.okafor', 'group:default/orders'],
      ['manager', 'daniel.reyes', 'group:default/payments'],
      ['on-call', 'mei.tanaka', 'group:default/orders'],
      ['platform-engineer', 'jonas.lindqvist', 'group:default/platform'],
    ]);
    expect(ofKind('User').length).toBeGreaterThanOrEqual(90);
    expect(ofKind('User').length).toBeLessThanOrEqual(110);
  });

  it('has the 14 contexts, the edge and the platform as systems in domains', () => {
    expect(
      ofKind('System')
        .map(system => system.metadata.name)
        .sort(),
    ).toEqual([
      'analytics',
      'cart',
      'catalogue',
      'customer-profile',
      'edge',
      'fulfilment',
      'identity',
      'inventory',
      'notifications',
      'orders',
      'payments',
      'platform',
      'pricing',
      'promotions',
      'returns',
      'risk',
    ]);
    for (const system of ofKind('System')) {
      expect(known.get(system.spec!.domain as string)?.kind).toBe('Domain');
    }
  });

  it('has 50 to 70 components, 2 to 8 in each team', () => {
    const components = ofKind('Component');
    expect(components.length).toBeGreaterThanOrEqual(50);
    expect(components.length).toBeLessThanOrEqual(70);
    for (const team of ofKind('Group').filter(g => g.spec!.type === 'team')) {
      const own = components.filter(
        c => c.spec!.owner === stringifyEntityRef(team),
      );
      expect(own.length).toBeGreaterThanOrEqual(2);
      expect(own.length).toBeLessThanOrEqual(8);
    }
  });

  it.each([
    'identity-db',
    'session-store',
    'orders-db',
    'order-history-search',
    'payments-db',
    'cart-cache',
    'pricing-db',
    'fulfilment-db',
    'catalogue-search',
    'products',
    'inventory-db',
    'inventory-hot',
    'user-profiles',
    'promo-db',
    'promo-cache',
    'returns-db',
    'notifications-log',
    'audit-logs',
    'ml-feature-store',
    'event-archive',
  ])('has the store %s, used within its own context only', name => {
    const ref = `resource:default/${name}`;
    const store = known.get(ref);
    const users = ofKind('Component').filter(c =>
      (c.spec!.dependsOn as string[] | undefined)?.includes(ref),
    );
    expect(users.length).toBeGreaterThan(0);
    expect(new Set(users.map(c => c.spec!.system))).toEqual(
      new Set([store?.spec!.system]),
    );
  });

  it.each([
    'order',
    'payment',
    'cart',
    'inventory',
    'catalogue',
    'fulfilment',
    'promo',
    'return',
    'user',
    'notification',
    'analytics',
    'fraud',
  ])(
    'has the topic %s.events with its contract and its dead letters',
    aggregate => {
      const name = `${aggregate}.events`;
      expect(known.get(`resource:default/${name}`)?.spec!.type).toBe(
        'kafka-topic',
      );
      expect(
        known.get(`resource:default/${name}.dlq`)?.spec!.dependsOn,
      ).toEqual([`resource:default/${name}`]);
      expect(known.get(`api:default/${name}`)?.spec!.type).toBe('asyncapi');
      const producers = ofKind('Component').filter(c =>
        (c.spec!.providesApis as string[] | undefined)?.includes(
          `api:default/${name}`,
        ),
      );
      expect(producers.length).toBeGreaterThan(0);
      for (const producer of producers) {
        expect(producer.spec!.dependsOn).toContain(`resource:default/${name}`);
      }
    },
  );

  it.each([
    ['users-api', 'user-service'],
    ['products-api', 'product-service'],
    ['orders-api', 'order-service'],
    ['payments-api', 'payment-service'],
    ['notifications-api', 'notification-service'],
  ])('has the published contract %s, provided by %s', (api, provider) => {
    expect(known.get(`api:default/${api}`)?.spec!.type).toBe('openapi');
    expect(
      known.get(`component:default/${provider}`)?.spec!.providesApis,
    ).toContain(`api:default/${api}`);
  });

  it('labels and links every component', () => {
    for (const component of ofKind('Component')) {
      const { name, labels, annotations, links } = component.metadata;
      expect(labels!['arctiq.io/tier']).toMatch(/^[123]$/);
      expect(annotations).toMatchObject({
        'backstage.io/techdocs-ref': 'dir:.',
        'pagerduty.com/service-id': expect.stringMatching(/^P[0-9A-Z]{6}$/),
        'arctiq.io/regions': expect.stringMatching(/^us-east-1(,eu-west-1)?$/),
      });
      expect(links).toContainEqual(
        expect.objectContaining({
          type: 'runbook',
          url: `http://portal.test:7007/docs/default/component/${name}/runbook`,
        }),
      );
      expect(links!.map(link => link.type)).toContain('dashboard');
    }
    const ids = ofKind('Component').map(
      c => c.metadata.annotations!['pagerduty.com/service-id'],
    );
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('keeps internal things off the checkout path', () => {
    const tierOf = (ref: string) =>
      known.get(ref)?.metadata.labels?.['arctiq.io/tier'];
    const providerOf = new Map(
      relationsOf(ofKind('Component'))
        .filter(r => r.type === 'apiProvidedBy')
        .map(r => [r.source, r.target]),
    );
    const wrong = relationsOf(ofKind('Component')).filter(r => {
      if (tierOf(r.source) !== '1') {
        return false;
      }
      // Events do not make the consumer wait for the producer.
      const synchronous =
        r.type === 'consumesApi' && !r.target.endsWith('.events');
      const callee = synchronous ? providerOf.get(r.target) : r.target;
      return (
        (synchronous || r.type === 'dependsOn') && tierOf(callee ?? '') === '3'
      );
    });
    expect(wrong).toEqual([]);
  });
});
