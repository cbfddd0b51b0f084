import type { ResourceRow } from './row';

const aurora = {
  type: 'database',
  dependsOn: ['aurora-global'],
  tags: ['postgresql'],
} as const;
const redis = {
  type: 'cache',
  dependsOn: ['elasticache-us-east-1', 'elasticache-eu-west-1'],
  tags: ['redis'],
} as const;
const dynamo = { type: 'dynamodb-table', tags: ['dynamodb'] } as const;
const search = {
  type: 'search-index',
  dependsOn: ['opensearch-us-east-1', 'opensearch-eu-west-1'],
  tags: ['opensearch'],
} as const;

type StoreRow = Omit<ResourceRow, 'dependsOn' | 'tags'> & {
  dependsOn?: readonly string[];
  tags?: readonly string[];
};

const ROWS: readonly StoreRow[] = [
  {
    ...aurora,
    name: 'identity-db',
    title: 'Identity database',
    description: 'Accounts and credentials of every user.',
    owner: 'identity',
    system: 'identity',
  },
  {
    ...redis,
    name: 'session-store',
    title: 'Session store',
    description: 'Sessions that are open now.',
    owner: 'identity',
    system: 'identity',
  },
  {
    ...aurora,
    name: 'orders-db',
    title: 'Orders database',
    description:
      'The tables orders, order_items, order_status_history and sagas.',
    owner: 'orders',
    system: 'orders',
  },
  {
    ...search,
    name: 'order-history-search',
    title: 'Order history index',
    description: 'Past orders, searchable; a projection of order.events.',
    owner: 'orders',
    system: 'orders',
  },
  {
    ...aurora,
    name: 'payments-db',
    title: 'Payments database',
    description:
      'The tables transactions, refunds, payment_methods and ledger, in the PCI segment.',
    owner: 'payments',
    system: 'payments',
    tags: ['postgresql', 'pci'],
  },
  {
    ...redis,
    name: 'cart-cache',
    title: 'Cart cache',
    description: 'Open baskets, each forgotten after 24 hours.',
    owner: 'cart-pricing',
    system: 'cart',
  },
  {
    ...aurora,
    name: 'pricing-db',
    title: 'Pricing database',
    description: 'Price lists, quotes and tax rules.',
    owner: 'cart-pricing',
    system: 'pricing',
  },
  {
    ...aurora,
    name: 'fulfilment-db',
    title: 'Fulfilment database',
    description: 'The tables shipments, routes, delivery_slots and tracking.',
    owner: 'fulfilment',
    system: 'fulfilment',
  },
  {
    ...search,
    name: 'catalogue-search',
    title: 'Catalogue index',
    description:
      'What shoppers search in, less than five seconds behind the shop.',
    owner: 'catalogue',
    system: 'catalogue',
  },
  {
    ...dynamo,
    name: 'products',
    title: 'Products table',
    description: 'Every product, with indexes by category and by sku.',
    owner: 'catalogue',
    system: 'catalogue',
  },
  {
    ...aurora,
    name: 'inventory-db',
    title: 'Inventory database',
    description: 'Stock and reservations, the truth about both.',
    owner: 'inventory',
    system: 'inventory',
  },
  {
    ...redis,
    name: 'inventory-hot',
    title: 'Hot stock cache',
    description: 'Stock for browsing, 60 seconds old at most.',
    owner: 'inventory',
    system: 'inventory',
  },
  {
    ...dynamo,
    name: 'user-profiles',
    title: 'User profiles table',
    description: 'Profiles and consents, a global table over both regions.',
    owner: 'customer',
    system: 'customer-profile',
    tags: ['dynamodb', 'global-table', 'personal-data'],
  },
  {
    ...aurora,
    name: 'promo-db',
    title: 'Promotions database',
    description: 'Promotions, coupons and points.',
    owner: 'growth',
    system: 'promotions',
  },
  {
    ...redis,
    name: 'promo-cache',
    title: 'Promotions cache',
    description: 'Which promotions run and which codes exist.',
    owner: 'growth',
    system: 'promotions',
  },
  {
    ...aurora,
    name: 'returns-db',
    title: 'Returns database',
    description: 'Return requests and what was decided.',
    owner: 'orders',
    system: 'returns',
  },
  {
    ...dynamo,
    name: 'notifications-log',
    title: 'Notifications log',
    description:
      'Every message that was sent, for 90 days, so that none is sent twice.',
    owner: 'customer',
    system: 'notifications',
  },
  {
    ...search,
    name: 'audit-logs',
    title: 'Audit logs',
    description: 'Who did what, for 90 days, unchangeable.',
    owner: 'risk',
    system: 'risk',
    tags: ['opensearch', 'immutable'],
  },
  {
    ...dynamo,
    name: 'ml-feature-store',
    title: 'ML feature store',
    description:
      'Features of users and products, each forgotten after six hours.',
    owner: 'data',
    system: 'analytics',
  },
  {
    type: 'database',
    name: 'monolith-db',
    title: 'Monolith database',
    description:
      'MySQL of the old shop, shrinking with every context that moves out.',
    owner: 'storefront',
    system: 'edge',
    dependsOn: ['monolith-hosts'],
    tags: ['mysql', 'legacy'],
  },
  {
    ...aurora,
    name: 'portal-db',
    title: 'Portal database',
    description: 'Catalog, drill records and budgets of the portal.',
    owner: 'platform',
    system: 'platform',
  },
];

/** Databases, caches, tables and indexes; each belongs to one context. */
export const STORES: readonly ResourceRow[] = ROWS.map(row => ({
  ...row,
  dependsOn: [...(row.dependsOn ?? [])],
  tags: [...(row.tags ?? [])],
}));
