import { estimate } from './estimate.mjs';
import { savings, sumBy, total } from './sums.mjs';

const dollars = micros =>
  Math.round(micros / 1e6).toLocaleString('en-US', {
    style: 'currency',
    currency: 'USD',
    maximumFractionDigits: 0,
  });
const percent = share => `${(share * 100).toFixed(0)} %`;

function table(head, rows, align = '--:') {
  return [
    `| ${head.join(' | ')} |`,
    `| ${head.map((_, index) => (index === 0 ? '---' : align)).join(' | ')} |`,
    ...rows.map(row => `| ${row.join(' | ')} |`),
  ].join('\n');
}

function byEnvironment(today, twice, order) {
  const now = sumBy(today, ({ environment }) => environment);
  const then = sumBy(twice, ({ environment }) => environment);
  return table(
    ['environment', "today's traffic", 'twice that'],
    [
      ...order
        .filter(name => then.has(name))
        .map(name => [name, dollars(now.get(name)), dollars(then.get(name))]),
      [
        '**all**',
        `**${dollars(total(today))}**`,
        `**${dollars(total(twice))}**`,
      ],
    ],
  );
}

function byGroup(lines) {
  const roots = ['prod/us-east-1', 'prod/eu-west-1'];
  const groups = [
    ...sumBy(
      lines.filter(({ environment }) => environment === 'prod'),
      ({ group }) => group,
    ),
  ].sort(([, a], [, b]) => b - a);
  return table(
    ['what', ...roots, 'both'],
    groups.map(([group, sum]) => [
      group,
      ...roots.map(root =>
        dollars(
          total(
            lines.filter(line => line.root === root && line.group === group),
          ),
        ),
      ),
      dollars(sum),
    ]),
  );
}

function largest(lines, count) {
  return table(
    ['line', 'a month', 'share'],
    [...sumBy(lines, ({ item }) => item)]
      .sort(([, a], [, b]) => b - a)
      .slice(0, count)
      .map(([item, sum]) => [item, dollars(sum), percent(sum / total(lines))]),
  );
}

/** Assumptions as rows: the path to each, its value and why it is so. */
function assumptionRows(value, at = []) {
  if (value?.why !== undefined) {
    const { why, value: single, ...named } = value;
    const shown =
      single ??
      Object.entries(named)
        .map(([name, part]) => `${name} ${part}`)
        .join(', ');
    return [[at.join(' > '), String(shown), why]];
  }
  return value && typeof value === 'object' && !Array.isArray(value)
    ? Object.entries(value).flatMap(([name, part]) =>
        assumptionRows(part, [...at, name]),
      )
    : [];
}

function verdict(sum, { ceiling, alert }) {
  if (sum > ceiling) {
    return `**${dollars(sum - ceiling)} above the ceiling**`;
  }
  return sum > alert
    ? `${dollars(ceiling - sum)} below the ceiling, but ${dollars(
        sum - alert,
      )} above the alert`
    : `${dollars(ceiling - sum)} below the ceiling and ${dollars(
        alert - sum,
      )} below the alert`;
}

function inventoryTable(inventory) {
  const kinds = [
    ...new Set(Object.values(inventory).flatMap(counts => Object.keys(counts))),
  ].sort((a, b) => a.localeCompare(b, 'en'));
  const roots = Object.keys(inventory);
  return table(
    ['counted in the plans', ...roots],
    kinds.map(kind => [
      kind,
      ...roots.map(root => inventory[root][kind] ?? ''),
    ]),
  );
}

/** The page docs/infrastructure/cost.md. */
export function costPage({
  inventory,
  prices,
  assumptions,
  spotPercent,
  order,
}) {
  const shared = { inventory, prices, assumptions, spotPercent };
  const { trafficFactors, levers } = assumptions;
  const today = estimate({ ...shared, factor: trafficFactors.today });
  const twice = estimate({ ...shared, factor: trafficFactors.twice });
  const limits = {
    ceiling: assumptions.ceilingUsd.value * 1e6,
    alert: assumptions.ceilingUsd.value * assumptions.alertShare.value * 1e6,
  };
  const saved = savings(twice, levers);
  const after =
    total(twice) - saved.reduce((sum, { micros }) => sum + micros, 0);
  return `# What it costs

The company may spend ${dollars(
    limits.ceiling,
  )} a month at twice today's traffic; at ${dollars(
    limits.alert,
  )} somebody is alerted. This page is made from the code by \`node scripts/infra/cost/cost.mjs\`: what is paid by the hour is counted in the plans of \`infra/live\`, what is paid by use follows from the assumptions below. The tests fail when it is no longer what the code gives.

## The answer

| at twice today's traffic, both regions of production | a month | against the ceiling |
| --- | --: | --- |
| list prices, nothing committed | ${dollars(total(twice))} | ${verdict(
    total(twice),
    limits,
  )} |
| with the levers below | ${dollars(after)} | ${verdict(after, limits)} |

Today's traffic at list prices: ${dollars(
    total(today),
  )}. Not in any figure: tax, AWS support (Business: about ${dollars(
    total(twice) * 0.08,
  )} at twice the traffic), the bare-metal servers of the monolith, and what other companies bill (PagerDuty, Stripe, Twilio). An estimate of this kind is right to about a fifth; the page on spend in the portal shows what is billed.

${byEnvironment(today, twice, order)}

## Production at twice today's traffic

${byGroup(twice)}

The largest lines of all:

${largest(twice, 12)}

## Levers

${table(
  ['lever', 'saves a month'],
  [
    ...saved.map(({ name, micros }) => [name, dollars(micros)]),
    ['**together**', `**${dollars(total(twice) - after)}**`],
  ],
)}

Commitments are bought when three months of bills have shown the floor, not before. Further ones, not counted: three years instead of one; Aurora I/O-Optimized where I/O passes a quarter of a cluster's bill; fewer requests by letting browsers and the BFF keep answers longer, which takes from CloudFront, from the clusters and from the databases at once; smaller readers in the region that does not write.

The reference split of the company (about $24,000 at 10k QPS) has Kubernetes at $21,600 and everything else at $2,400. The clusters here agree with it; the rest does not, since the reference has no second region for stores, no databases by context, and an edge at a price that requests of this number do not have on the list.

## Assumptions

List prices as of ${prices.asOf}. ${
    prices.note
  } They are data: \`infra/cost/prices.json\` names the page of each, \`infra/cost/assumptions.json\` holds what follows. Spot shares are those of module \`karpenter\`: ${Object.entries(
    spotPercent,
  )
    .map(([name, share]) => `${name} ${share} %`)
    .join(', ')}.

${table(['assumption', 'value', 'why'], assumptionRows(assumptions), '---')}

## What is counted

${inventoryTable(inventory)}
`;
}
