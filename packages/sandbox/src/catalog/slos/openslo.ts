import type { Component } from '../../model';
import type { IndicatorSpec, SloSpec } from '../../model/slos/types';

const apiVersion = 'openslo/v1';

function source(query: string) {
  return { metricSource: { type: 'Prometheus', spec: { query } } };
}

function indicatorSpec(indicator: IndicatorSpec): Record<string, unknown> {
  switch (indicator.kind) {
    case 'ratio': {
      const { good, bad, total } = indicator;
      return {
        ratioMetric: {
          counter: true,
          ...(good && { good: source(good) }),
          ...(bad && { bad: source(bad) }),
          total: source(total),
        },
      };
    }
    case 'raw':
      return {
        ratioMetric: {
          counter: false,
          rawType: 'success',
          raw: source(indicator.query),
        },
      };
    default:
      return { thresholdMetric: source(indicator.query) };
  }
}

function namedIndicator(name: string, spec: IndicatorSpec) {
  return { metadata: { name }, spec: indicatorSpec(spec) };
}

function objectives(slo: SloSpec) {
  if (slo.members) {
    return slo.members.map(member => ({
      displayName: member.title,
      target: Number(member.target),
      compositeWeight: member.weight,
      indicator: namedIndicator(`${slo.name}-${member.name}`, member.indicator),
    }));
  }
  return [
    {
      displayName: slo.title,
      ...(slo.indicator.kind === 'threshold' && {
        op: slo.indicator.op,
        value: slo.indicator.value,
      }),
      target: Number(slo.target),
      ...(slo.sliceTarget && { timeSliceTarget: Number(slo.sliceTarget) }),
      ...(slo.method !== 'Occurrences' && { timeSliceWindow: '5m' }),
    },
  ];
}

function timeWindow({ window }: SloSpec) {
  if ('timeZone' in window) {
    const { duration, startTime, timeZone } = window;
    return {
      duration,
      isRolling: false,
      calendar: { startTime, timeZone },
    };
  }
  return { duration: window.duration, isRolling: true };
}

function labels(component: Component) {
  return {
    team: component.team,
    system: component.system,
    tier: String(component.tier),
  };
}

/** Pages that must wake somebody: 2 % of the budget in an hour, 5 % in six. */
function alertPolicies(slo: SloSpec) {
  const rows: Array<[string, number, string, string]> = [
    ['fast', 14.4, '1h', 'page'],
    ['slow', 6, '6h', 'page'],
  ];
  return rows.map(([name, threshold, lookbackWindow, severity]) => ({
    kind: 'AlertPolicy',
    metadata: { name: `${slo.name}-${name}` },
    spec: {
      description: `The budget burns ${threshold} times as fast as it may`,
      alertWhenBreaching: true,
      alertWhenNoData: false,
      alertWhenResolved: true,
      conditions: [
        {
          kind: 'AlertCondition',
          metadata: { name: `${slo.name}-${name}` },
          spec: {
            severity,
            condition: {
              kind: 'burnrate',
              op: 'gte',
              threshold,
              lookbackWindow,
              alertAfter: '2m',
            },
          },
        },
      ],
      notificationTargets: [],
    },
  }));
}

/** A component and its objectives as OpenSLO v1. */
export function openSloDocuments(
  component: Component,
  slos: readonly SloSpec[],
): unknown[] {
  const service = {
    apiVersion,
    kind: 'Service',
    metadata: {
      name: component.name,
      displayName: component.title,
      labels: labels(component),
    },
    spec: { description: component.description },
  };
  const documents = slos.map(slo => ({
    apiVersion,
    kind: 'SLO',
    metadata: {
      name: slo.name,
      displayName: slo.title,
      labels: labels(component),
    },
    spec: {
      description: slo.description,
      service: component.name,
      ...(!slo.members && {
        indicator: namedIndicator(slo.name, slo.indicator),
      }),
      timeWindow: [timeWindow(slo)],
      budgetingMethod: slo.method,
      objectives: objectives(slo),
      ...(component.tier === 1 &&
        slo.aspect === 'availability' && {
          alertPolicies: alertPolicies(slo),
        }),
    },
  }));
  return [service, ...documents];
}
