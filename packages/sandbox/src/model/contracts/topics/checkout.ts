import type { TopicRow } from './row';

/** Order, payment, cart, return. */
export const CHECKOUT_TOPICS: readonly TopicRow[] = [
  {
    aggregate: 'order',
    title: 'Order events',
    description: 'Everything that happens to an order, by order id.',
    system: 'orders',
    owner: 'orders',
    key: 'orderId',
    partitions: 48,
    personalData: true,
    schemas: {
      OrderLine: {
        sku: 'sku Stock keeping unit',
        quantity: 'integer Units',
        unitPrice: 'Money Price per unit when ordered',
      },
    },
    events: [
      {
        name: 'OrderPlaced',
        summary: 'A shopper placed an order and stock is reserved for it',
        producer: 'order-service',
        fields: {
          orderId: 'uuid The order',
          userId: 'uuid Who ordered',
          lines: 'OrderLine[] What was ordered',
          total: 'Money What it costs',
          deliverySlotId: 'uuid When it shall arrive',
        },
      },
      {
        name: 'OrderConfirmed',
        summary: 'An order is paid and will be fulfilled',
        producer: 'order-service',
        fields: {
          orderId: 'uuid The order',
          userId: 'uuid Who ordered',
          paymentId: 'uuid Payment that settled it',
          total: 'Money What was paid',
        },
      },
      {
        name: 'OrderStatusChanged',
        summary: 'An order moved to another state',
        producer: 'order-service',
        fields: {
          orderId: 'uuid The order',
          from: 'enum(pending|processing|shipped|delivered) State before',
          to: 'enum(processing|shipped|delivered|cancelled) State after',
        },
      },
      {
        name: 'OrderCompleted',
        summary: 'An order is delivered and can no longer be cancelled',
        producer: 'order-service',
        fields: {
          orderId: 'uuid The order',
          userId: 'uuid Who ordered',
          total: 'Money What was paid',
          tax: 'Money Tax in it, for the books',
        },
      },
      {
        name: 'OrderCancelled',
        summary: 'An order was cancelled',
        producer: 'order-service',
        fields: {
          orderId: 'uuid The order',
          userId: 'uuid Who ordered',
          reason: 'enum(shopper|fraud|out-of-stock|staff|payment) Why',
        },
      },
    ],
  },
  {
    aggregate: 'payment',
    title: 'Payment events',
    description: 'What became of charges and refunds, by payment id.',
    system: 'payments',
    owner: 'payments',
    key: 'paymentId',
    partitions: 48,
    schemas: {},
    events: [
      {
        name: 'PaymentCompleted',
        summary: 'A charge was captured',
        producer: 'payment-service',
        fields: {
          paymentId: 'uuid The payment',
          orderId: 'uuid The order that is paid',
          amount: 'Money What was charged',
          rail: 'enum(card|upi|pix|sepa) How',
        },
      },
      {
        name: 'PaymentFailed',
        summary: 'A charge was refused',
        producer: 'payment-service',
        fields: {
          paymentId: 'uuid The payment',
          orderId: 'uuid The order',
          reason:
            'enum(declined|insufficient-funds|expired|fraud|provider) Why',
        },
      },
      {
        name: 'PaymentVoided',
        summary: 'A saga took a charge back before it was captured',
        producer: 'payment-service',
        fields: {
          paymentId: 'uuid The payment',
          orderId: 'uuid The order',
          sagaId: 'uuid Saga that compensated',
        },
      },
      {
        name: 'RefundSettled',
        summary: 'The money of a refund is on its way to the shopper',
        producer: 'payment-service',
        fields: {
          paymentId: 'uuid The payment',
          refundId: 'uuid The refund',
          orderId: 'uuid The order',
          amount: 'Money What was given back',
        },
      },
    ],
  },
  {
    aggregate: 'cart',
    title: 'Cart events',
    description: 'Baskets that are filled, ordered or abandoned, by cart id.',
    system: 'cart',
    owner: 'cart-pricing',
    key: 'cartId',
    schemas: {},
    events: [
      {
        name: 'CartUpdated',
        summary: 'A line of a basket changed',
        producer: 'cart-service',
        fields: {
          cartId: 'uuid The basket',
          sku: 'sku Stock keeping unit',
          quantity: 'integer Units after the change',
        },
      },
      {
        name: 'CartCheckedOut',
        summary: 'A basket became an order',
        producer: 'cart-service',
        fields: { cartId: 'uuid The basket', orderId: 'uuid The order' },
      },
      {
        name: 'CartAbandoned',
        summary: 'A filled basket was left alone for an hour',
        producer: 'cart-expiry-worker',
        fields: {
          cartId: 'uuid The basket',
          'userId?': 'uuid The shopper, when signed in',
          subtotal: 'Money What was in it',
        },
      },
    ],
  },
  {
    aggregate: 'return',
    title: 'Return events',
    description: 'Returns and the refunds that they justify, by return id.',
    system: 'returns',
    owner: 'orders',
    key: 'returnId',
    partitions: 12,
    schemas: {},
    events: [
      {
        name: 'ReturnRequested',
        summary: 'A shopper wants to send goods back',
        producer: 'returns-service',
        fields: {
          returnId: 'uuid The return',
          orderId: 'uuid The order',
          skus: 'sku[] What comes back',
        },
      },
      {
        name: 'RefundApproved',
        summary:
          'Returned goods are accepted: restock them and refund the shopper',
        producer: 'returns-service',
        fields: {
          returnId: 'uuid The return',
          orderId: 'uuid The order',
          paymentId: 'uuid Payment to refund',
          amount: 'Money What to give back',
          restock: 'sku[] What goes back on the shelf',
        },
      },
      {
        name: 'ReturnRejected',
        summary: 'Returned goods are not accepted',
        producer: 'returns-service',
        fields: {
          returnId: 'uuid The return',
          orderId: 'uuid The order',
          reason: 'string Told to the shopper',
        },
      },
    ],
  },
];
