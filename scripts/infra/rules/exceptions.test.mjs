import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exceptions } from './exceptions.mjs';
import { moduleWith } from './fixture.mjs';

const check = text =>
  exceptions.check(moduleWith({ files: { 'main.tf': `  ${text}\n` } }), {
    today: '2026-06-01',
  });

test('an exception says why and until when', () => {
  assert.deepEqual(
    check('#checkov:skip=CKV_AWS_1:nothing is kept in it (until 2027-05-31)'),
    [],
  );
  assert.equal(check('#checkov:skip=CKV_AWS_1').length, 1);
  assert.equal(
    check('#checkov:skip=CKV_AWS_1:nothing is kept in it').length,
    1,
  );
  assert.equal(
    check('#checkov:skip=CKV_AWS_1:no (until 2027-05-31)').length,
    1,
  );
});

test('trivy has its own form, with the reason above it', () => {
  assert.deepEqual(check('#trivy:ignore:AWS-0089:exp:2027-05-31'), []);
  assert.equal(check('#trivy:ignore:AWS-0089').length, 1);
  assert.equal(check('#trivy:ignore:AWS-0089:exp:2026-05-31').length, 1);
});

test('an exception ends', () => {
  assert.match(
    check(
      '#checkov:skip=CKV_AWS_1:nothing is kept in it (until 2026-05-31)',
    )[0],
    /ended on 2026-05-31/,
  );
});
