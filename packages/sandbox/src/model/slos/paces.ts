import { draw } from '../traffic/hash';

/**
 * Share of the budget that usual errors spend over a window, where it is part of
 * a story: `<component>/<aspect>`. Above 1 the budget is overspent all the time.
 */
const told: Readonly<Record<string, number>> = {
  // Orders & Returns: burns now, and a deploy has spent most of the rest.
  'order-service/availability': 0.3,
  'order-service/latency': 0.4,
  'order-history-service/latency': 0.94,
  'returns-service/availability': 0.62,
  'sap-connector/freshness': 0.83,
  // Payments: mixed.
  'payment-service/availability': 0.5,
  'payment-service/latency': 0.2,
  'payment-webhook-receiver/availability': 0.66,
  'local-rails-adapter/availability': 1.34,
  // Everybody else.
  'search-service/latency': 1.15,
  'recommendation-service/availability': 0.91,
  'loyalty-service/availability': 0.84,
  'profile-service/latency': 0.68,
  'route-planner/latency': 0.81,
  'warehouse-sync/processing': 0.93,
  'delivery-tracker/speed': 0.7,
  'admin-dashboard/interaction': 0.6,
  'carrier-gateway/availability': 0.88,
  'mobile-app/sessions': 0.58,
  'insight-dashboards/speed': 1.08,
  'campaign-scheduler/processing': 0.64,
};

/**
 * Share of the budget of an objective that usual errors spend; between 5 % and
 * 38 % where nothing is told.
 */
export function paceOf(component: string, aspect: string): number {
  const key = `${component.replace(/-\d+$/, '')}/${aspect}`;
  return told[key] ?? 0.05 + 0.33 * draw('pace', component, aspect);
}
