import assert from 'node:assert/strict';
import { test } from 'node:test';
import { imageProblems, imagesOf } from './images.mjs';

const pod = image => ({
  kind: 'CronJob',
  metadata: { name: 'a' },
  spec: {
    jobTemplate: { spec: { template: { spec: { containers: [{ image }] } } } },
  },
});

test('images are found wherever a pod is', () => {
  assert.deepEqual(imagesOf([pod('a:1')]), [
    { image: 'a:1', owner: 'CronJob a' },
  ]);
});

test('an image has a version that does not move', () => {
  const check = image => imageProblems(imagesOf([pod(image)])).length;
  for (const good of [
    'a:1.2.3',
    'registry.example:5000/a:v1',
    `a@sha256:${'0'.repeat(64)}`,
  ]) {
    assert.equal(check(good), 0, good);
  }
  for (const bad of [
    'a',
    'a:latest',
    'a:stable',
    'registry.example:5000/a',
    'a@sha256:abc',
  ]) {
    assert.equal(check(bad), 1, bad);
  }
});
