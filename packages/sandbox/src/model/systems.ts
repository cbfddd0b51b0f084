import type { Domain, System } from './types';

/** Groups of contexts that share a purpose. */
export const DOMAINS: readonly Domain[] = [
  {
    name: 'checkout',
    title: 'Checkout',
    description: 'From the basket to a paid order, and the way back.',
    owner: 'commerce',
  },
  {
    name: 'supply',
    title: 'Supply',
    description: 'What can be bought, what is in stock and how it arrives.',
    owner: 'fulfilment-supply',
  },
  {
    name: 'customer',
    title: 'Customer',
    description: 'Who shops, what we tell them and why they return.',
    owner: 'customer-growth',
  },
  {
    name: 'insight',
    title: 'Insight',
    description: 'What the events of the shop teach, and what they warn of.',
    owner: 'data-risk',
  },
  {
    name: 'experience',
    title: 'Experience',
    description: 'Every surface that the public reaches.',
    owner: 'customer-growth',
  },
  {
    name: 'engineering',
    title: 'Engineering',
    description: 'What teams build and run their services on.',
    owner: 'platform-engineering',
  },
];

function context(row: Omit<System, 'boundedContext'>): System {
  return { ...row, boundedContext: true };
}

/** The 14 bounded contexts, the edge and the platform. */
export const SYSTEMS: readonly System[] = [
  context({
    name: 'identity',
    title: 'Identity & Session',
    description:
      'Registers users, signs them in and vouches for their sessions.',
    domain: 'customer',
    owner: 'identity',
    tier: 1,
    consistency: 'strong',
  }),
  context({
    name: 'orders',
    title: 'Orders',
    description:
      'Takes an order through pending, processing, shipped and delivered, or cancels it.',
    domain: 'checkout',
    owner: 'orders',
    tier: 1,
    consistency: 'strong',
  }),
  context({
    name: 'payments',
    title: 'Payments',
    description:
      'Charges and refunds through tokenised payment methods, isolated for PCI-DSS.',
    domain: 'checkout',
    owner: 'payments',
    tier: 1,
    consistency: 'strong',
  }),
  context({
    name: 'cart',
    title: 'Cart',
    description: 'Keeps what a shopper has chosen for 24 hours.',
    domain: 'checkout',
    owner: 'cart-pricing',
    tier: 1,
    consistency: 'strong per session',
  }),
  context({
    name: 'pricing',
    title: 'Pricing & Tax',
    description: 'Says what a product costs here and now, tax included.',
    domain: 'checkout',
    owner: 'cart-pricing',
    tier: 1,
    consistency: 'strong at checkout',
  }),
  context({
    name: 'fulfilment',
    title: 'Fulfilment & Delivery',
    description: 'Turns a paid order into a parcel, a route and a delivery.',
    domain: 'supply',
    owner: 'fulfilment',
    tier: 2,
    consistency: 'strong activation, eventual status',
  }),
  context({
    name: 'catalogue',
    title: 'Catalogue',
    description: 'Describes the products and lets shoppers find them.',
    domain: 'supply',
    owner: 'catalogue',
    tier: 1,
    consistency: 'eventual, about five minutes at the CDN',
  }),
  context({
    name: 'inventory',
    title: 'Inventory',
    description: 'Knows the stock and reserves it for an order.',
    domain: 'supply',
    owner: 'inventory',
    tier: 1,
    consistency: 'strong to reserve, eventual to browse',
  }),
  context({
    name: 'customer-profile',
    title: 'Customer Profile',
    description: 'Keeps addresses, preferences and consents of every customer.',
    domain: 'customer',
    owner: 'customer',
    tier: 2,
    consistency: 'strong writes, eventual views',
  }),
  context({
    name: 'promotions',
    title: 'Promotions & Loyalty',
    description: 'Gives discounts and points for the right reasons.',
    domain: 'customer',
    owner: 'growth',
    tier: 2,
    consistency: 'eventual',
  }),
  context({
    name: 'returns',
    title: 'Returns & Refunds',
    description: 'Takes goods back and lets the money follow.',
    domain: 'checkout',
    owner: 'orders',
    tier: 2,
    consistency: 'strong',
  }),
  context({
    name: 'notifications',
    title: 'Notifications',
    description:
      'Tells customers by mail, text and push, at least once and never twice.',
    domain: 'customer',
    owner: 'customer',
    tier: 2,
    consistency: 'at least once, idempotent',
  }),
  context({
    name: 'risk',
    title: 'Risk & Fraud',
    description: 'Judges every order for fraud while the shopper waits.',
    domain: 'insight',
    owner: 'risk',
    tier: 1,
    consistency: 'near real time',
  }),
  context({
    name: 'analytics',
    title: 'Analytics & ML',
    description:
      'Reads every event and answers with figures, features and forecasts.',
    domain: 'insight',
    owner: 'data',
    tier: 2,
    consistency: 'eventual',
  }),
  {
    name: 'edge',
    title: 'Edge',
    description:
      'Everything between the public and the contexts: CDN, gateway, BFF and clients.',
    domain: 'experience',
    owner: 'platform',
    tier: 1,
    boundedContext: false,
  },
  {
    name: 'platform',
    title: 'Platform',
    description:
      'Clusters, delivery, messaging and observability for all teams.',
    domain: 'engineering',
    owner: 'platform',
    tier: 3,
    boundedContext: false,
  },
];
