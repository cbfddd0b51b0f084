import { parseQuery } from '../definitions';
import { OPENSLO, SLOTH } from '../definitions/__testUtils__/files';
import type { SloDefinition } from '../types';
import { definitionsOf, ratioSlo } from './__testUtils__/definitions';
import { EVERY_KIND } from './__testUtils__/everyKind';
import { explainRules } from './explainRules';
import { generateRules } from './generateRules';
import { generateRulesForAll } from './generateRulesForAll';
import type { Rule, RuleOptions } from './types';

function rulesOf(definition: SloDefinition, options?: RuleOptions): Rule[] {
  return generateRules(definition, options).spec.groups.flatMap(
    ({ rules }) => rules,
  );
}

function named(name: string): SloDefinition {
  const found = definitionsOf(EVERY_KIND).find(one => one.name === name);
  if (!found) {
    throw new Error(`no definition ${name}`);
  }
  return found;
}

describe('the rules of a ratio of counters', () => {
  const rules = rulesOf(ratioSlo(), { owner: 'group:default/orders', tier: 1 });

  it("carry Sloth's names and labels, and ours", () => {
    expect(rules.flatMap(({ record }) => record ?? [])).toEqual([
      'slo:sli_bad:rate5m',
      'slo:sli_total:rate5m',
      'slo:sli_error:ratio_rate5m',
      'slo:sli_error:ratio_rate30m',
      'slo:sli_error:ratio_rate1h',
      'slo:sli_error:ratio_rate2h',
      'slo:sli_error:ratio_rate6h',
      'slo:sli_error:ratio_rate1d',
      'slo:sli_error:ratio_rate3d',
      'slo:sli_error:ratio_rate30d',
      'slo:objective:ratio',
      'slo:error_budget:ratio',
      'slo:time_period:days',
      'slo:current_burn_rate:ratio',
      'slo:period_burn_rate:ratio',
      'slo:period_error_budget_remaining:ratio',
      'sloth_slo_info',
    ]);
    expect(rules[4].labels).toEqual({
      team: 'orders',
      owner: 'group:default/orders',
      tier: '1',
      slo_id: 'default/order-service/availability',
      sloth_id: 'order-service-availability',
      sloth_service: 'order-service',
      sloth_slo: 'availability',
      sloth_window: '1h',
    });
  });

  it('put the range to each selector, and nothing where errors do not exist yet', () => {
    const [bad, total] = rules;

    expect(total.expr).toBe(
      'sum(rate(http_requests_total{job="order-service"}[5m]))',
    );
    expect(bad.expr).toBe(
      'clamp_min(sum(rate(http_requests_total{job="order-service"}[5m])) - sum(rate(http_requests_total{job="order-service",code!~"5.."}[5m])), 0) or sum(rate(http_requests_total{job="order-service"}[5m]))',
    );
  });

  it('have budgets without floating point dust', () => {
    expect(rules.map(({ expr }) => expr).join('\n')).not.toMatch(/\d{9}/);
  });

  it('alert with everything that on-call needs', () => {
    const [page, ticket, absent] = rulesOf(ratioSlo(), {
      owner: 'group:default/orders',
      tier: 1,
      portalUrl: 'https://portal.example.com/',
    }).filter(({ alert }) => alert);

    expect(page).toMatchObject({
      alert: 'SloErrorBudgetBurn',
      labels: {
        severity: 'page',
        sloth_severity: 'page',
        owner: 'group:default/orders',
        tier: '1',
      },
      annotations: {
        title: 'order-service: Availability',
        summary: 'order-service: Availability burns its error budget fast',
        description:
          'Target 99.9 %. Fires when the 30d error budget burns faster than 14.4 times over 1h (2 % of the budget), or 6 times over 6h (5 % of the budget).',
        runbook_url: 'https://runbooks.example.com/orders',
        dashboard:
          'https://portal.example.com/slos/default/order-service/availability',
      },
    });
    expect(ticket.labels.severity).toBe('ticket');
    expect(absent).toMatchObject({
      alert: 'SloNoData',
      for: '15m',
      expr: 'absent(slo:sli_total:rate5m{slo_id="default/order-service/availability"})',
    });
  });
});

describe('the rules of other definitions', () => {
  it("keep Sloth's query, its alert name and its choice of alerts", () => {
    const rules = rulesOf(definitionsOf(SLOTH)[0]);
    const alerts = rules.filter(({ alert }) => alert);

    expect(rules[4].expr).toBe(
      '(sum(rate(http_requests_total{job="order-service",code=~"5.."}[1h])) or 0 * sum(rate(http_requests_total{job="order-service"}[1h]))) / (sum(rate(http_requests_total{job="order-service"}[1h])) > 0)',
    );
    expect(alerts.map(({ alert, labels }) => [alert, labels.severity])).toEqual(
      [
        ['OrdersAvailability', 'page'],
        ['SloNoData', 'ticket'],
      ],
    );
    expect(alerts[0].labels.channel).toBe('orders');
  });

  it('name 28 days like Prometheus does', () => {
    const [definition] = definitionsOf(OPENSLO);

    expect(rulesOf(definition).map(({ record }) => record)).toContain(
      'slo:sli_error:ratio_rate4w',
    );
  });

  it.each(definitionsOf(EVERY_KIND).map(one => [one.name, one] as const))(
    'are PromQL: %s',
    (_, definition) => {
      const problems = rulesOf(definition, { minimumEvents: 10 }).map(
        ({ expr }) => parseQuery(expr).problem,
      );

      expect(new Set(problems)).toEqual(new Set([undefined]));
    },
  );

  it('record the look-back of an alert policy', () => {
    const rules = rulesOf(named('with-policy'));

    expect(rules.map(({ record }) => record)).toContain(
      'slo:sli_error:ratio_rate4h',
    );
    expect(rules.find(({ alert }) => alert === 'SloBurnRate')).toMatchObject({
      expr: 'max without (sloth_window) (slo:sli_error:ratio_rate4h{slo_id="default/order-service/with-policy"} >= (1 * 0.0005))',
      for: '30m',
      labels: { severity: 'ticket', slo_alert_policy: 'slow' },
    });
  });

  it('escape what a template of an alert would run', () => {
    const [alert] = rulesOf(named('raw')).filter(rule => rule.alert);

    expect(alert.annotations?.title).toBe(
      'order-service: Has "quotes", \\ and {{ "{{" }} braces }}',
    );
  });

  it('never let a label of the file stand for one of ours', () => {
    const rules = rulesOf(
      ratioSlo({
        labels: {
          slo_id: 'x',
          'app.kubernetes.io/name': 'y',
          '1': 'z',
          le: '1',
        },
      }),
    );

    expect(rules[0].labels).toEqual({
      app_kubernetes_io_name: 'y',
      _1: 'z',
      slo_id: 'default/order-service/availability',
      sloth_id: 'order-service-availability',
      sloth_service: 'order-service',
      sloth_slo: 'availability',
    });
  });

  it.each([
    ['slices', 'share of its time slices of 15 minutes with less than 0.95'],
    [
      'ratio-slices',
      'mean of the error ratios of its time slices of 60 minutes',
    ],
    [
      'composite',
      'A composite of 2 objectives: its burn rate is the sum of weight times burn',
    ],
    [
      'quarter',
      'Prometheus knows no calendar: series and alerts of the period look back 90d',
    ],
    ['hours', 'A window of 12h is too short'],
    ['with-policy', 'Alert policy slow has one window'],
    [
      'bad-total',
      'Below 1000 events in 4w a single bad event spends more than a tenth',
    ],
  ])('are explained: %s', (name, text) => {
    expect(explainRules(named(name)).join('\n')).toContain(text);
  });

  it('cannot be made of what Prometheus does not hold', () => {
    const datadog = definitionsOf(
      OPENSLO.replace(/type: Prometheus/g, 'type: Datadog'),
    );

    expect(() => generateRules(datadog[0])).toThrow(
      'No Prometheus rules can be made of default/order-service/availability, because its data source is of type datadog',
    );
    const { rule, refused } = generateRulesForAll(
      [...datadog, ratioSlo({ id: 'default/order-service/other' })],
      'slo-order-service',
    );
    expect(refused).toEqual([
      { id: 'default/order-service/availability', reason: expect.any(String) },
    ]);
    expect(rule.spec.groups.map(({ name }) => name)).toEqual([
      'slo-sli-recordings-default-order-service-other',
      'slo-meta-recordings-default-order-service-other',
      'slo-alerts-default-order-service-other',
    ]);
  });
});
