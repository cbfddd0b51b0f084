/** @jest-environment node */
import { stringify } from 'yaml';
import { definitionsOf, ratioSlo } from './__testUtils__/definitions';
import { EVERY_KIND } from './__testUtils__/everyKind';
import { PEER_GROUPS } from './__testUtils__/peer';
import {
  counter,
  findPromtool,
  runPromtool,
  unitTest,
} from './__testUtils__/promtool';
import { generateRules } from './generateRules';
import { generateRulesForAll } from './generateRulesForAll';
import type { RuleOptions } from './types';
import { rulesToPrometheusFile } from './yaml';

const { promtool = '', reason } = findPromtool();
const withPromtool = promtool === '' ? describe.skip : describe;

interface Traffic {
  minutes: number;
  /** Requests a minute. */
  good: number;
  bad: number;
}

const healthy = { minutes: 365, good: 6000, bad: 0 };
const silence = { minutes: 120, good: 0, bad: 0 };
const outage = { minutes: 30, good: 0, bad: 6000 };

/** Rules of the portal and of the peer, over the same two counters. */
function compare(
  traffic: Traffic[],
  options: RuleOptions,
  checks: { expr: string; samples: number[] }[],
) {
  const { spec } = generateRules(ratioSlo(), options);
  const groups = [...spec.groups, ...PEER_GROUPS]
    .filter(({ name }) => !name.startsWith('slo-meta'))
    .map(({ name, rules }) => ({
      name,
      // No alert reads the window of 30 days, and it is the dearest to compute.
      rules: rules.filter(({ record }) => !record?.endsWith('30d')),
    }));
  const minute = traffic.reduce((sum, { minutes }) => sum + minutes, 0);
  const series = (code: number, key: 'good' | 'bad') => ({
    series: `http_requests_total{job="order-service",code="${code}"}`,
    values: counter(
      traffic.map(stretch => ({
        samples: stretch.minutes,
        growth: stretch[key],
      })),
    ),
  });
  return runPromtool(promtool, ['test', 'rules', 'test.yaml'], {
    'rules.yaml': stringify({ groups }, { aliasDuplicateObjects: false }),
    'test.yaml': unitTest(
      groups.map(({ name }) => name),
      [series(200, 'good'), series(500, 'bad')],
      checks.map(check => ({ ...check, minute })),
    ),
  });
}

const OURS = 'SloErrorBudgetBurn';
const PEER = 'PeerAvailability';

function firing(alert: string, severity: string): string {
  return `max by (sloth_severity) (ALERTS{alertname="${alert}", alertstate="firing", sloth_severity="${severity}"})`;
}

/** Minutes in which one fires and the other does not. */
function minutesApart(severity: string): string {
  const ours = firing(OURS, severity);
  const peer = firing(PEER, severity);
  return `sum(count_over_time(((${ours} unless ${peer}) or (${peer} unless ${ours}))[1d:1m])) or vector(0)`;
}

/** Minute in which an alert fires first, -1 when it never does. */
function firstMinute(alert: string, severity: string): string {
  return `(sum(min_over_time(timestamp(${firing(
    alert,
    severity,
  )})[1d:1m])) / 60 or vector(-1))`;
}

function minutesFiring(alert: string, severity: string): string {
  return `(sum(count_over_time(${firing(
    alert,
    severity,
  )}[1d:1m])) or vector(0))`;
}

withPromtool(`rules under promtool ${reason}`, () => {
  it.each<RuleOptions>([
    { owner: 'group:default/orders', tier: 1, minimumEvents: 100 },
    { longWindows: 'raw', portalUrl: 'https://portal.example.com' },
  ])('are valid for every kind of definition: %j', options => {
    const { rule, refused } = generateRulesForAll(
      definitionsOf(EVERY_KIND),
      'slo-order-service',
      options,
    );
    const { output } = runPromtool(
      promtool,
      ['check', 'rules', '--lint-fatal', 'rules.yaml'],
      { 'rules.yaml': rulesToPrometheusFile(rule) },
    );

    expect(refused).toEqual([]);
    expect(output).toContain('SUCCESS');
  });

  // By hand, k minutes after the change: a total outage is k/60 of the hour,
  // above 1.44 % at once, and k/(365 + k) of all that was ever seen, above
  // 0.1 % at once. A burn of 5 is 0.005 k/(365 + k), above 0.1 % from k = 92.
  it.each([
    [
      'a total outage of 30 minutes',
      [healthy, outage, healthy],
      { page: 366, ticket: 366 },
    ],
    [
      'a burn of 5 times the even pace',
      [healthy, { minutes: 300, good: 5970, bad: 30 }],
      { page: -1, ticket: 365 + 92 },
    ],
    [
      'a burn of half the even pace',
      [{ minutes: 400, good: 5997, bad: 3 }],
      { page: -1, ticket: -1 },
    ],
    ['no traffic', [healthy, silence, silence], { page: -1, ticket: -1 }],
    [
      'errors right after a time without traffic',
      [healthy, silence, { minutes: 60, good: 3000, bad: 3000 }],
      { page: 486, ticket: 486 },
    ],
  ])(
    'fire in the same minutes as the peer: %s',
    (_, traffic, { page, ticket }) => {
      const { output } = compare(traffic, { longWindows: 'raw' }, [
        { expr: minutesApart('page'), samples: [0] },
        { expr: minutesApart('ticket'), samples: [0] },
        { expr: firstMinute(OURS, 'page'), samples: [page] },
        { expr: firstMinute(OURS, 'ticket'), samples: [ticket] },
      ]);

      expect(output).toContain('SUCCESS');
    },
    120_000,
  );

  it.each([
    ['an outage', [healthy, outage, healthy]],
    ['a slow burn', [healthy, { minutes: 300, good: 5970, bad: 30 }]],
  ])(
    'with recorded long windows page in the same minutes and ticket within 5: %s',
    (_, traffic) => {
      const near = (measure: typeof firstMinute) => ({
        expr: `abs(${measure(OURS, 'ticket')} - ${measure(
          PEER,
          'ticket',
        )}) <= bool 5`,
        samples: [1],
      });
      const { output } = compare(traffic, {}, [
        { expr: minutesApart('page'), samples: [0] },
        near(firstMinute),
        near(minutesFiring),
        { expr: `${minutesFiring(OURS, 'ticket')} > bool 100`, samples: [1] },
      ]);

      expect(output).toContain('SUCCESS');
    },
    120_000,
  );
});
