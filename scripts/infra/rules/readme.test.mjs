import assert from 'node:assert/strict';
import { test } from 'node:test';
import { moduleWith } from './fixture.mjs';
import { readme } from './readme.mjs';

const module = [{ variable: { name: [{}] } }, { output: { arn: [{}] } }];
const text = `# sample
## Inputs
| \`name\` | what |
## Outputs
| \`arn\` | what |
## Cost drivers
None.
## Example
`;
const check = readmeText =>
  readme.check(moduleWith({ module, files: { 'README.md': readmeText } }));

test('lists inputs and outputs in their own sections', () => {
  assert.deepEqual(check(text), []);
  assert.deepEqual(check(text.replace('`arn`', '`id`')), [
    'README.md does not list `arn` under Outputs',
  ]);
  assert.deepEqual(check(text.replace('`name`', '').concat('`name`')), [
    'README.md does not list `name` under Inputs',
  ]);
});

test('says what it costs and how it is called', () => {
  assert.deepEqual(
    check(text.replace('## Cost drivers', '').replace('## Example', '')),
    ['README.md has no section "Cost"', 'README.md has no section "Example"'],
  );
});
