import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isChartTemplate, parseDocuments } from './files.mjs';

test('reads all documents of a file and leaves out empty ones', () => {
  assert.deepEqual(parseDocuments('a: 1\n---\n---\nb: 2\n', 'x'), [
    { a: 1 },
    { b: 2 },
  ]);
});

test('names the file of a text that is no YAML', () => {
  assert.throws(() => parseDocuments('a: [1', 'bad.yaml'), /bad\.yaml/);
  assert.throws(
    () => parseDocuments('a: 1\na: 2\n', 'twice.yaml'),
    /twice\.yaml/,
  );
});

test('tells the templates of charts from those of policies', () => {
  assert.equal(isChartTemplate('namespaces/templates/rbac.yaml'), true);
  assert.equal(isChartTemplate('policies/templates/arctiqimages.yaml'), false);
  assert.equal(isChartTemplate('namespaces/values.yaml'), false);
});
