/** @jest-environment node */
import { stringify } from 'yaml';
import type { SloDefinition } from '../types';
import { definitionsOf, ratioSlo } from './__testUtils__/definitions';
import { EVERY_KIND } from './__testUtils__/everyKind';
import {
  counter,
  findPromtool,
  runPromtool,
  unitTest,
  type Stretch,
} from './__testUtils__/promtool';
import { generateRules } from './generateRules';

const { promtool = '', reason } = findPromtool();
const withPromtool = promtool === '' ? describe.skip : describe;

/** Samples of 5 minutes in a day. */
const DAY = 288;
const other = (samples: number) => [{ samples, growth: 1 }];
const requests = (code: number) =>
  `http_requests_total{job="order-service",code="${code}"}`;

/** Evaluates some of the rules of an SLO every 5 minutes, and then a few expressions. */
function evaluate(
  definition: SloDefinition,
  series: Record<string, Stretch[] | string>,
  checks: { expr: string; samples: number[] }[],
  wanted: (record: string) => boolean = () => true,
) {
  const groups = generateRules(definition).spec.groups.map(
    ({ name, rules }) => ({
      name,
      rules: rules.filter(({ record = '' }) => wanted(record)),
    }),
  );
  const samples = Math.max(
    ...Object.values(series).map(values =>
      typeof values === 'string'
        ? 0
        : values.reduce((sum, stretch) => sum + stretch.samples, 0),
    ),
  );
  return runPromtool(promtool, ['test', 'rules', 'test.yaml'], {
    'rules.yaml': stringify({ groups }, { aliasDuplicateObjects: false }),
    'test.yaml': unitTest(
      groups.map(({ name }) => name),
      Object.entries(series).map(([name, values]) => ({
        series: name,
        values: typeof values === 'string' ? values : counter(values),
      })),
      checks.map(check => ({ ...check, minute: samples * 5 })),
      '5m',
    ),
  }).output;
}

/** 1 when the expression is within a thousandth of the value. */
function about(expr: string, value: number) {
  return {
    expr: `sum(abs((${expr}) / ${value} - 1)) < bool 0.001`,
    samples: [1],
  };
}

function expressionOf(definition: SloDefinition, record: string): string {
  const rules = generateRules(definition).spec.groups.flatMap(
    group => group.rules,
  );
  const rule = rules.find(one => one.record === record);
  if (!rule) {
    throw new Error(`no rule records ${record}`);
  }
  return rule.expr;
}

withPromtool(`figures of the rules under promtool ${reason}`, () => {
  it('say that a burn of 14.4 spends 2 % of a 30-day budget in an hour', () => {
    const definition = ratioSlo();
    const period = expressionOf(definition, 'slo:sli_error:ratio_rate30d');
    const output = evaluate(
      definition,
      {
        [requests(200)]: [
          { samples: 29 * DAY, growth: 30_000 },
          { samples: 12, growth: 30_000 - 432 },
          { samples: DAY - 12, growth: 30_000 },
        ],
        [requests(500)]: [
          { samples: 29 * DAY, growth: 0 },
          { samples: 12, growth: 432 },
          { samples: DAY - 12, growth: 0 },
        ],
      },
      [
        // One slice of each hour, as promtool's tests hold no more than 10,000
        // samples at once; all slices of an hour are alike here.
        about(`(${period.replace(/:5m\]/g, ':1h]')}) / 0.001`, 0.02),
      ],
      record => record.endsWith(':rate5m'),
    );

    expect(output).toContain('SUCCESS');
  }, 120_000);

  it('weigh a day by its traffic, where a mean of ratios is far off', () => {
    // 1000 requests at 50 % errors, then 100,000 at 1 %: 1500 of 101,000 bad.
    const output = evaluate(
      ratioSlo(),
      {
        [requests(200)]: [
          { samples: 100, growth: 5 },
          { samples: 100, growth: 990 },
        ],
        [requests(500)]: [
          { samples: 100, growth: 5 },
          { samples: 100, growth: 10 },
        ],
      },
      [
        about('slo:sli_error:ratio_rate1d', 1500 / 101_000),
        about('slo:period_burn_rate:ratio', 1500 / 101),
        about('slo:period_error_budget_remaining:ratio', 1 - 1500 / 101),
      ],
    );

    expect(output).toContain('SUCCESS');
  });

  it('are not poisoned by a time without traffic, nor by errors born late', () => {
    const output = evaluate(
      ratioSlo(),
      {
        [requests(200)]: [
          { samples: 48, growth: 1000 },
          { samples: 48, growth: 0 },
          { samples: 48, growth: 999 },
        ],
        // Does not exist for the first 96 samples.
        [requests(500)]: `_x96 0+1x48`,
      },
      [
        about('slo:sli_error:ratio_rate1d', 48 / 96_000),
        about('slo:sli_error:ratio_rate5m', 0.001),
        {
          expr: 'count(count_over_time(slo:sli_error:ratio_rate5m[230m] offset 4h)) or vector(0)',
          samples: [0],
        },
        {
          expr: 'min(min_over_time(slo:sli_total:rate5m[3h] offset 4h5m))',
          samples: [0],
        },
        {
          expr: 'count(ALERTS{alertname="SloNoData"}) or vector(0)',
          samples: [0],
        },
      ],
    );

    expect(output).toContain('SUCCESS');
  });

  it('count all as bad when the good ones never came', () => {
    const output = evaluate(
      ratioSlo(),
      { [requests(500)]: [{ samples: 24, growth: 10 }] },
      [
        about('slo:sli_error:ratio_rate5m', 1),
        about('slo:sli_error:ratio_rate1h', 1),
        about('slo:sli_error:ratio_rate1d', 1),
      ],
    );

    expect(output).toContain('SUCCESS');
  });

  it('tell that nothing is measured, after 15 minutes', () => {
    const output = evaluate(ratioSlo(), { other: other(12) }, [
      {
        expr: 'count(ALERTS{alertname="SloNoData", alertstate="firing", slo_id="default/order-service/availability"})',
        samples: [1],
      },
      {
        expr: 'min(min_over_time(timestamp(ALERTS{alertname="SloNoData", alertstate="firing"})[1h:1m])) / 60',
        samples: [15],
      },
    ]);

    expect(output).toContain('SUCCESS');
  });

  const named = (name: string) => {
    const found = definitionsOf(EVERY_KIND).find(one => one.name === name);
    if (!found) {
      throw new Error(`no definition ${name}`);
    }
    return found;
  };
  const hits = (code: number) => `hits{job="order-service",code="${code}"}`;

  // Eight hours: no errors, an hour of 10 %, one value of 40 % at the end of a
  // slice of 15 minutes, and four hours of 1 %.
  it.each([
    // Below 95 % are the four slices of that hour, and the one with 40 of 300.
    ['slices', 5 / 32],
    // Means of the eight hours.
    ['ratio-slices', (0.1 + 40 / 1200 + 0.04) / 8],
  ])('cut time into slices: %s', (name, expected) => {
    const output = evaluate(
      named(name),
      {
        [hits(200)]: [
          { samples: 12, growth: 100 },
          { samples: 12, growth: 90 },
          { samples: 2, growth: 100 },
          { samples: 1, growth: 60 },
          { samples: 21, growth: 100 },
          { samples: 48, growth: 99 },
        ],
        [hits(500)]: [
          { samples: 12, growth: 0 },
          { samples: 12, growth: 10 },
          { samples: 2, growth: 0 },
          { samples: 1, growth: 40 },
          { samples: 21, growth: 0 },
          { samples: 48, growth: 1 },
        ],
      },
      [about('slo:sli_error:ratio_rate1d', expected)],
    );

    expect(output).toContain('SUCCESS');
  });

  it('add the burn of members by weight', () => {
    // Weight 2 at 3 % of 1 %, and weight 1 at 0.2 % of 0.1 %: 2 * 3 + 2 = 8.
    const output = evaluate(
      named('composite'),
      {
        [hits(200)]: [{ samples: 24, growth: 970 }],
        [hits(500)]: [{ samples: 24, growth: 30 }],
        'order_service:ratio': '0.998x24',
      },
      [
        about('slo:burn_rate:ratio_rate1h', 8),
        about('slo:current_burn_rate:ratio', 8),
        about('slo:sli_error:ratio_rate1h{slo_objective="1"}', 0.03),
        about('slo:sli_error:ratio_rate1h{slo_objective="2"}', 0.002),
      ],
    );

    expect(output).toContain('SUCCESS');
  });

  it('compare samples with a threshold, and take NaN for no answer', () => {
    const [objective] = ratioSlo().objectives;
    const metric = { type: 'prometheus', query: 'lag / consumers' };
    const definition = ratioSlo({
      objectives: [
        {
          ...objective,
          indicator: { kind: 'threshold', metric, op: 'lt', value: 0.0015 },
        },
      ],
    });
    const output = evaluate(
      definition,
      // 12 samples are good, 6 bad, and 6 are 0/0.
      { lag: '0x11 1x5 0x5', consumers: '1x17 0x5', other: other(23) },
      [about('slo:sli_error:ratio_rate1d', 6 / 18)],
    );

    expect(output).toContain('SUCCESS');
  });

  it('keep alerts still below the least number of events', () => {
    const bad = {
      [requests(200)]: [{ samples: 24, growth: 0 }],
      [requests(500)]: [{ samples: 24, growth: 1 }],
    };
    const alerts = (minimumEvents: number) => {
      const { spec } = generateRules(ratioSlo(), { minimumEvents });
      return runPromtool(promtool, ['test', 'rules', 'test.yaml'], {
        'rules.yaml': stringify(spec, { aliasDuplicateObjects: false }),
        'test.yaml': unitTest(
          spec.groups.map(({ name }) => name),
          Object.entries(bad).map(([series, values]) => ({
            series,
            values: counter(values),
          })),
          [
            {
              expr: 'count(ALERTS{sloth_severity="page", alertstate="firing"}) or vector(0)',
              minute: 115,
              // 12 or 13 requests in the hour.
              samples: [minimumEvents > 13 ? 0 : 1],
            },
          ],
          '5m',
        ),
      }).output;
    };

    expect(alerts(10)).toContain('SUCCESS');
    expect(alerts(50)).toContain('SUCCESS');
  });
});
