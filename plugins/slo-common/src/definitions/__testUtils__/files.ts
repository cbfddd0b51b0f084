import type { DefinitionProblem } from '../../types';
import { parseDefinitions } from '../parseDefinitions';

/** One valid SLO; the tables of tests change single lines of it. */
export const OPENSLO = `apiVersion: openslo/v1
kind: SLO
metadata:
  name: availability
  displayName: Availability
  labels:
    team: orders
  annotations:
    arctiq.io/runbook-url: https://runbooks.example.com/orders
spec:
  description: Requests that are answered
  service: order-service
  indicator:
    metadata:
      name: requests
    spec:
      ratioMetric:
        counter: true
        good:
          metricSource:
            type: Prometheus
            spec:
              query: sum(http_requests_total{job="order-service",code!~"5.."})
        total:
          metricSource:
            type: Prometheus
            spec:
              query: sum(http_requests_total{job="order-service"})
  timeWindow:
    - duration: 28d
      isRolling: true
  budgetingMethod: Occurrences
  objectives:
    - displayName: Answered
      target: 0.9995
`;

export const SLOTH = `version: prometheus/v1
service: order-service
labels:
  team: orders
slos:
  - name: requests
    objective: 99.9
    description: Requests that are answered
    sli:
      events:
        error_query: sum(rate(http_requests_total{job="order-service",code=~"5.."}[{{.window}}]))
        total_query: sum(rate(http_requests_total{job="order-service"}[{{.window}}]))
    alerting:
      name: OrdersAvailability
      annotations:
        runbook: https://runbooks.example.com/orders
      page_alert:
        labels:
          channel: orders
      ticket_alert:
        disable: true
`;

export const PYRRA = `apiVersion: pyrra.dev/v1alpha1
kind: ServiceLevelObjective
metadata:
  name: latency
  namespace: monitoring
spec:
  target: "99.5"
  window: 4w
  indicator:
    latency:
      success:
        metric: http_seconds_bucket{job="order-service",le="0.2"}
      total:
        metric: http_seconds_count{job="order-service"}
`;

/** Replaces a piece that must be there exactly once, so that no test passes by accident. */
export function change(text: string, from: string, to: string): string {
  const parts = text.split(from);
  if (parts.length !== 2) {
    throw new Error(`"${from}" is there ${parts.length - 1} times`);
  }
  return parts.join(to);
}

/** Parses as the file of the order service. */
export function parse(text: string) {
  return parseDefinitions(text, {
    file: 'slo.yaml',
    entityRef: 'component:default/order-service',
  });
}

/** `28 spec.objectives[0].target: message`, `~` in front of warnings. */
export function told({ line, field, message, severity }: DefinitionProblem) {
  return `${severity === 'warning' ? '~' : ''}${line} ${
    field ?? ''
  }: ${message}`;
}
