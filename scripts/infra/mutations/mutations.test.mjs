import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encryptionMutants } from './encryption.mjs';
import { openMutants } from './open.mjs';
import { tagMutants } from './tags.mjs';

const files = {
  'main.tf': `module "tags" {
  source = "../tags"
  values = var.tags
}

resource "aws_sns_topic" "this" {
  name              = "a"
  kms_master_key_id = aws_kms_key.this.arn
  tags              = module.tags.all
}

resource "aws_vpc_security_group_ingress_rule" "this" {
  referenced_security_group_id = var.peer
  tags = merge(module.tags.all, {
    Name = "a"
  })
}

locals {
  rules = [{ cidr_block = var.cidr, port = 1 }]
}
`,
  'examples/minimal/main.tf':
    'resource "aws_x" "a" {\n  tags = module.tags.all\n}\n',
};

test('takes the tags from one resource at a time', () => {
  const mutants = [...tagMutants({ files })];
  assert.deepEqual(
    mutants.map(({ what }) => what),
    [
      'main.tf:9 aws_sns_topic.this.tags deleted',
      'main.tf:14 aws_vpc_security_group_ingress_rule.this.tags deleted',
    ],
  );
  assert.ok(!mutants[1].text.includes('Name'));
  assert.ok(mutants[1].text.includes('tags              = module.tags.all'));
});

test('opens one rule at a time', () => {
  const mutants = [...openMutants({ files })];
  assert.equal(mutants.length, 2);
  assert.match(mutants[0].text, /^ {2}cidr_ipv4 = "0\.0\.0\.0\/0"$/m);
  assert.match(mutants[1].text, /cidr_block = "0\.0\.0\.0\/0", port/);
});

test('drops and weakens one setting of encryption at a time', () => {
  assert.deepEqual(
    [...encryptionMutants({ files })].map(({ what }) => what),
    [
      'main.tf:8 aws_sns_topic.this.kms_master_key_id deleted',
      'main.tf:8 aws_sns_topic.this.kms_master_key_id set to null',
    ],
  );
});

test('turns a demand for TLS round', () => {
  const policy = {
    'main.tf': '  Condition = { Bool = { "aws:SecureTransport" = "false" } }\n',
  };
  const texts = [...encryptionMutants({ files: policy })].map(
    ({ text }) => text,
  );
  assert.deepEqual(texts, [
    '',
    '  Condition = { Bool = { "aws:SecureTransport" = "true" } }\n',
  ]);
});
