import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compareDrift, compareErrors, shortAddress } from './limits.mjs';

const refusal = {
  type: 'diagnostic',
  diagnostic: {
    severity: 'error',
    address: 'module.a.aws_x.y["k"]',
    summary: 'creating X',
    detail: 'StatusCode: 501',
  },
};
const summary = {
  type: 'change_summary',
  changes: { operation: 'plan', add: 3 },
};
const made = { type: 'apply_complete', hook: { action: 'create' } };
const limits = { refused: [{ resource: 'aws_x.y', error: '501', why: '' }] };

test('an address is known without its modules and keys', () => {
  assert.equal(shortAddress('module.a["b.c"].aws_x.y["k.l"]'), 'aws_x.y');
});

test('an error that is listed is expected, with what hangs on it', () => {
  assert.deepEqual(compareErrors([summary, made, refusal], limits), {
    problems: [],
    expected: 2,
  });
});

test('an error that is not listed is a problem', () => {
  const { problems } = compareErrors([summary, refusal], {});
  assert.deepEqual(problems, [
    'module.a.aws_x.y["k"]: creating X: StatusCode: 501',
  ]);
  const other = { refused: [{ resource: 'aws_x.y', error: '404', why: '' }] };
  assert.equal(compareErrors([refusal], other).problems.length, 2);
});

test('a line of the list that is no longer true is a problem', () => {
  const { problems } = compareErrors([summary, made], limits);
  assert.match(problems[0], /strike it/);
});

const change = (actions, before, after) => ({
  address: 'module.a.aws_x.y',
  change: { actions, before, after },
});

test('a second plan may only change what is listed', () => {
  const update = change(['update'], { a: 1, b: 1 }, { a: 2, b: 1 });
  const drift = attributes => ({
    drift: [{ resource: 'aws_x.y', attributes, why: '' }],
  });
  assert.equal(compareDrift([update], {}).length, 1);
  assert.deepEqual(compareDrift([update], drift(['a'])), []);
  assert.equal(compareDrift([update], drift(['b'])).length, 1);
  assert.match(compareDrift([], drift(['a']))[0], /strike it/);
  assert.deepEqual(compareDrift([change(['no-op'], {}, {})], {}), []);
});

test('a resource may be listed as one that is replaced', () => {
  const replaced = {
    drift: [{ resource: 'aws_x.y', replaced: true, why: '' }],
  };
  const both = change(['delete', 'create'], { a: 1 }, { a: 2 });
  assert.deepEqual(compareDrift([both], replaced), []);
  assert.equal(compareDrift([both], {}).length, 1);
  const update = change(['update'], { a: 1 }, { a: 2 });
  assert.equal(compareDrift([update], replaced).length, 1);
});

test('what was refused may still be to be made', () => {
  const create = change(['create'], null, { a: 1 });
  assert.equal(compareDrift([create], {}).length, 1);
  assert.deepEqual(compareDrift([create], limits), []);
});
