import type { EventTopic } from '../contracts/types';
import type { EventFlow } from './types';

/** Who acts upon an event, besides the two that read everything. */
export const CONSUMERS: Readonly<Record<string, readonly string[]>> = {
  OrderPlaced: [
    'fulfilment-service',
    'order-saga-orchestrator',
    'fraud-signal-worker',
    'order-history-service',
  ],
  OrderConfirmed: ['notification-service', 'order-history-service'],
  OrderStatusChanged: ['order-history-service'],
  OrderCompleted: ['sap-connector', 'loyalty-service', 'order-history-service'],
  OrderCancelled: [
    'fulfilment-service',
    'notification-service',
    'order-history-service',
  ],
  PaymentCompleted: ['order-service', 'order-saga-orchestrator'],
  PaymentFailed: [
    'order-saga-orchestrator',
    'notification-service',
    'fraud-signal-worker',
  ],
  PaymentVoided: ['order-saga-orchestrator'],
  RefundSettled: ['returns-service', 'notification-service'],
  CartUpdated: ['recommendation-service'],
  CartCheckedOut: [],
  CartAbandoned: ['campaign-scheduler'],
  ReturnRequested: ['return-label-worker', 'fulfilment-service'],
  RefundApproved: ['inventory-service', 'payment-service'],
  ReturnRejected: ['notification-service'],
  StockUpdated: ['search-indexer', 'stock-projector', 'replenishment-planner'],
  StockReserved: ['stock-projector'],
  StockReleased: ['stock-projector'],
  StockCounted: ['inventory-service'],
  ProductCreated: ['search-indexer', 'pricing-service'],
  ProductUpdated: ['search-indexer'],
  ProductRetired: ['search-indexer', 'pricing-service'],
  PriceChanged: ['search-indexer', 'cart-service', 'product-service'],
  ShipmentDispatched: [
    'notification-service',
    'order-service',
    'tracking-service',
  ],
  ShipmentDelivered: ['notification-service', 'order-service'],
  DeliverySlotBooked: ['fulfilment-service'],
  TrackingUpdated: [],
  CouponApplied: ['order-service'],
  PromotionStarted: ['campaign-scheduler'],
  PointsCredited: ['notification-service'],
  UserRegistered: [
    'profile-service',
    'loyalty-service',
    'notification-service',
  ],
  UserSignedIn: ['fraud-signal-worker', 'audit-log-service'],
  UserErasureRequested: ['privacy-request-worker', 'profile-service'],
  ProfileUpdated: [],
  ConsentChanged: ['campaign-scheduler'],
  NotificationSent: [],
  NotificationFailed: ['push-token-registry'],
  WindowClosed: ['fraud-signal-worker'],
  DemandForecastUpdated: ['replenishment-planner', 'pricing-service'],
  FraudFlagged: ['order-service', 'audit-log-service'],
  FraudCleared: ['order-service', 'audit-log-service'],
};

/** The stream job derives `analytics.events`; it does not read its own figures. */
const READS_ALL_BUT_ITS_OWN = 'analytics-stream-job';
const READS_ALL = 'event-archiver';

const FORWARDS: Readonly<Record<string, string>> = { 'sap-connector': 'sap' };

/** Turns the tables into flows. */
export function eventFlows(topics: readonly EventTopic[]): EventFlow[] {
  return topics.flatMap(topic =>
    topic.events.flatMap(event => {
      const consumers = [...CONSUMERS[event.name], READS_ALL];
      if (event.producer !== READS_ALL_BUT_ITS_OWN) {
        consumers.push(READS_ALL_BUT_ITS_OWN);
      }
      return consumers.map(consumer => ({
        id: `${event.name}>${consumer}`,
        event: event.name,
        topic: topic.name,
        producer: event.producer,
        consumer,
        ...(FORWARDS[consumer] && { forwardsTo: FORWARDS[consumer] }),
      }));
    }),
  );
}
