import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tlsProblems } from './tls.mjs';

const statement = `locals {
  statements = [
    { Sid = "Other", Effect = "Allow" },
    {
      Sid       = "TlsOnly"
      Effect    = "Deny"
      Condition = { Bool = { "aws:SecureTransport" = "false" } }
    },
  ]
}
`;
const document = `data "aws_iam_policy_document" "this" {
  statement {
    sid    = "DenyInsecureTransport"
    effect = "Deny"
    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["false"]
    }
  }
}
`;
const check = text => tlsProblems({ files: { 'policy.tf': text } }, []);

test('a statement against plain connections is taken in either form', () => {
  assert.deepEqual(check(statement), []);
  assert.deepEqual(check(document), []);
});

test('it must refuse, and for this reason', () => {
  assert.equal(check(statement.replace('"false"', '"true"')).length, 1);
  assert.equal(
    check(statement.replace(/^.*SecureTransport.*\n/m, '')).length,
    1,
  );
  assert.equal(check(statement.replace('"Deny"', '"Allow"')).length, 1);
  assert.equal(check(document.replace('["false"]', '["true"]')).length, 1);
});
