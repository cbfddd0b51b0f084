import type { Component } from '../../model';
import type { IndicatorSpec, SloSpec } from '../../model/slos/types';
import { percent } from './percent';

function rate(counter: string): string {
  return counter.replace(/^sum\((.*)\)$/s, 'sum(rate($1[{{.window}}]))');
}

function events(indicator: IndicatorSpec, name: string) {
  if (indicator.kind !== 'ratio' || !indicator.good) {
    throw new Error(
      `${name} cannot be written for Sloth: it counts no good events`,
    );
  }
  const { good, total } = indicator;
  return {
    error_query: `${rate(total)} - ${rate(good)}`,
    total_query: rate(total),
  };
}

/** A component and its objectives as a file of Sloth. */
export function slothDocument(
  component: Component,
  slos: readonly SloSpec[],
): Record<string, unknown> {
  return {
    version: 'prometheus/v1',
    service: component.name,
    labels: { team: component.team, tier: String(component.tier) },
    slos: slos.map(slo => ({
      name: slo.aspect,
      objective: percent(slo.target),
      description: slo.description,
      sli: { events: events(slo.indicator, slo.name) },
      alerting: {
        name: `${component.name}-${slo.aspect}`,
        page_alert: { labels: { severity: 'page' } },
        ticket_alert: { labels: { severity: 'ticket' } },
      },
    })),
  };
}
