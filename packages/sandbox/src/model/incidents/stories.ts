import type { Story } from './types';

/**
 * What the history of the company tells. A story comes back with the window of
 * its promise, so that a budget looks the same whenever somebody looks.
 */
export const STORIES: readonly Story[] = [
  {
    component: 'order-service',
    aspect: 'availability',
    title: 'Orders fail with 500 after the release of split shipments',
    priority: 'P1',
    hoursBefore: 71,
    minutes: 42,
    spends: 0.6,
    everyDays: 30,
    deploy: 'Split shipments for large baskets',
  },
  {
    component: 'returns-service',
    aspect: 'latency',
    title: 'Return requests are slow while labels are printed',
    priority: 'P3',
    hoursBefore: 190,
    minutes: 150,
    spends: 0.22,
    everyDays: 28,
  },
  {
    component: 'payment-service',
    aspect: 'availability',
    title: 'Charges through Adyen fail in Europe',
    priority: 'P1',
    hoursBefore: 131,
    minutes: 37,
    spends: 0.33,
    everyDays: 30,
    deploy: 'Upgrade the Adyen client to version 21',
  },
  {
    component: 'payment-service',
    aspect: 'latency',
    title: 'Charges are slow: connection pool exhausted',
    priority: 'P2',
    hoursBefore: 402,
    minutes: 95,
    spends: 0.18,
    everyDays: 28,
  },
  {
    component: 'cart-service',
    aspect: 'availability',
    title: 'Baskets are lost after a Redis failover',
    priority: 'P2',
    hoursBefore: 262,
    minutes: 18,
    spends: 0.35,
    everyDays: 30,
  },
  {
    component: 'session-service',
    aspect: 'availability',
    title: 'Tokens cannot be validated in eu-west-1',
    priority: 'P1',
    hoursBefore: 330,
    minutes: 10,
    spends: 0.45,
    everyDays: 30,
    deploy: 'Rotate the signing keys twice a day',
  },
  {
    component: 'inventory-service',
    aspect: 'availability',
    title: 'Reservations time out during the stock count',
    priority: 'P2',
    hoursBefore: 44,
    minutes: 65,
    spends: 0.4,
    everyDays: 30,
  },
  {
    component: 'notification-service',
    aspect: 'processing',
    title: 'Mails are refused by the provider',
    priority: 'P3',
    hoursBefore: 96,
    minutes: 55,
    spends: 0.3,
    everyDays: 30,
  },
  {
    component: 'legacy-monolith',
    aspect: 'availability',
    title: 'Down for the two-weekly release',
    priority: 'P4',
    hoursBefore: 60,
    minutes: 4,
    spends: 0.1,
    everyDays: 14,
    deploy: 'Release of the monolith',
  },
  {
    component: 'analytics-stream-job',
    aspect: 'windows',
    title: 'Windows are late after a checkpoint failed',
    priority: 'P3',
    hoursBefore: 210,
    minutes: 110,
    spends: 0.35,
    everyDays: 28,
  },
  {
    component: 'storefront-web',
    aspect: 'availability',
    title: 'Blank product pages after a release',
    priority: 'P2',
    hoursBefore: 150,
    minutes: 14,
    spends: 0.3,
    everyDays: 30,
    deploy: 'New product gallery',
  },
  {
    component: 'tracking-service',
    aspect: 'availability',
    title: 'Carrier updates overload the database',
    priority: 'P3',
    hoursBefore: 505,
    minutes: 80,
    spends: 0.3,
    everyDays: 28,
  },
  {
    component: 'search-indexer',
    aspect: 'lag',
    title: 'The index falls behind during the rebuild',
    priority: 'P3',
    hoursBefore: 300,
    minutes: 250,
    spends: 0.62,
    everyDays: 28,
  },
  {
    component: 'failover-controller',
    aspect: 'reachability',
    title: 'Probes from outside cannot reach eu-west-1',
    priority: 'P2',
    hoursBefore: 420,
    minutes: 6,
    spends: 0.3,
    everyDays: 30,
  },
];

/** What has been going on for a while whenever somebody starts the sandbox. */
export interface Burning {
  component: string;
  aspect: string;
  title: string;
  priority: Story['priority'];
  /** Minutes before the start at which it began, and for how long it lasts. */
  minutesBefore: number;
  minutes: number;
  /** Multiples of the pace that would spend the budget evenly. */
  burn: number;
  deploy?: string;
}

export const BURNING: readonly Burning[] = [
  {
    component: 'order-service',
    aspect: 'availability',
    title: 'Order creation answers 503 for some shoppers',
    priority: 'P2',
    minutesBefore: 65,
    minutes: 10 * 60,
    burn: 6,
    deploy: 'Reserve stock before the fraud check',
  },
  {
    component: 'stock-projector',
    aspect: 'freshness',
    title: 'The fast view of stock lags',
    priority: 'P3',
    minutesBefore: 290,
    minutes: 14 * 60,
    burn: 2.6,
  },
  {
    component: 'storefront-web',
    aspect: 'speed',
    title: 'Pages are slow: pictures miss the CDN',
    priority: 'P3',
    minutesBefore: 130,
    minutes: 7 * 60,
    burn: 3.2,
  },
];
