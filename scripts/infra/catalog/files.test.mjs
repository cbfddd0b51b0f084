import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';
import YAML from 'yaml';
import { catalogFiles, firstParagraph, modulesCalled } from './files.mjs';

function infra(files) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'infra-'));
  for (const [file, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    fs.writeFileSync(path.join(folder, file), text);
  }
  return folder;
}

test('a module is described by the first paragraph of its README', () => {
  assert.equal(
    firstParagraph('# bucket\n\nKeeps `files`\nsafe.\n\n## Inputs\n'),
    'Keeps files safe.',
  );
});

test('what a folder calls is found whatever way it writes the source', () => {
  const folder = infra({
    'main.tf': 'module "a" {\n  source = "../../../modules/eks"\n}\n',
    'more.tf':
      'module "b" {\n  source   = "../tags"\n}\nmodule "c" {\n  source = "../transit-gateway/modules/attachment"\n}\nmodule "d" {\n  source = "../../shared/alarm-topic"\n}\n',
    'notes.md': 'source = "../nothing"\n',
  });
  assert.deepEqual(modulesCalled(folder), ['eks', 'tags', 'transit-gateway']);
});

test('modules and stacks become entities that refer to one another', () => {
  const folder = infra({
    'modules/eks/README.md': '# eks\n\nA cluster.\n',
    'modules/eks/CHANGELOG.md': '# Changes\n\n## 1.2.0\n\nMore.\n\n## 1.0.0\n',
    'modules/eks/main.tf': 'module "tags" {\n  source = "../tags"\n}\n',
    'modules/tags/README.md': '# tags\n\nTags.\n',
    'modules/tags/CHANGELOG.md': '## 1.0.0\n',
    'live/prod/us-east-1/main.tf':
      'module "eks" {\n  source = "../../../modules/eks"\n}\n',
    'live/shared/zone/main.tf': '',
    'live/order.json': '{}',
  });
  const files = new Map(
    catalogFiles(folder).map(({ file, content }) => [
      file,
      YAML.parse(content),
    ]),
  );
  assert.deepEqual(files.get('catalog-info.yaml').spec.targets, [
    './modules/eks/catalog-info.yaml',
    './modules/tags/catalog-info.yaml',
    './live/prod/us-east-1/catalog-info.yaml',
  ]);
  const eks = files.get('modules/eks/catalog-info.yaml');
  assert.equal(eks.metadata.annotations['arctiq.io/module-version'], '1.2.0');
  assert.deepEqual(eks.spec.dependsOn, ['component:default/terraform-tags']);
  const stack = files.get('live/prod/us-east-1/catalog-info.yaml');
  assert.deepEqual(stack.spec.dependsOn, ['component:default/terraform-eks']);
  assert.deepEqual(stack.spec.dependencyOf, [
    'resource:default/eks-prod-us-east-1',
  ]);
});
