import assert from 'node:assert/strict';
import { test } from 'node:test';
import { moduleWith, resource } from './fixture.mjs';
import { open } from './open.mjs';

const today = '2026-06-01';
const read = (text, name = 'sample') =>
  open.check(moduleWith({ name, files: { 'main.tf': text } }), { today });

const rule = `resource "aws_vpc_security_group_ingress_rule" "all" {
  cidr_ipv4 = "0.0.0.0/0"
}
`;

test('the whole internet is not let in', () => {
  assert.deepEqual(read(rule), [
    'aws_vpc_security_group_ingress_rule.all names the whole internet 1 times, which openings.mjs does not list',
  ]);
  assert.equal(read(rule.replace('0.0.0.0/0', '::/0')).length, 1);
  assert.deepEqual(read(rule.replace('0.0.0.0/0', '10.0.0.0/8')), []);
});

test('lists in locals count for each time that they name it', () => {
  const text = `locals {
  rules = [
    { cidr_block = "0.0.0.0/0" },
    { cidr_block = "0.0.0.0/0" },
  ]
}
`;
  assert.match(read(text)[0], /^local.rules names the whole internet 2 times/);
});

test('routes and the text of a refusal open nothing', () => {
  assert.deepEqual(
    read(`resource "aws_route" "out" {
  destination_cidr_block = "0.0.0.0/0"
}

variable "cidr" {
  validation {
    condition = var.cidr != "0.0.0.0/0"
  }
}
`),
    [],
  );
});

test('an opening on the list that is gone must be struck', () => {
  assert.ok(read('', 'eks').some(text => /is open no more/.test(text)));
});

test('stores are closed, and buckets have their block', () => {
  const check = module => open.check(moduleWith({ module }), { today });
  const instance = flag =>
    resource('aws_rds_cluster_instance', 'a', { publicly_accessible: flag });
  assert.deepEqual(check([instance(false)]), []);
  assert.equal(check([instance(true)]).length, 1);
  assert.equal(check([instance(undefined)]).length, 1);
  assert.equal(check([resource('aws_s3_bucket', 'a', {})]).length, 1);
  assert.equal(
    check([resource('aws_security_group', 'a', { ingress: [{}] })]).length,
    1,
  );
});
