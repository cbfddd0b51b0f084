import type { Component, ComponentType, Tier } from '../types';

/** Events per second on average of those that differ from their kind. */
const known: Readonly<Record<string, number>> = {
  'api-gateway': 2400,
  'storefront-bff': 1100,
  'session-service': 1500,
  'product-service': 420,
  'search-service': 210,
  'recommendation-service': 160,
  'feature-store-service': 260,
  'inventory-service': 230,
  'cart-service': 120,
  'pricing-service': 150,
  'tax-service': 45,
  'promotion-service': 70,
  'order-service': 38,
  'payment-service': 31,
  'payment-webhook-receiver': 26,
  'fraud-service': 30,
  'user-service': 55,
  'legacy-monolith': 65,
  'analytics-stream-job': 2200,
  'event-archiver': 900,
  'fraud-signal-worker': 120,
  'storefront-web': 34,
  'mobile-app': 48,
  'local-rails-adapter': 1.6,
  'privacy-request-worker': 0.00015,
  'payment-reconciliation': 1.2,
  'arctiq-portal': 1.4,
};

const usual: Readonly<Record<Tier, number>> = { 1: 40, 2: 12, 3: 2.5 };

const factors: Partial<Record<ComponentType, number>> = {
  worker: 0.5,
  website: 0.4,
  'mobile-app': 0.5,
};

/** Events per second of a component on average. */
export function rateOf(component: Component): number {
  // Copies of a scaled company are named like the original with a number.
  const original = component.name.replace(/-\d+$/, '');
  return (
    known[original] ?? usual[component.tier] * (factors[component.type] ?? 1)
  );
}
