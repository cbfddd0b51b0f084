import { change, OPENSLO, parse, told } from './__testUtils__/files';

const REFERRING = `apiVersion: openslo/v1
kind: SLO
metadata:
  name: availability
spec:
  service: order-service
  indicatorRef: requests
  timeWindow:
    - duration: 28d
      isRolling: true
  budgetingMethod: Occurrences
  objectives:
    - target: 0.999
  alertPolicies:
    - alertPolicyRef: fast-burn
---
apiVersion: openslo/v1
kind: SLI
metadata:
  name: requests
spec:
  ratioMetric:
    counter: true
    bad:
      metricSource:
        metricSourceRef: eu
        spec:
          query: sum(http_requests_total{job="order-service",code=~"5.."})
    total:
      metricSource:
        metricSourceRef: eu
        spec:
          query: sum(http_requests_total{job="order-service"})
---
apiVersion: openslo/v1
kind: DataSource
metadata:
  name: eu
spec:
  type: Grafana Cloud
  connectionDetails:
    url: https://elsewhere.example.com
---
apiVersion: openslo/v1
kind: AlertPolicy
metadata:
  name: fast-burn
spec:
  alertWhenBreaching: true
  conditions:
    - conditionRef: fast
  notificationTargets:
    - targetRef: on-call
---
apiVersion: openslo/v1
kind: AlertCondition
metadata:
  name: fast
spec:
  severity: page
  condition:
    kind: burnrate
    op: gte
    threshold: 14.4
    lookbackWindow: 1h
    alertAfter: 5m
---
apiVersion: openslo/v1
kind: AlertNotificationTarget
metadata:
  name: on-call
spec:
  target: pagerduty
---
apiVersion: openslo/v1
kind: Service
metadata:
  name: order-service
spec:
  description: Orders
`;

describe('references between documents', () => {
  it('are followed', () => {
    const { definitions, problems } = parse(REFERRING);

    expect(problems).toEqual([]);
    expect(definitions).toHaveLength(1);
    expect(definitions[0]).toMatchObject({
      objectives: [
        {
          indicator: {
            kind: 'ratio',
            bad: { type: 'prometheus', server: 'eu' },
            total: { type: 'prometheus', server: 'eu' },
          },
        },
      ],
      alerts: [
        {
          name: 'fast-burn',
          severity: 'page',
          op: 'gte',
          threshold: 14.4,
          lookback: { value: 1, unit: 'h' },
          alertAfter: { value: 5, unit: 'm' },
        },
      ],
    });
    // No file may send the portal's questions elsewhere.
    expect(JSON.stringify(definitions)).not.toContain('elsewhere');
  });

  it.each([
    [
      'indicatorRef: requests',
      'indicatorRef: request',
      '7 spec.indicatorRef: refers to the SLI "request", which is not in this file: it has requests',
    ],
    [
      'alertPolicyRef: fast-burn',
      'alertPolicyRef: slow-burn',
      '15 spec.alertPolicies[0].alertPolicyRef: refers to the AlertPolicy "slow-burn", which is not in this file: it has fast-burn',
    ],
    [
      'conditionRef: fast\n',
      'conditionRef: slow\n',
      '51 spec.conditions[0].conditionRef: refers to the AlertCondition "slow", which is not in this file',
    ],
    [
      '    bad:',
      '    bda:',
      '7 spec.indicatorRef: refers to the SLI "requests", which is in this file but not valid: mend that first',
    ],
    [
      'threshold: 14.4',
      'threshold: 1001',
      '64 spec.condition.threshold: A burn rate of 1001 is impossible, so the alert could never fire: when everything fails the budget of this target burns at 1/(1 - target) = 1000',
    ],
    [
      'op: gte\n    threshold: 14.4',
      'op: gt\n    threshold: 1000',
      '64 spec.condition.threshold: A burn rate above 1000 is impossible',
    ],
    [
      'threshold: 14.4',
      'threshold: 0',
      '64 spec.condition.threshold: must be above 0',
    ],
    [
      'lookbackWindow: 1h',
      'lookbackWindow: 1M',
      '65 spec.condition.lookbackWindow: "1M" is no look-back',
    ],
    [
      'lookbackWindow: 1h',
      'lookbackWindow: 7m',
      '65 spec.condition.lookbackWindow: "7m" is no look-back',
    ],
    [
      'alertAfter: 5m',
      'alertAfter: soon',
      '66 spec.condition.alertAfter: "soon" is no duration',
    ],
    [
      '    - conditionRef: fast\n',
      '    - conditionRef: fast\n    - conditionRef: fast\n',
      '50 spec.conditions: must have exactly one condition (OpenSLO v1), and has 2',
    ],
    ['op: gte\n', 'op: over\n', '63 spec.condition.op: unknown value "over"'],
    [
      'kind: burnrate',
      'kind: threshold',
      '62 spec.condition.kind: unknown value "threshold"; known here: burnrate',
    ],
  ])('lead to a refusal: %j as %j', (from, to, expected) => {
    const { definitions, problems } = parse(change(REFERRING, from, to));

    expect(definitions).toEqual([]);
    expect(problems.map(told).join('\n')).toContain(expected);
  });

  it('may name a service of another file, with a warning', () => {
    const { definitions, problems } = parse(
      change(REFERRING, 'service: order-service', 'service: orders'),
    );

    expect(definitions).toHaveLength(1);
    expect(problems.map(told)).toEqual([
      '~6 spec.service: The file has Service documents, but none named "orders".',
    ]);
  });

  it('refuses two types for one data source', () => {
    const { problems } = parse(
      change(
        REFERRING,
        'bad:\n      metricSource:\n',
        'bad:\n      metricSource:\n        type: Datadog\n',
      ),
    );

    expect(problems.map(told)).toContain(
      '26 spec.ratioMetric.bad.metricSource.type: says Datadog, but the DataSource "eu" says Grafana Cloud: remove this one',
    );
  });

  it('takes a policy that is written inline, and one that is only a name', () => {
    const inline = `alertPolicies:
    - fast-burn
    - kind: AlertPolicy
      metadata:
        name: slow-burn
      spec:
        conditions:
          - kind: AlertCondition
            metadata: { name: slow }
            spec:
              severity: ticket
              condition: { kind: burnrate, threshold: 1, lookbackWindow: 3d }`;
    const { definitions, problems } = parse(
      change(
        REFERRING,
        'alertPolicies:\n    - alertPolicyRef: fast-burn',
        inline,
      ),
    );

    expect(problems).toEqual([]);
    expect(definitions[0].alerts.map(({ name, op }) => [name, op])).toEqual([
      ['fast-burn', 'gte'],
      ['slow-burn', 'gte'],
    ]);
  });

  it('leaves out a policy that does not alert on a breach', () => {
    const { definitions } = parse(
      change(
        REFERRING,
        'alertWhenBreaching: true',
        'alertWhenBreaching: false',
      ),
    );

    expect(definitions[0].alerts).toEqual([]);
  });

  it('keeps the first of two documents with one name', () => {
    const { definitions, problems } = parse(
      `${OPENSLO}---\n${change(OPENSLO, 'target: 0.9995', 'target: 0.9')}`,
    );

    expect(definitions.map(({ objectives }) => objectives[0].target)).toEqual([
      '0.9995',
    ]);
    expect(problems.map(told)).toEqual([
      '40 metadata.name: Another SLO with the name "availability" begins on line 1; this one is not used. Names are unique per kind',
    ]);
  });
});
