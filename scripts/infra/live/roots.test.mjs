import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { inRoot } from '../../lib/paths.mjs';
import { atlantisConfig, checkAtlantis } from './atlantis.mjs';
import { readCompany } from './checks.mjs';
import { overlap, parseCidr } from './cidr.mjs';
import { problemsOfOrder, readOrder, rootFolders } from './order.mjs';
import { readSeeds } from './states.mjs';

const order = readOrder();
const roots = order.map(({ root }) => root);
const folderOf = root => inRoot('infra/live', root);
const textOf = root =>
  fs
    .readdirSync(folderOf(root))
    .filter(name => name.endsWith('.tf'))
    .map(name => fs.readFileSync(path.join(folderOf(root), name), 'utf8'))
    .join('\n');
const outputsOf = root =>
  new Set(
    [...textOf(root).matchAll(/^output "([^"]+)"/gm)].map(([, name]) => name),
  );

test('the order names every root, and each after what it waits for', () => {
  assert.deepEqual(problemsOfOrder(order, rootFolders()), []);
  assert.equal(new Set(order.map(({ group }) => group)).size, order.length);
});

test('a forgotten root, a loop and an unknown name in the order are found', () => {
  const bad = [
    { root: 'a/x', group: 0, dependsOn: ['b/x'] },
    { root: 'b/x', group: 1, dependsOn: ['ghost/x'] },
  ];
  const problems = problemsOfOrder(bad, ['a/x', 'c/x']).join('\n');
  assert.match(problems, /c\/x has no place/);
  assert.match(problems, /b\/x of order.json has no folder/);
  assert.match(problems, /a\/x waits for b\/x, whose group is not lower/);
  assert.match(problems, /waits for ghost\/x/);
});

for (const root of roots) {
  test(`${root} is a thin root`, () => {
    const text = textOf(root);
    assert.match(
      text,
      /source\s+= "hashicorp\/aws"\n\s+version = "= 5\.100\.0"/,
    );
    assert.match(text, new RegExp(`key\\s+= "${root}/terraform.tfstate"`));
    assert.match(text, /use_lockfile = true/);
    assert.match(text, /encrypt\s+= true/);
    assert.doesNotMatch(text, /^resource /m);
    const providers = text.match(/^provider "aws"/gm).length;
    const limits = text.match(/allowed_account_ids = \[var\.account_id\]/g);
    assert.equal(limits.length, providers);
    assert.match(text, /variable "pipeline_role" \{[^}]*ephemeral\s+= true/);
    const values = fs
      .readdirSync(folderOf(root))
      .filter(name => /\.tfvars(\.json)?$/.test(name));
    assert.deepEqual(values, ['terraform.tfvars']);
    for (const [, name, body] of text.matchAll(
      /^(?:variable|output) "([^"]+)" \{\n([\s\S]*?)^\}/gm,
    )) {
      assert.match(body, /description/, `${name} has no description`);
    }
  });
}

test('what a root reads of another is an output there', () => {
  for (const root of roots) {
    const text = textOf(root);
    const blocks = text.matchAll(
      /^data "terraform_remote_state" "([^"]+)" \{[\s\S]*?key\s+= "(.+)\/terraform\.tfstate"/gm,
    );
    for (const [, name, other] of blocks) {
      if (other.includes('${')) {
        continue;
      }
      const read = text.matchAll(
        new RegExp(
          `terraform_remote_state\\.${name}\\.outputs\\.([a-z_]+)`,
          'g',
        ),
      );
      for (const [, output] of read) {
        assert.ok(
          outputsOf(other).has(output),
          `${root} reads ${output} of ${other}`,
        );
      }
    }
  }
});

test('roots that a root reads come before it, first applies aside', () => {
  for (const { root, dependsOn, firstApply } of order) {
    const read = [
      ...textOf(root).matchAll(
        /key\s+= "([a-z]+\/[a-z0-9-]+)\/terraform\.tfstate"/g,
      ),
    ]
      .map(([, other]) => other)
      .filter(other => other !== root && other !== 'management/us-east-1');
    for (const other of read) {
      assert.ok(
        dependsOn.includes(other) || firstApply,
        `${root} reads ${other} and does not wait for it`,
      );
    }
  }
});

test('seeds stand for outputs that exist', () => {
  for (const [root, outputs] of Object.entries(readSeeds())) {
    const known = outputsOf(root);
    for (const name of Object.keys(outputs)) {
      assert.ok(known.has(name), `${name} is no output of ${root}`);
    }
  }
});

test('atlantis.yaml is what the order gives', async () => {
  assert.equal(await checkAtlantis(), undefined);
  const { projects } = atlantisConfig(order);
  const eu = projects.find(({ name }) => name === 'prod-eu-west-1');
  assert.ok(eu.depends_on.includes('prod-us-east-1'));
  assert.ok(projects.every(one => !('apply_requirements' in one)));
});

test('the server of Atlantis asks for approval, checks and a fresh plan', () => {
  const text = fs.readFileSync(
    inRoot('infra/live/atlantis-server.yaml'),
    'utf8',
  );
  assert.match(
    text,
    /^ {4}apply_requirements: \[approved, mergeable, undiverged\]$/m,
  );
  assert.match(text, /^ {4}policy_check: true$/m);
  assert.match(text, /^ {4}allowed_overrides: \[\]$/m);
  assert.match(text, /^ {4}allow_custom_workflows: false$/m);
});

test('addresses of the company are /16 and do not overlap', () => {
  const { addressPlan, reservedCidrs } = readCompany();
  const plan = Object.entries({ ...addressPlan, ...reservedCidrs }).map(
    ([name, text]) => ({ name, ...parseCidr(text) }),
  );
  assert.ok(plan.every(({ bits }) => bits === 16));
  for (const [index, a] of plan.entries()) {
    for (const b of plan.slice(index + 1)) {
      assert.ok(!overlap(a, b), `${a.name} overlaps ${b.name}`);
    }
  }
});

test('teams and services are those of the catalog', () => {
  const { teams, services, deployedServices } = readCompany();
  const model = inRoot('packages/sandbox/src/model');
  const namesIn = text =>
    [...text.matchAll(/^\s+name: '([a-z0-9-]+)'/gm)].map(([, name]) => name);
  const organization = fs.readFileSync(`${model}/organization.ts`, 'utf8');
  const rows = organization.slice(organization.indexOf('TEAM_ROWS:'));
  assert.deepEqual(Object.keys(teams).sort(), namesIn(rows).sort());
  assert.equal(new Set(Object.values(teams)).size, Object.keys(teams).length);
  const components = fs
    .readdirSync(`${model}/components`)
    .flatMap(name =>
      namesIn(fs.readFileSync(`${model}/components/${name}`, 'utf8')),
    );
  for (const name of [...components, ...deployedServices]) {
    assert.ok(services.includes(name), `${name} is missing in services`);
  }
});
