import type { CallFlow, CompanyFlow, EventFlow } from './types';
import { TOKEN_VALIDATORS } from './calls';

type Row = Omit<CompanyFlow, 'external'> & { external?: string[] };

const CALLS: readonly Row[] = [
  {
    id: 'all-identity',
    kind: 'call',
    title: 'Identity vouches for every request (validate token)',
    from: '*',
    to: 'identity',
    realisedBy: TOKEN_VALIDATORS.map(caller => `${caller}>tokens-api`),
  },
  {
    id: 'cart-catalogue',
    kind: 'call',
    title: 'Cart asks Catalogue for the price',
    from: 'cart',
    to: 'catalogue',
    realisedBy: ['cart-service>products-api'],
  },
  {
    id: 'cart-inventory',
    kind: 'call',
    title: 'Cart asks Inventory for the stock',
    from: 'cart',
    to: 'inventory',
    realisedBy: ['cart-service>inventory-api'],
  },
  {
    id: 'orders-payments',
    kind: 'call',
    title: 'Orders charges through Payments',
    from: 'orders',
    to: 'payments',
    realisedBy: ['order-service>payments-api'],
  },
  {
    id: 'orders-inventory',
    kind: 'call',
    title: 'Orders reserves at Inventory',
    from: 'orders',
    to: 'inventory',
    realisedBy: ['order-service>inventory-api'],
  },
  {
    id: 'orders-risk',
    kind: 'call',
    title: 'Orders asks Fraud for a risk check',
    from: 'orders',
    to: 'risk',
    realisedBy: ['order-service>risk-api'],
  },
  {
    id: 'payments-psp',
    kind: 'call',
    title: 'Payments charges at Stripe or Adyen',
    from: 'payments',
    external: ['stripe', 'adyen'],
    realisedBy: ['payment-service>stripe', 'payment-service>adyen'],
  },
  {
    id: 'fulfilment-maps',
    kind: 'call',
    title: 'Fulfilment plans routes with Google Maps',
    from: 'fulfilment',
    external: ['google-maps'],
    realisedBy: ['route-planner>google-maps'],
  },
  {
    id: 'fulfilment-partners',
    kind: 'call',
    title: 'Fulfilment hands over to Delivery Partners',
    from: 'fulfilment',
    external: ['delivery-partners'],
    realisedBy: ['carrier-gateway>delivery-partners'],
  },
  {
    id: 'notifications-providers',
    kind: 'call',
    title: 'Notifications sends by Twilio, SES and FCM',
    from: 'notifications',
    external: ['twilio', 'amazon-ses', 'firebase-fcm'],
    realisedBy: [
      'notification-service>twilio',
      'notification-service>amazon-ses',
      'notification-service>firebase-fcm',
    ],
  },
];

/** Event, from, to, the component at the far end. */
const EVENTS: readonly (readonly [string, string, string, string])[] = [
  ['OrderPlaced', 'orders', 'fulfilment', 'fulfilment-service'],
  ['OrderConfirmed', 'orders', 'notifications', 'notification-service'],
  ['PaymentCompleted', 'payments', 'orders', 'order-service'],
  ['StockUpdated', 'inventory', 'catalogue', 'search-indexer'],
  ['ShipmentDispatched', 'fulfilment', 'notifications', 'notification-service'],
  ['RefundApproved', 'returns', 'inventory', 'inventory-service'],
  ['RefundApproved', 'returns', 'payments', 'payment-service'],
  ['CouponApplied', 'promotions', 'orders', 'order-service'],
  ['FraudFlagged', 'risk', 'orders', 'order-service'],
];

/**
 * The 21 flows that the company's architecture names: ten synchronous calls and
 * eleven events.
 *
 * @throws Error when a flow names a call or an event that the model lacks
 */
export function companyFlows(
  calls: readonly CallFlow[],
  events: readonly EventFlow[],
): CompanyFlow[] {
  const rows: Row[] = [
    ...CALLS,
    ...EVENTS.map(
      ([event, from, to, consumer]): Row => ({
        id: `${from}-${to}-${event}`,
        kind: 'event',
        title: `${event} goes from ${from} to ${to}`,
        from,
        to,
        realisedBy: [`${event}>${consumer}`],
      }),
    ),
    {
      id: 'orders-sap-OrderCompleted',
      kind: 'event',
      title: 'OrderCompleted goes from orders to SAP',
      from: 'orders',
      external: ['sap'],
      realisedBy: ['OrderCompleted>sap-connector'],
    },
    {
      id: 'all-analytics',
      kind: 'event',
      title: 'Everything that happens goes to analytics',
      from: '*',
      to: 'analytics',
      realisedBy: events
        .filter(flow => flow.consumer === 'analytics-stream-job')
        .map(flow => flow.id),
    },
  ];
  const known = new Set([...calls, ...events].map(flow => flow.id));
  for (const row of rows) {
    const missing = row.realisedBy.filter(id => !known.has(id));
    if (row.realisedBy.length === 0 || missing.length > 0) {
      throw new Error(
        `Flow ${row.id} is realised by ${
          missing.join(', ') || 'nothing'
        }, which the model does not have; add it to flows/calls.ts or flows/events.ts`,
      );
    }
  }
  return rows.map(row => ({ external: [], ...row }));
}
