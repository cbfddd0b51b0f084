import type { Component } from '../../model';
import type { IndicatorSpec, SloSpec } from '../../model/slos/types';
import { percent } from './percent';

function selector(sum: string): string {
  return sum.replace(/^sum\((.*)\)$/s, '$1');
}

function indicatorOf(indicator: IndicatorSpec, name: string) {
  if (indicator.kind !== 'ratio' || !indicator.good) {
    throw new Error(
      `${name} cannot be written for Pyrra: it counts no good events`,
    );
  }
  const success = selector(indicator.good);
  const total = { metric: selector(indicator.total) };
  if (success.includes('le=')) {
    return { latency: { success: { metric: success }, total } };
  }
  // Pyrra counts errors: the matcher of the good ones turned round.
  const metric = success.includes('!~')
    ? success.replace('!~', '=~')
    : success.replace(/,(\w+)="([^"]*)"\}$/, ',$1!="$2"}');
  return { ratio: { errors: { metric }, total } };
}

/** A component and its objectives as resources of Pyrra. */
export function pyrraDocuments(
  component: Component,
  slos: readonly SloSpec[],
): unknown[] {
  return slos.map(slo => ({
    apiVersion: 'pyrra.dev/v1alpha1',
    kind: 'ServiceLevelObjective',
    metadata: {
      name: slo.name,
      namespace: component.team,
      labels: { 'pyrra.dev/team': component.team },
    },
    spec: {
      target: String(percent(slo.target)),
      window: '4w',
      description: slo.description,
      indicator: indicatorOf(slo.indicator, slo.name),
    },
  }));
}
