import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readModelTeams, teamProblems } from './teams.mjs';

const one = { cpu: '1', memory: '1Gi', pods: '1' };
const orders = {
  team: 'orders',
  costCentre: 'cc-1001',
  quota: { dev: one, staging: one, prod: one, dr: one },
};
const check = teams => teamProblems(teams, ['orders'], { orders: 'cc-1001' });

test('the model has twelve product teams', () => {
  const teams = readModelTeams();
  assert.equal(teams.length, 12);
  assert.ok(teams.includes('orders'));
  assert.ok(!teams.includes('platform'));
});

test('team files say what the company says', () => {
  assert.deepEqual(check({ orders }), []);
  assert.equal(check({}).length, 1);
  assert.equal(
    check({ orders: { ...orders, costCentre: 'cc-9999' } }).length,
    1,
  );
  assert.equal(check({ orders: { ...orders, team: 'payments' } }).length, 1);
  assert.equal(check({ orders: { ...orders, quota: {} } }).length, 4);
  assert.equal(
    check({
      orders,
      nobody: { ...orders, team: 'nobody', costCentre: undefined },
    }).length,
    1,
  );
});
