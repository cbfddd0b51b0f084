import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { gitopsUrl } from './files.mjs';
import { linkProblems, renderApplication } from './rendered.mjs';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'platform-links-'));
test.after(() => fs.rmSync(folder, { recursive: true }));
fs.mkdirSync(path.join(folder, 'a/sub'), { recursive: true });
fs.writeFileSync(path.join(folder, 'a/values.yaml'), 'x: 1\n');
fs.writeFileSync(path.join(folder, 'a/sub/b.yaml'), 'kind: B\n---\nkind: C\n');

const application = sources => ({
  metadata: { name: 'app' },
  spec: { destination: { namespace: 'n' }, sources },
});
const chart = valueFiles => [
  { repoURL: 'https://charts.example', chart: 'c', helm: { valueFiles } },
  { repoURL: gitopsUrl, ref: 'gitops' },
];

test('value files and folders have to be there', () => {
  const problems = sources => linkProblems(application(sources), folder);
  assert.deepEqual(problems(chart(['$gitops/a/values.yaml'])), []);
  assert.deepEqual(problems(chart(['$gitops/a/values-dev.yaml'])), [
    'app: there is no a/values-dev.yaml',
  ]);
  assert.equal(problems(chart(['$other/a/values.yaml'])).length, 1);
  assert.deepEqual(problems([{ repoURL: gitopsUrl, path: 'nowhere' }]), [
    'app: there is no nowhere',
  ]);
});

test('a folder is read as deep as the Application says', async () => {
  const read = directory =>
    renderApplication(
      'helm',
      application([{ repoURL: gitopsUrl, path: 'a', directory }]),
      folder,
    );
  assert.deepEqual(
    (await read({ recurse: true })).map(({ kind }) => kind),
    ['B', 'C', undefined],
  );
  assert.equal((await read({})).length, 1);
  assert.deepEqual(
    (await read({ recurse: true, include: '*b.yaml' })).map(({ kind }) => kind),
    ['B', 'C'],
  );
});
