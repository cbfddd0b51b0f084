import type { CallFlow, CallTarget } from './types';

/** `api:<name>`, `component:<name>` or `external:<name>`. */
type TargetRef = `${'api' | 'component' | 'external'}:${string}`;

/** Caller, target, purpose. */
export type CallRow = readonly [
  caller: string,
  target: TargetRef,
  purpose: string,
];

/** Calls other than the validation of tokens, which nearly everything makes. */
export const CALL_ROWS: readonly CallRow[] = [
  ['cart-service', 'api:products-api', 'price'],
  ['cart-service', 'api:inventory-api', 'stock'],
  [
    'cart-service',
    'api:promotions-api',
    'discounts that the basket has earned',
  ],
  ['order-service', 'api:payments-api', 'charge'],
  ['order-service', 'api:inventory-api', 'reserve'],
  ['order-service', 'api:risk-api', 'risk check'],
  ['order-service', 'api:carts-api', 'basket that is ordered'],
  ['order-service', 'api:pricing-api', 'quote that was locked'],
  ['order-service', 'api:delivery-slots-api', 'slot that was booked'],
  ['order-saga-orchestrator', 'api:payments-api', 'void the payment'],
  ['order-saga-orchestrator', 'api:inventory-api', 'release the stock'],
  ['sap-connector', 'external:sap', 'book the order'],
  ['returns-service', 'api:orders-api', 'order that is returned'],
  ['payment-service', 'external:stripe', 'charge and refund cards'],
  ['payment-service', 'external:adyen', 'charge and refund cards'],
  [
    'payment-service',
    'component:local-rails-adapter',
    'charge by UPI, Pix or SEPA',
  ],
  ['payment-reconciliation', 'external:stripe', 'settlement file'],
  ['payment-reconciliation', 'external:adyen', 'settlement file'],
  ['local-rails-adapter', 'external:upi', 'charge'],
  ['local-rails-adapter', 'external:pix', 'charge'],
  ['local-rails-adapter', 'external:sepa', 'charge'],
  ['pricing-service', 'api:tax-api', 'tax of a quote'],
  ['pricing-service', 'api:promotions-api', 'discount of a coupon'],
  ['fulfilment-service', 'component:route-planner', 'route of a shipment'],
  ['fulfilment-service', 'component:carrier-gateway', 'hand over to a carrier'],
  ['route-planner', 'external:google-maps', 'distances and traffic'],
  ['delivery-slot-service', 'component:route-planner', 'capacity of a round'],
  ['carrier-gateway', 'external:delivery-partners', 'hand over and track'],
  ['replenishment-planner', 'api:inventory-api', 'stock'],
  ['identity-federation', 'external:social-login', 'who signed in'],
  ['user-service', 'api:tokens-api', 'issue a token'],
  ['identity-federation', 'api:users-api', 'account of who signed in'],
  ['privacy-request-worker', 'api:users-api', 'erase'],
  ['privacy-request-worker', 'api:profiles-api', 'export'],
  ['notification-service', 'external:twilio', 'text'],
  ['notification-service', 'external:amazon-ses', 'mail'],
  ['notification-service', 'external:firebase-fcm', 'push'],
  [
    'notification-service',
    'api:profiles-api',
    'how the customer wants to be reached',
  ],
  [
    'notification-service',
    'component:message-template-service',
    'words of the message',
  ],
  ['return-label-worker', 'api:notifications-api', 'mail the label'],
  ['campaign-scheduler', 'api:notifications-api', 'send a campaign'],
  ['promotion-service', 'api:loyalty-api', 'level of the customer'],
  ['fraud-service', 'api:features-api', 'features of shopper and device'],
  ['risk-console', 'api:gateway-api', 'flagged orders'],
  ['recommendation-service', 'api:features-api', 'features of the shopper'],
  ['recommendation-service', 'api:products-api', 'what is suggested'],
  ['insight-dashboards', 'api:gateway-api', 'figures'],
  ['storefront-web', 'api:storefront-graphql', 'everything a shopper sees'],
  ['mobile-app', 'api:storefront-graphql', 'everything a shopper sees'],
  ['mobile-app', 'api:gateway-api', 'sign in and pay'],
  ['storefront-web', 'api:gateway-api', 'sign in and pay'],
  ['pos-app', 'api:gateway-api', 'sell at the counter'],
  ['admin-dashboard', 'api:gateway-api', 'run the shop'],
  ['delivery-tracker', 'api:storefront-graphql', 'position of a shipment'],
  ['api-gateway', 'api:users-api', 'route'],
  ['api-gateway', 'api:products-api', 'route'],
  ['api-gateway', 'api:orders-api', 'route'],
  ['api-gateway', 'api:payments-api', 'route'],
  ['api-gateway', 'api:notifications-api', 'route'],
  ['api-gateway', 'api:storefront-graphql', 'route'],
  [
    'api-gateway',
    'component:legacy-monolith',
    'route what is not replaced yet',
  ],
  ['storefront-bff', 'api:users-api', 'the customer'],
  ['storefront-bff', 'api:profiles-api', 'addresses'],
  ['storefront-bff', 'api:products-api', 'products'],
  ['storefront-bff', 'api:search-api', 'search'],
  ['storefront-bff', 'component:product-media-service', 'pictures'],
  ['storefront-bff', 'component:order-history-service', 'past orders'],
  ['storefront-bff', 'api:carts-api', 'basket'],
  ['storefront-bff', 'api:pricing-api', 'quotes'],
  ['storefront-bff', 'api:orders-api', 'orders'],
  ['storefront-bff', 'api:returns-api', 'returns'],
  ['storefront-bff', 'api:deliveries-api', 'shipments'],
  ['storefront-bff', 'api:delivery-slots-api', 'slots'],
  ['storefront-bff', 'api:tracking-api', 'position of a shipment'],
  ['storefront-bff', 'api:promotions-api', 'discounts'],
  ['storefront-bff', 'api:coupons-api', 'coupons'],
  ['storefront-bff', 'api:loyalty-api', 'points'],
  ['storefront-bff', 'api:recommendations-api', 'suggestions'],
  ['legacy-monolith', 'api:products-api', 'products, which it no longer owns'],
  ['legacy-monolith', 'api:users-api', 'users, which it no longer owns'],
  ['observability', 'external:pagerduty', 'page who is on call'],
  ['continuous-delivery', 'component:observability', 'judge a canary'],
];

/** Components outside Identity that validate the token of every request. */
export const TOKEN_VALIDATORS: readonly string[] = [
  'order-service',
  'order-history-service',
  'payment-service',
  'cart-service',
  'pricing-service',
  'fulfilment-service',
  'delivery-slot-service',
  'tracking-service',
  'product-service',
  'search-service',
  'inventory-service',
  'profile-service',
  'consent-service',
  'promotion-service',
  'coupon-service',
  'loyalty-service',
  'returns-service',
  'notification-service',
  'fraud-service',
  'audit-log-service',
  'feature-store-service',
  'recommendation-service',
  'api-gateway',
  'storefront-bff',
];

/**
 * Turns the tables into flows.
 *
 * @param providerOf - the component that provides an API
 */
export function callFlows(providerOf: (api: string) => string): CallFlow[] {
  const rows: CallRow[] = [
    ...CALL_ROWS,
    ...TOKEN_VALIDATORS.map(
      caller => [caller, 'api:tokens-api', 'validate token'] as const,
    ),
  ];
  return rows.map(([caller, ref, purpose]) => {
    const [kind, name] = ref.split(':');
    const targets: Record<string, CallTarget> = {
      api: { kind: 'api', api: name, component: providerOf(name) },
      component: { kind: 'component', component: name },
      external: { kind: 'external', resource: name },
    };
    return { id: `${caller}>${name}`, caller, target: targets[kind], purpose };
  });
}
