import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encryption } from './encryption.mjs';
import { moduleWith, resource } from './fixture.mjs';
import { readSchema } from './schema.mjs';

const attribute = { optional: true };
const schema = readSchema({
  provider_schemas: {
    aws: {
      resource_schemas: {
        aws_rds_global_cluster: {
          block: { attributes: { storage_encrypted: attribute } },
        },
        aws_sns_topic: {
          block: {
            attributes: {
              kms_master_key_id: attribute,
              tags: {},
              tags_all: {},
            },
          },
        },
        aws_new_thing: {
          block: {
            block_types: {
              encryption_options: {
                block: { attributes: { mode: attribute } },
              },
            },
          },
        },
      },
    },
  },
});
const check = (...module) =>
  encryption.check(moduleWith({ module }), { ...schema, today: '2026-06-01' });

test('the schema tells what can be tagged and what speaks of encryption', () => {
  assert.deepEqual([...schema.taggable], ['aws_sns_topic']);
  assert.deepEqual(schema.encryptionPaths.get('aws_new_thing'), [
    'encryption_options.mode',
  ]);
});

test('a flag must be true', () => {
  const cluster = body => resource('aws_rds_global_cluster', 'a', body);
  assert.deepEqual(check(cluster({ storage_encrypted: true })), []);
  assert.equal(check(cluster({ storage_encrypted: false })).length, 1);
  assert.equal(check(cluster({})).length, 1);
});

test('a key must be our own', () => {
  const topic = key =>
    resource('aws_sns_topic', 'a', { kms_master_key_id: key });
  assert.deepEqual(check(topic('${aws_kms_key.this.arn}')), []);
  assert.equal(check(topic('alias/aws/sns')).length, 1);
  assert.equal(check(topic(null)).length, 1);
});

test('nested blocks count, those that are made dynamically too', () => {
  const domain = options => ({
    encrypt_at_rest: [{ enabled: true }],
    node_to_node_encryption: [{ enabled: true }],
    ...options,
  });
  const options = {
    enforce_https: true,
    tls_security_policy: 'Policy-Min-TLS-1-2-PFS-2023-10',
  };
  const written = domain({ domain_endpoint_options: [options] });
  const made = domain({
    dynamic: { domain_endpoint_options: [{ content: [options] }] },
  });
  assert.deepEqual(check(resource('aws_opensearch_domain', 'a', written)), []);
  assert.deepEqual(check(resource('aws_opensearch_domain', 'a', made)), []);
  assert.equal(
    check(resource('aws_opensearch_domain', 'a', domain({}))).length,
    2,
  );
});

test('an argument that nobody decided on is a problem', () => {
  assert.match(
    check(resource('aws_new_thing', 'a', {}))[0],
    /does not say what encryption_options.mode must be/,
  );
});

test('a bucket needs its encryption and a policy that refuses plain HTTP', () => {
  assert.deepEqual(check(resource('aws_s3_bucket', 'a', {})), [
    'aws_s3_bucket.a has no aws_s3_bucket_server_side_encryption_configuration',
    'no statement refuses plain connections to the bucket',
  ]);
});
