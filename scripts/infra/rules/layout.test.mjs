import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changelog } from './changelog.mjs';
import { example } from './example.mjs';
import { moduleWith } from './fixture.mjs';
import { providers } from './providers.mjs';
import { versions } from './versions.mjs';

const requires = (core, aws) =>
  moduleWith({
    files: { 'versions.tf': '' },
    module: [
      {
        terraform: [
          {
            required_version: core,
            required_providers: [
              { aws: { source: 'hashicorp/aws', version: aws } },
            ],
          },
        ],
      },
    ],
  });

test('versions are lower bounds', () => {
  assert.deepEqual(versions.check(requires('>= 1.9.0', '>= 5.80.0')), []);
  assert.equal(versions.check(requires('~> 1.9', '5.80.0')).length, 2);
  assert.equal(versions.check(requires('>= 1.9.0', '>= 5.0, < 6.0')).length, 1);
  assert.deepEqual(versions.check(moduleWith()), ['versions.tf is missing']);
});

test('the changelog has a version, but not that of a submodule', () => {
  const files = { 'CHANGELOG.md': '# Changelog\n\n## 1.0.0\n' };
  assert.deepEqual(changelog.check(moduleWith({ files })), []);
  assert.equal(changelog.check(moduleWith()).length, 1);
  assert.deepEqual(changelog.check(moduleWith({ name: 'a/modules/b' })), []);
});

test('the example calls the module where it lies', () => {
  const calls = source =>
    moduleWith({ example: [{ module: { a: [{ source }] } }] });
  assert.deepEqual(example.check(calls('../..')), []);
  assert.equal(example.check(calls('../../../bucket')).length, 1);
  assert.equal(example.check(moduleWith()).length, 1);
});

test('a module configures no provider', () => {
  const module = [{ provider: { aws: [{}] } }];
  assert.equal(providers.check(moduleWith({ module })).length, 1);
});
