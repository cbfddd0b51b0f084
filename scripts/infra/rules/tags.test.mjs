import assert from 'node:assert/strict';
import { test } from 'node:test';
import { moduleWith, resource } from './fixture.mjs';
import { tags } from './tags.mjs';

const taggable = new Set(['aws_sqs_queue', 'aws_launch_template']);
const check = (...module) => tags.check(moduleWith({ module }), { taggable });

test('what can be tagged is tagged by the module "tags"', () => {
  const queue = body => resource('aws_sqs_queue', 'this', body);
  assert.deepEqual(check(queue({ tags: '${module.tags.all}' })), []);
  assert.deepEqual(
    check(queue({ tags: '${merge(module.tags.all, { Name = "a" })}' })),
    [],
  );
  const problem = ['aws_sqs_queue.this has no tags of module.tags.all'];
  assert.deepEqual(check(queue({})), problem);
  assert.deepEqual(check(queue({ tags: '${var.tags}' })), problem);
  assert.deepEqual(check(resource('aws_sqs_queue_policy', 'this', {})), []);
});

test('what a launch template makes is tagged as well', () => {
  const specification = kind => ({
    resource_type: kind,
    tags: '${module.tags.all}',
  });
  const template = {
    tags: '${module.tags.all}',
    tag_specifications: [specification('instance'), specification('volume')],
  };
  assert.deepEqual(check(resource('aws_launch_template', 'this', template)), [
    'aws_launch_template.this does not tag each network-interface that is made from it',
  ]);
});

test('a module that is called is told who pays', () => {
  const call = body => ({
    module: { logs: [{ source: '../bucket', ...body }] },
  });
  assert.deepEqual(check(call({ tags: '${var.tags}' })), []);
  assert.deepEqual(check(call({})), ['module.logs is not given var.tags']);
});

test('a module that makes nothing to be tagged is told nothing', () => {
  const module = [{ module: { a: [{ source: './modules/a' }] } }];
  assert.deepEqual(
    tags.check(moduleWith({ module }), {
      taggable,
      untagged: new Set(['sample/modules/a']),
    }),
    [],
  );
});
