import type { TopicRow } from './row';

/** Promo, user, notification, analytics, fraud. */
export const CUSTOMER_TOPICS: readonly TopicRow[] = [
  {
    aggregate: 'promo',
    title: 'Promotion events',
    description: 'Coupons, discounts and points, by promotion id.',
    system: 'promotions',
    owner: 'growth',
    key: 'promotionId',
    partitions: 12,
    schemas: {},
    events: [
      {
        name: 'CouponApplied',
        summary: 'A coupon was redeemed for an order',
        producer: 'coupon-service',
        fields: {
          promotionId: 'uuid The promotion',
          orderId: 'uuid The order',
          code: 'string Coupon code',
          amount: 'Money What it takes off',
        },
      },
      {
        name: 'PromotionStarted',
        summary: 'A promotion is running',
        producer: 'promotion-service',
        fields: {
          promotionId: 'uuid The promotion',
          title: 'string For shoppers',
          endsAt: 'datetime Until when',
        },
      },
      {
        name: 'PointsCredited',
        summary: 'A customer earned points',
        producer: 'loyalty-service',
        fields: {
          promotionId: 'uuid Programme that credits',
          userId: 'uuid The customer',
          points: 'integer Points',
        },
      },
    ],
  },
  {
    aggregate: 'user',
    title: 'User events',
    description: 'Accounts, profiles and consents, by user id.',
    system: 'identity',
    owner: 'identity',
    key: 'userId',
    personalData: true,
    schemas: {},
    events: [
      {
        name: 'UserRegistered',
        summary: 'Somebody opened an account',
        producer: 'user-service',
        fields: {
          userId: 'uuid The user',
          email: 'email Address to sign in with',
          locale: 'locale Language',
        },
      },
      {
        name: 'UserSignedIn',
        summary: 'A user signed in',
        producer: 'user-service',
        fields: {
          userId: 'uuid The user',
          device: 'string What the user signed in on',
          country: 'country Where from',
        },
      },
      {
        name: 'UserErasureRequested',
        summary:
          'A user wants to be forgotten; every owner of data has 30 days',
        producer: 'user-service',
        fields: {
          userId: 'uuid The user',
          requestId: 'uuid The request',
          dueBy: 'date Day by which nothing personal is left',
        },
      },
      {
        name: 'ProfileUpdated',
        summary: 'A customer changed addresses or preferences',
        producer: 'profile-service',
        fields: {
          userId: 'uuid The user',
          changed: 'string[] Names of the fields',
        },
      },
      {
        name: 'ConsentChanged',
        summary: 'A customer agreed to a use of data, or no longer does',
        producer: 'consent-service',
        fields: {
          userId: 'uuid The user',
          purpose: 'enum(marketing|analytics|personalisation) What for',
          granted: 'boolean Whether it is allowed',
        },
      },
    ],
  },
  {
    aggregate: 'notification',
    title: 'Notification events',
    description: 'What became of messages to customers, by notification id.',
    system: 'notifications',
    owner: 'customer',
    key: 'notificationId',
    schemas: {},
    events: [
      {
        name: 'NotificationSent',
        summary: 'A provider accepted a message',
        producer: 'notification-service',
        fields: {
          notificationId: 'uuid The message',
          userId: 'uuid Who receives it',
          channel: 'enum(email|sms|push) How',
          template: 'string Template',
        },
      },
      {
        name: 'NotificationFailed',
        summary: 'No provider would take a message',
        producer: 'notification-service',
        fields: {
          notificationId: 'uuid The message',
          userId: 'uuid Who should have received it',
          channel: 'enum(email|sms|push) How',
          reason: 'string What the provider said',
        },
      },
    ],
  },
  {
    aggregate: 'analytics',
    title: 'Analytics events',
    description:
      'Figures and forecasts that the stream job derives, by series id.',
    system: 'analytics',
    owner: 'data',
    key: 'seriesId',
    partitions: 12,
    schemas: {},
    events: [
      {
        name: 'WindowClosed',
        summary: 'Five minutes of the shop were counted',
        producer: 'analytics-stream-job',
        fields: {
          seriesId: 'uuid The series',
          metric: 'string What was counted',
          windowStart: 'datetime Begin of the window',
          value: 'number The count',
        },
      },
      {
        name: 'DemandForecastUpdated',
        summary: 'A product is expected to sell differently',
        producer: 'analytics-stream-job',
        fields: {
          seriesId: 'uuid The series',
          sku: 'sku Stock keeping unit',
          unitsPerDay: 'number Expected sales',
        },
      },
    ],
  },
  {
    aggregate: 'fraud',
    title: 'Fraud events',
    description: 'Orders that were flagged or cleared, by order id.',
    system: 'risk',
    owner: 'risk',
    key: 'orderId',
    partitions: 12,
    schemas: {},
    events: [
      {
        name: 'FraudFlagged',
        summary: 'An order looks like fraud and must not ship',
        producer: 'fraud-service',
        fields: {
          orderId: 'uuid The order',
          score: 'number From 0 (clean) to 1',
          signals: 'string[] What speaks for fraud',
        },
      },
      {
        name: 'FraudCleared',
        summary: 'An analyst found nothing wrong with a flagged order',
        producer: 'fraud-service',
        fields: {
          orderId: 'uuid The order',
          analyst: 'string Who cleared it',
        },
      },
    ],
  },
];
