import { box, link, picture, table } from './svg.mjs';

const units = [
  { name: 'root', title: 'Root of the organisation' },
  { name: 'security', title: 'Unit security' },
  { name: 'infrastructure', title: 'Unit infrastructure' },
  { name: 'workloads', title: 'Unit workloads' },
];

const kinds = { prod: 'prod', dr: 'prod', dev: 'nonprod', staging: 'nonprod' };

function picturesOf({ accounts }) {
  const members = units.map(unit => ({
    ...unit,
    accounts: Object.entries(accounts).filter(([, a]) => a.unit === unit.name),
  }));
  const width = 250;
  const step = width + 20;
  const rows = Math.max(...members.map(unit => unit.accounts.length));
  const parts = members.flatMap((unit, column) => {
    const x = 20 + column * step;
    return [
      box({
        x,
        y: 96,
        width,
        height: 40 + unit.accounts.length * 84,
        title: unit.title,
      }),
      ...unit.accounts.map(([name, account], row) =>
        box({
          x: x + 12,
          y: 132 + row * 84,
          width: width - 24,
          height: 74,
          kind: kinds[name] ?? 'shared',
          title: name,
          lines: [account.id, account.regions.join(', ')],
        }),
      ),
      link([20 + 2 * step - 10, 60], [x + width / 2, 96]),
    ];
  });
  const whole = 20 + members.length * step;
  return picture({
    width: whole,
    height: 160 + rows * 84,
    title: 'Accounts of the organisation',
    description: members
      .map(
        unit =>
          `${unit.title}: ${unit.accounts.map(([name]) => name).join(', ')}`,
      )
      .join('. '),
    parts: [
      ...parts.filter(part => part.startsWith('<line')),
      box({
        x: whole / 2 - 150,
        y: 20,
        width: 300,
        height: 40,
        kind: 'plain',
        title: 'Organisation: policies, sign-in, trail',
      }),
      ...parts.filter(part => !part.startsWith('<line')),
    ],
  });
}

/** The page and the picture of accounts. */
export function accountsMap({ company, roots }) {
  const rows = Object.entries(company.accounts).map(([name, account]) => [
    name,
    `\`${account.id}\``,
    account.unit,
    account.regions.join(', '),
    account.holds,
  ]);
  const order = roots.map(({ root, group, dependsOn, promotedFrom }) => [
    String(group),
    `\`${root}\``,
    dependsOn.map(other => `\`${other}\``).join(', ') || 'nothing',
    promotedFrom ?? '',
  ]);
  const teams = Object.entries(company.teams).map(([team, centre]) => [
    team,
    centre,
  ]);
  return {
    'accounts.svg': picturesOf(company),
    'accounts.md': `# Accounts

![Accounts of the organisation](accounts.svg)

One account for each environment is the strongest wall that AWS has: a role of dev cannot reach what production keeps, whatever its policy says. This page is made from the code by \`node scripts/infra/maps/maps.mjs\`.

${table(['account', 'id', 'unit', 'regions', 'what it holds'], rows)}

Ids of accounts, names of teams and addresses of networks stand in \`infra/live/company.json\`, which every root reads.

## Roots and their order

A root is a folder \`infra/live/<account>/<region>\` with a state of its own. What a root waits for is applied before it; a change of the modules is applied to the environment that it is promoted from first.

${table(['step', 'root', 'waits for', 'promoted from'], order)}

## Who pays

Every resource carries the team that answers for it and its cost centre; a plan with another pair is refused.

${table(['team', 'cost centre'], teams)}
`,
  };
}
