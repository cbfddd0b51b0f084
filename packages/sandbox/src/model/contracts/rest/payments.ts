import type { RestContract } from '../types';

/** Payments and the gateway, which publishes the five published contracts as one. */
export const PAYMENTS_AND_GATEWAY: readonly RestContract[] = [
  {
    name: 'payments-api',
    title: 'Payments API',
    description: 'Charge an order, read a payment, refund it.',
    provider: 'payment-service',
    version: '2.0.1',
    published: true,
    basePath: '/api/payments',
    operations: [
      {
        id: 'processPayment',
        method: 'post',
        path: '',
        summary: 'Charge a tokenised payment method',
        body: 'Charge',
        returns: 'Payment',
        status: 201,
        errors: [400, 402, 409],
      },
      {
        id: 'getPayment',
        method: 'get',
        path: '/{paymentId}',
        summary: 'Read a payment',
        returns: 'Payment',
        errors: [403, 404],
      },
      {
        id: 'refundPayment',
        method: 'post',
        path: '/{paymentId}/refund',
        summary: 'Give back a payment, whole or in part',
        body: 'RefundRequest',
        returns: 'Refund',
        status: 201,
        errors: [400, 403, 404, 409],
      },
      {
        id: 'listPaymentsByOrder',
        method: 'get',
        path: '/order/{orderId}',
        summary: 'Payments of an order',
        returns: 'Payment[]',
        errors: [403, 404],
      },
    ],
    schemas: {
      Charge: {
        orderId: 'uuid The order that is paid',
        amount: 'Money What to charge',
        paymentMethodToken:
          'string Token of the provider; card numbers never come here',
        idempotencyKey: 'uuid Same key, same charge',
      },
      Payment: {
        id: 'uuid The payment',
        orderId: 'uuid The order that is paid',
        amount: 'Money What was charged',
        status:
          'enum(authorised|captured|voided|refunded|failed) Where it stands',
        rail: 'enum(card|upi|pix|sepa) How it was paid',
        provider: 'enum(stripe|adyen|local) Who moved the money',
        'failureReason?': 'string Why it failed, fit for a shopper',
        createdAt: 'datetime When it was charged',
      },
      RefundRequest: {
        amount: 'Money What to give back',
        reason: 'enum(return|cancellation|goodwill|fraud) Why',
        idempotencyKey: 'uuid Same key, same refund',
      },
      Refund: {
        id: 'uuid The refund',
        paymentId: 'uuid The payment that is refunded',
        amount: 'Money What is given back',
        status: 'enum(pending|settled|failed) Where it stands',
        createdAt: 'datetime When it was requested',
      },
    },
  },
  {
    name: 'gateway-api',
    title: 'Arctiq Commerce API',
    description:
      'All published contracts at one address, authenticated and throttled.',
    provider: 'api-gateway',
    version: '4.2.0',
    published: true,
    basePath: '',
    includes: [
      'users-api',
      'products-api',
      'orders-api',
      'payments-api',
      'notifications-api',
    ],
    operations: [],
    schemas: {},
  },
];
