import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rootOf } from './mirror.mjs';

const aws = { type: 'aws', version: '5.100.0' };
const home = '/opt/mirror/registry.terraform.io/hashicorp/aws';

test('knows both layouts of a filesystem mirror', () => {
  assert.equal(
    rootOf(
      `${home}/5.100.0/linux_amd64/terraform-provider-aws_v5.100.0_x5`,
      aws,
    ),
    '/opt/mirror',
  );
  assert.equal(
    rootOf(`${home}/terraform-provider-aws_5.100.0_linux_amd64.zip`, aws),
    '/opt/mirror',
  );
});

test('leaves other versions and loose files aside', () => {
  assert.equal(
    rootOf(`${home}/5.99.0/linux_amd64/terraform-provider-aws_v5.99.0_x5`, aws),
    undefined,
  );
  assert.equal(
    rootOf(`${home}/terraform-provider-aws_5.99.0_linux_amd64.zip`, aws),
    undefined,
  );
  assert.equal(
    rootOf('/usr/bin/terraform-provider-aws_v5.100.0', aws),
    undefined,
  );
});
