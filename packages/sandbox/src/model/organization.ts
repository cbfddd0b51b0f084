import type { Department } from './types';

/** A team before its people are known. */
export interface TeamRow {
  name: string;
  title: string;
  description: string;
  department: string;
  timeZone: string;
  /** ISO weekday and local hour of the on-call hand-over. */
  handover: { weekday: number; hour: number };
}

/** The company itself. */
export const COMPANY = {
  name: 'Arctiq Commerce',
  login: 'arctiq-commerce',
  description:
    'Sells groceries and more to two million registered users in the United States and Europe.',
} as const;

/** The five departments. */
export const DEPARTMENTS: readonly Department[] = [
  {
    name: 'commerce',
    title: 'Commerce',
    description: 'Turns a basket into a paid order, and back when it must.',
    director: 'victoria.langford',
  },
  {
    name: 'fulfilment-supply',
    title: 'Fulfilment & Supply',
    description: 'Knows what is on the shelf and brings it to the door.',
    director: 'hans.brandt',
  },
  {
    name: 'customer-growth',
    title: 'Customer & Growth',
    description:
      'Everything that a shopper sees, signs in to and comes back for.',
    director: 'leticia.campos',
  },
  {
    name: 'data-risk',
    title: 'Data & Risk',
    description: 'Learns from what happened and stops what should not.',
    director: 'aisha.balogun',
  },
  {
    name: 'platform-engineering',
    title: 'Platform Engineering',
    description:
      'Gives twelve product teams a road to production without tickets.',
    director: 'peter.novotny',
  },
];

const MONDAY_MORNING = { weekday: 1, hour: 9 };
const WEDNESDAY_NOON = { weekday: 3, hour: 12 };

/** The twelve product teams and the platform team. */
export const TEAM_ROWS: readonly TeamRow[] = [
  {
    name: 'orders',
    title: 'Orders & Returns',
    description:
      'Owns an order from placing it to completing, cancelling or returning it.',
    department: 'commerce',
    timeZone: 'Europe/Berlin',
    handover: MONDAY_MORNING,
  },
  {
    name: 'payments',
    title: 'Payments',
    description: 'Takes and returns money, isolated for PCI-DSS.',
    department: 'commerce',
    timeZone: 'America/New_York',
    handover: MONDAY_MORNING,
  },
  {
    name: 'cart-pricing',
    title: 'Cart & Pricing',
    description:
      'Keeps the basket and knows what everything in it costs, tax included.',
    department: 'commerce',
    timeZone: 'Europe/Dublin',
    handover: WEDNESDAY_NOON,
  },
  {
    name: 'fulfilment',
    title: 'Fulfilment & Delivery',
    description: 'Picks, packs, routes and delivers.',
    department: 'fulfilment-supply',
    timeZone: 'America/Chicago',
    handover: MONDAY_MORNING,
  },
  {
    name: 'catalogue',
    title: 'Catalogue & Search',
    description: 'Describes every product and finds it again.',
    department: 'fulfilment-supply',
    timeZone: 'Europe/Lisbon',
    handover: MONDAY_MORNING,
  },
  {
    name: 'inventory',
    title: 'Inventory',
    description: 'Counts, reserves and replenishes stock.',
    department: 'fulfilment-supply',
    timeZone: 'Europe/Paris',
    handover: WEDNESDAY_NOON,
  },
  {
    name: 'identity',
    title: 'Identity & Session',
    description: 'Knows who is asking and whether to believe it.',
    department: 'customer-growth',
    timeZone: 'Europe/London',
    handover: MONDAY_MORNING,
  },
  {
    name: 'customer',
    title: 'Customer & Notifications',
    description:
      'Keeps profiles and consents, and tells shoppers what they need to know.',
    department: 'customer-growth',
    timeZone: 'America/New_York',
    handover: WEDNESDAY_NOON,
  },
  {
    name: 'growth',
    title: 'Promotions & Loyalty',
    description: 'Runs coupons, campaigns and loyalty points.',
    department: 'customer-growth',
    timeZone: 'Europe/Madrid',
    handover: MONDAY_MORNING,
  },
  {
    name: 'storefront',
    title: 'Storefront',
    description:
      'Builds the shop on web, phone and counter, and retires the monolith.',
    department: 'customer-growth',
    timeZone: 'America/New_York',
    handover: MONDAY_MORNING,
  },
  {
    name: 'risk',
    title: 'Risk & Fraud',
    description: 'Judges orders for fraud and keeps the audit trail.',
    department: 'data-risk',
    timeZone: 'Europe/Berlin',
    handover: WEDNESDAY_NOON,
  },
  {
    name: 'data',
    title: 'Analytics & ML',
    description:
      'Turns the event stream into figures, features and recommendations.',
    department: 'data-risk',
    timeZone: 'Europe/Berlin',
    handover: MONDAY_MORNING,
  },
  {
    name: 'platform',
    title: 'Platform',
    description:
      'Four engineers who run the edge, the clusters and the way to production.',
    department: 'platform-engineering',
    timeZone: 'Europe/Stockholm',
    handover: MONDAY_MORNING,
  },
];
