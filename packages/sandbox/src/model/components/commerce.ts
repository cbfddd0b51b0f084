import type { ComponentRow } from './row';

const orders = { team: 'orders', system: 'orders' } as const;
const returns = { team: 'orders', system: 'returns' } as const;
const payments = { team: 'payments', system: 'payments' } as const;
const cart = { team: 'cart-pricing', system: 'cart' } as const;
const pricing = { team: 'cart-pricing', system: 'pricing' } as const;

/** Orders, Returns, Payments, Cart, Pricing & Tax. */
export const COMMERCE: readonly ComponentRow[] = [
  {
    ...orders,
    name: 'order-service',
    title: 'Order Service',
    description:
      'Takes orders and is the only one to say which state an order is in.',
    type: 'service',
    tier: 1,
    language: 'typescript',
    port: 5003,
    scaling: {
      min: 2,
      max: 8,
      cpuPercent: 70,
      memoryPercent: 80,
      scaleUp: { percent: 100, pods: 2, periodSeconds: 15 },
      scaleDown: { percent: 50, periodSeconds: 60 },
    },
    uses: ['orders-db'],
    notes: [
      'States: pending, processing, shipped, delivered, and cancelled. A transition that the machine does not know is refused with 409; do not repair states by SQL.',
      'When fraud checks time out the order stays pending and is judged again by the FraudCleared event; it is never charged unjudged.',
    ],
  },
  {
    ...orders,
    name: 'order-saga-orchestrator',
    title: 'Order Saga Orchestrator',
    description:
      'Drives the checkout saga and undoes payment and reservation when a step fails.',
    type: 'worker',
    tier: 1,
    language: 'typescript',
    port: 5010,
    subcomponentOf: 'order-service',
    uses: ['orders-db'],
    notes: [
      'Compensation is to void the payment, release the stock and revert the order, in this order; each step is idempotent by saga id.',
      'A saga that stands still for 10 minutes is listed in the table sagas with its last error.',
    ],
  },
  {
    ...orders,
    name: 'order-outbox-relay',
    title: 'Order Outbox Relay',
    description:
      'Publishes what the order service committed, in order and at least once.',
    type: 'worker',
    tier: 1,
    language: 'go',
    port: 5011,
    subcomponentOf: 'order-service',
    scaling: { min: 1, max: 1 },
    uses: ['orders-db'],
    notes: [
      'One replica on purpose: the order of events per order id depends on it. It may be restarted at any time.',
    ],
  },
  {
    ...orders,
    name: 'order-history-service',
    title: 'Order History Service',
    description:
      'Lets shoppers and agents search past orders without touching the order database.',
    type: 'service',
    tier: 2,
    language: 'kotlin',
    port: 5012,
    uses: ['order-history-search'],
    notes: [
      'The index is a projection: drop it and replay order.events to rebuild it.',
    ],
  },
  {
    ...orders,
    name: 'sap-connector',
    title: 'SAP Connector',
    description:
      'Books completed orders in SAP so that finance closes the day with the shop.',
    type: 'worker',
    tier: 3,
    language: 'java',
    port: 5013,
    notes: [
      'SAP is down every Sunday from 02:00 to 04:00 Europe/Berlin; the consumer waits and catches up.',
    ],
  },
  {
    ...returns,
    name: 'returns-service',
    title: 'Returns Service',
    description: 'Accepts return requests, judges them and approves refunds.',
    type: 'service',
    tier: 2,
    language: 'typescript',
    port: 5014,
    uses: ['returns-db'],
    notes: [
      'A refund is approved once per return item; a second approval answers 409.',
    ],
  },
  {
    ...returns,
    name: 'return-label-worker',
    title: 'Return Label Worker',
    description:
      'Prints a return label for every accepted return and mails it to the shopper.',
    type: 'worker',
    tier: 3,
    language: 'python',
    port: 5015,
    uses: ['return-labels'],
  },
  {
    ...payments,
    name: 'payment-service',
    title: 'Payment Service',
    description:
      'Charges, voids and refunds, and keeps card data out of everything else.',
    type: 'service',
    tier: 1,
    language: 'java',
    port: 5005,
    scaling: { min: 2, max: 2 },
    uses: ['payments-db'],
    notes: [
      'In PCI scope: shell access is logged and needs a second person of the team.',
      'Stripe is preferred in the United States, Adyen in Europe. The switch is the flag psp.preferred per region; a change takes effect within 30 s.',
      'Every charge carries an idempotency key. Repeating a timed-out charge is safe, charging under a new key is not.',
    ],
  },
  {
    ...payments,
    name: 'payment-webhook-receiver',
    title: 'Payment Webhook Receiver',
    description:
      'Takes the word of the payment providers on what became of a charge.',
    type: 'service',
    tier: 1,
    language: 'java',
    port: 5016,
    subcomponentOf: 'payment-service',
    uses: ['payments-db'],
    notes: [
      'Providers repeat a webhook for three days; an outage loses nothing, it only delays.',
    ],
  },
  {
    ...payments,
    name: 'payment-outbox-relay',
    title: 'Payment Outbox Relay',
    description:
      'Publishes committed payments to Kafka, in order and at least once.',
    type: 'worker',
    tier: 1,
    language: 'go',
    port: 5017,
    subcomponentOf: 'payment-service',
    scaling: { min: 1, max: 1 },
    uses: ['payments-db'],
    notes: ['One replica on purpose, as for every outbox relay.'],
  },
  {
    ...payments,
    name: 'local-rails-adapter',
    title: 'Local Rails Adapter',
    description:
      'Speaks UPI, Pix and SEPA so that shoppers pay the way their country does.',
    type: 'service',
    lifecycle: 'experimental',
    tier: 2,
    language: 'kotlin',
    port: 5018,
    notes: [
      'Off in production but for SEPA; UPI and Pix wait for the regions of India and Brazil.',
    ],
  },
  {
    ...payments,
    name: 'payment-reconciliation',
    title: 'Payment Reconciliation',
    description:
      'Compares the ledger with the statements of the providers every night.',
    type: 'worker',
    tier: 3,
    language: 'python',
    port: 5019,
    uses: ['payments-db', 'psp-statements'],
  },
  {
    ...cart,
    name: 'cart-service',
    title: 'Cart Service',
    description:
      'Holds the basket of a session with prices and stock as fresh as they can be.',
    type: 'service',
    tier: 1,
    language: 'go',
    port: 5020,
    uses: ['cart-cache'],
    notes: [
      'A basket lives 24 hours in Redis and nowhere else; losing the cache loses open baskets, not orders.',
      'Without a stock answer the basket stays usable and marks the line as unchecked.',
    ],
  },
  {
    ...cart,
    name: 'cart-expiry-worker',
    title: 'Cart Expiry Worker',
    description:
      'Notices abandoned baskets so that campaigns can win their owners back.',
    type: 'worker',
    tier: 3,
    language: 'go',
    port: 5021,
    subcomponentOf: 'cart-service',
    uses: ['cart-cache'],
  },
  {
    ...pricing,
    name: 'pricing-service',
    title: 'Pricing Service',
    description: 'Quotes and locks the price that a shopper pays at checkout.',
    type: 'service',
    tier: 1,
    language: 'kotlin',
    port: 5022,
    uses: ['pricing-db'],
    notes: [
      'A quote is locked for 15 minutes; a later checkout is quoted again.',
    ],
  },
  {
    ...pricing,
    name: 'tax-service',
    title: 'Tax Service',
    description:
      'Works out sales tax and VAT for the address that the goods go to.',
    type: 'service',
    tier: 1,
    language: 'kotlin',
    port: 5023,
    uses: ['pricing-db'],
    notes: [
      'Rates are read at start and every hour; the last good table is kept when that fails.',
    ],
  },
];
