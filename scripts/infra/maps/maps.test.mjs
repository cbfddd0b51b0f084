import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderMaps } from './maps.mjs';
import { box, picture, text } from './svg.mjs';

const call = (module, name = module) => ({
  call: name,
  source: `../../../modules/${module}`,
  module,
});
const account = (id, unit, regions) => ({ id, unit, regions, holds: 'x' });
const live = () => ({
  company: {
    accounts: {
      network: account('1', 'infrastructure', ['us-east-1', 'eu-west-1']),
      prod: account('2', 'workloads', ['us-east-1', 'eu-west-1']),
    },
    addressPlan: {
      'network/us-east-1': '10.0.0.0/16',
      'prod/us-east-1': '10.48.0.0/16',
      'prod/eu-west-1': '10.49.0.0/16',
    },
    reservedCidrs: { 'behind the VPN': '10.240.0.0/16' },
    teams: { orders: 'cc-1001' },
  },
  roots: [
    [
      'network/us-east-1',
      { attached_roots: { 'prod/us-east-1': 'prod' } },
      [call('vpn'), call('attachment', 'own_attachment')],
    ],
    [
      'prod/us-east-1',
      { nat_gateways: 'per-az', interface_endpoints: ['sts'] },
      [call('eks'), call('aurora-global'), call('pci-segment')],
    ],
    ['prod/eu-west-1', { databases: { orders: {} } }, [call('aurora-global')]],
  ].map(([root, values, calls], group) => ({
    root,
    account: root.split('/')[0],
    region: root.split('/')[1],
    group,
    dependsOn: [],
    values,
    calls,
  })),
});

test('maps say what the code says', async () => {
  const files = await renderMaps(live());
  assert.match(
    files['network.md'],
    /`prod\/us-east-1` +\| `10\.48\.0\.0\/16` \| prod +\| per-az +\| 1 +\| yes/,
  );
  assert.match(
    files['network.md'],
    /`prod\/eu-west-1` +\| `10\.49\.0\.0\/16` \| not attached/,
  );
  assert.match(files['network.svg'], /10\.240\.0\.0\/16/);
  assert.match(files['accounts.md'], /orders \| cc-1001/);
  assert.match(files['architecture.svg'], /1 global databases/);
});

test('a change of the code changes the maps', async () => {
  const before = await renderMaps(live());
  const changed = live();
  changed.company.addressPlan['prod/eu-west-1'] = '10.50.0.0/16';
  changed.roots[1].calls.push(call('redis'));
  const after = await renderMaps(changed);
  for (const name of [
    'network.svg',
    'network.md',
    'architecture.svg',
    'architecture.md',
  ]) {
    assert.notEqual(before[name], after[name], name);
  }
  assert.equal(before['accounts.md'], after['accounts.md']);
});

test('pictures are whole SVG, read aloud, and take any text', () => {
  const svg = picture({
    width: 10,
    height: 10,
    title: 'a < b & "c"',
    description: 'd',
    parts: [
      box({ x: 0, y: 0, width: 5, height: 5, title: '<script>' }),
      text(1, 1, '&'),
    ],
  });
  assert.match(svg, /<title id="title">a &lt; b &amp; &quot;c&quot;<\/title>/);
  assert.doesNotMatch(svg, /<script>/);
  assert.equal(svg.match(/<text/g).length, svg.match(/<\/text>/g).length);
});
