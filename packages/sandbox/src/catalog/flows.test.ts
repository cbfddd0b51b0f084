import { createModel } from '../model';
import { catalogRepositories } from '.';
import {
  byRef,
  loadCatalog,
  TEST_NOW,
  TEST_OPTIONS,
} from './__testUtils__/loadCatalog';
import { createWalker, relationsOf } from './__testUtils__/relations';

const model = createModel({ now: TEST_NOW });
const entities = loadCatalog(catalogRepositories(model, TEST_OPTIONS));
const known = byRef(entities);
const walk = createWalker(relationsOf(entities));

const OTHER_CONTEXTS_THAN = (context: string) =>
  [
    'identity',
    'orders',
    'payments',
    'cart',
    'pricing',
    'fulfilment',
    'catalogue',
    'inventory',
    'customer-profile',
    'promotions',
    'returns',
    'notifications',
    'risk',
    'analytics',
  ].filter(name => name !== context);

/** Paths from a component of one context, through an API, to one of another. */
function callPaths(from: string, to: string) {
  return walk(`system:default/${from}`, [
    ['hasPart', 'component'],
    ['consumesApi', 'api'],
    ['apiProvidedBy', 'component'],
    ['partOf', 'system'],
  ]).filter(path => path[4] === `system:default/${to}`);
}

/** Paths from a component of a context to a service outside the company. */
function externalPaths(from: string, resource: string) {
  return walk(`system:default/${from}`, [
    ['hasPart', 'component'],
    ['dependsOn', 'resource'],
  ]).filter(path => path[2] === `resource:default/${resource}`);
}

/** Paths from a producer, through the topic's contract, to a consumer. */
function eventPaths(from: string, event: string, to: string) {
  return walk(`system:default/${from}`, [
    ['hasPart', 'component'],
    ['providesApi', 'api'],
    ['apiConsumedBy', 'component'],
    ['partOf', 'system'],
  ]).filter(
    path =>
      path[4] === `system:default/${to}` &&
      (known.get(path[2])!.spec!.definition as string).includes(
        `publish${event}:`,
      ),
  );
}

// Written down from company.md, section 4; the model is not asked.
const CALLS: [from: string, to: string, api: string][] = [
  ['cart', 'catalogue', 'products-api'],
  ['cart', 'inventory', 'inventory-api'],
  ['orders', 'payments', 'payments-api'],
  ['orders', 'inventory', 'inventory-api'],
  ['orders', 'risk', 'risk-api'],
];
const EXTERNAL: [from: string, resources: string[]][] = [
  ['payments', ['stripe', 'adyen']],
  ['fulfilment', ['google-maps']],
  ['fulfilment', ['delivery-partners']],
  ['notifications', ['twilio', 'amazon-ses', 'firebase-fcm']],
];
const EVENTS: [from: string, event: string, to: string][] = [
  ['orders', 'OrderPlaced', 'fulfilment'],
  ['orders', 'OrderConfirmed', 'notifications'],
  ['payments', 'PaymentCompleted', 'orders'],
  ['inventory', 'StockUpdated', 'catalogue'],
  ['fulfilment', 'ShipmentDispatched', 'notifications'],
  ['returns', 'RefundApproved', 'inventory'],
  ['returns', 'RefundApproved', 'payments'],
  ['promotions', 'CouponApplied', 'orders'],
  ['risk', 'FraudFlagged', 'orders'],
];

describe('the 21 flows of company.md in the relations graph', () => {
  it('are 21', () => {
    // Besides the tables: all > Identity, Orders > SAP, all > Analytics.
    expect(CALLS.length + EXTERNAL.length + EVENTS.length + 3).toBe(21);
    expect(model.companyFlows).toHaveLength(21);
  });

  it.each(OTHER_CONTEXTS_THAN('identity'))(
    'Identity validates the tokens of %s',
    context => {
      expect(callPaths(context, 'identity').map(path => path[2])).toContain(
        'api:default/tokens-api',
      );
    },
  );

  it.each(CALLS)('%s calls %s through %s', (from, to, api) => {
    expect(callPaths(from, to).map(path => path[2])).toContain(
      `api:default/${api}`,
    );
  });

  it.each(EXTERNAL)('%s calls %s', (from, resources) => {
    for (const resource of resources) {
      expect(externalPaths(from, resource)).not.toEqual([]);
      expect(known.get(`resource:default/${resource}`)?.spec!.type).toBe(
        'external',
      );
    }
  });

  it.each(EVENTS)('%s tells by %s %s', (from, event, to) => {
    expect(eventPaths(from, event, to)).not.toEqual([]);
  });

  it('orders tells by OrderCompleted SAP', () => {
    const paths = walk('system:default/orders', [
      ['hasPart', 'component'],
      ['providesApi', 'api'],
      ['apiConsumedBy', 'component'],
      ['dependsOn', 'resource'],
    ]).filter(path => path[4] === 'resource:default/sap');
    expect(paths.map(path => path[2])).toEqual(['api:default/order.events']);
    expect(known.get('api:default/order.events')!.spec!.definition).toContain(
      'publishOrderCompleted:',
    );
  });

  it.each(OTHER_CONTEXTS_THAN('analytics'))(
    'what happens in %s goes to analytics',
    context => {
      const consumers = walk(`system:default/${context}`, [
        ['hasPart', 'component'],
        ['providesApi', 'api'],
        ['apiConsumedBy', 'component'],
      ]).map(path => path[3]);
      expect(consumers).toContain('component:default/analytics-stream-job');
    },
  );

  it('does not find a flow that does not exist', () => {
    expect(callPaths('cart', 'payments')).toEqual([]);
    expect(eventPaths('cart', 'CartUpdated', 'orders')).toEqual([]);
    expect(externalPaths('orders', 'stripe')).toEqual([]);
  });
});
