import assert from 'node:assert/strict';
import { test } from 'node:test';
import { moduleWith } from './fixture.mjs';
import { refusals } from './refusals.mjs';

const module = [{ variable: { cidr: [{ validation: [{}, {}] }] } }];
const refusing = { expect_failures: ['${var.cidr}'] };

test('each validation needs a run of its own that it refuses', () => {
  const one = [{ run: { a: [refusing], b: [{}] } }];
  assert.deepEqual(refusals.check(moduleWith({ module, tests: one })), [
    'var.cidr has 2 validations and 1 runs with expect_failures',
  ]);
  const two = [{ run: { a: [refusing] } }, { run: { b: [refusing] } }];
  assert.deepEqual(refusals.check(moduleWith({ module, tests: two })), []);
});

test('a run counts once for a variable, and not for another one', () => {
  const twice = { expect_failures: ['${var.cidr}', '${var.cidr}'] };
  const other = { expect_failures: ['${var.cidr_blocks}'] };
  const tests = [{ run: { a: [twice], b: [other] } }];
  assert.equal(refusals.check(moduleWith({ module, tests })).length, 1);
});
