import assert from 'node:assert/strict';
import { test } from 'node:test';
import { moduleWith } from './fixture.mjs';
import { inputs } from './inputs.mjs';
import { outputs } from './outputs.mjs';

const withVariable = body =>
  moduleWith({ module: [{ variable: { a: [body] } }] });

test('a variable needs a description and a type that says something', () => {
  assert.deepEqual(
    inputs.check(withVariable({ description: 'x', type: '${string}' })),
    [],
  );
  assert.deepEqual(inputs.check(withVariable({})), [
    'variable "a" has no description',
    'variable "a" has no type',
  ]);
  assert.deepEqual(
    inputs.check(withVariable({ description: 'x', type: '${map(any)}' })),
    ['variable "a" takes any type'],
  );
});

test('an output needs a description', () => {
  const module = moduleWith({
    module: [{ output: { a: [{ value: 1 }], b: [{ description: 'x' }] } }],
  });
  assert.deepEqual(outputs.check(module), ['output "a" has no description']);
});
