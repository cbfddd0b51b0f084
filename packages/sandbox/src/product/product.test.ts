import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { catalogRepositories } from '../catalog';
import {
  byRef,
  loadCatalog,
  TEST_NOW,
  TEST_OPTIONS,
} from '../catalog/__testUtils__/loadCatalog';
import { createModel } from '../model';
import { readProduct } from './readProduct';

const root = path.resolve(__dirname, '../../../..');
const product = readProduct(root);
const seed = catalogRepositories(createModel({ now: TEST_NOW }), {
  ...TEST_OPTIONS,
  product,
});

function repository(name: string) {
  const found = seed.repositories.find(one => one.name === name);
  return {
    ...found,
    paths: (found?.files ?? []).map(file => file.path),
  };
}

function foldersOf(folder: string): string[] {
  return fs
    .readdirSync(path.join(root, folder), { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

/** What stacks share lies beside the accounts. */
const accounts = foldersOf('infra/live').filter(name => name !== 'shared');

describe('files of this repository that the company has', () => {
  const entities = loadCatalog(seed);
  const known = byRef(entities);
  const ofType = (type: string) =>
    entities.filter(entity => entity.spec?.type === type);

  it('are read without what tools leave behind', () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'product-'));
    for (const file of [
      'mkdocs.yml',
      'docs/index.md',
      'infra/modules/bucket/main.tf',
      'scripts/infra/plan.mjs',
      'scripts/lib/run.mjs',
      '.github/workflows/infra-plan.yml',
      '.github/workflows/ci.yaml',
      'infra/modules/bucket/.terraform/modules/modules.json',
      'infra/modules/bucket/terraform.tfstate.backup',
    ]) {
      fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      fs.writeFileSync(path.join(folder, file), `# ${file}\n`);
    }
    expect(readProduct(folder)).toEqual({
      documentation: [
        { path: 'mkdocs.yml', content: '# mkdocs.yml\n' },
        { path: 'docs/index.md', content: '# docs/index.md\n' },
      ],
      infrastructure: [
        'infra/modules/bucket/main.tf',
        '.github/workflows/infra-plan.yml',
        'scripts/infra/plan.mjs',
        'scripts/lib/run.mjs',
      ].map(file => ({ path: file, content: `# ${file}\n` })),
    });
    expect(() => readProduct(path.join(folder, 'docs'))).toThrow(/mkdocs\.yml/);
  });

  it('are a repository of Terraform, with a tag for each module', () => {
    const { paths, tags } = repository('infra');
    expect(paths).toContain('infra/modules/bucket/main.tf');
    expect(paths).toContain('infra/live/prod/us-east-1/main.tf');
    expect(paths.filter(file => file.startsWith('infra/platform/'))).toEqual(
      [],
    );
    expect(tags).toHaveLength(foldersOf('infra/modules').length);
    expect(tags).toContain('bucket-v1.0.0');
  });

  it('are a repository that Argo CD syncs', () => {
    const { paths } = repository('gitops');
    expect(paths.length).toBeGreaterThan(20);
    expect(paths).toContain('README.md');
    expect(paths.filter(file => file.endsWith('.tf'))).toEqual([]);
  });

  it('are a component for each module and a resource for each stack', () => {
    expect(
      ofType('terraform-module').map(({ metadata }) => metadata.name),
    ).toEqual(foldersOf('infra/modules').map(name => `terraform-${name}`));
    expect(
      ofType('terraform-stack').map(({ metadata }) => metadata.name),
    ).toEqual(
      accounts.flatMap(account =>
        foldersOf(`infra/live/${account}`).map(
          region => `stack-${account}-${region}`,
        ),
      ),
    );
  });

  it('refer only to what the catalog has', () => {
    const refsOf = ({ spec = {} }: Entity) =>
      [spec.owner, spec.system, spec.dependsOn, spec.dependencyOf]
        .flat()
        .filter(Boolean) as string[];
    const described = [
      ...ofType('terraform-module'),
      ...ofType('terraform-stack'),
    ];
    const dangling = described.flatMap(entity =>
      refsOf(entity)
        .filter(ref => !known.has(ref))
        .map(ref => `${stringifyEntityRef(entity)} > ${ref}`),
    );
    expect(dangling).toEqual([]);
    for (const { metadata } of described) {
      const page = `docs${
        metadata.annotations!['backstage.io/techdocs-entity-path']
      }.md`;
      expect(product.documentation.map(file => file.path)).toContain(page);
    }
  });

  it('are the documentation of the portal', () => {
    const { files = [] } = repository('catalog');
    const contentOf = (file: string) =>
      files.find(({ path: name }) => name === `portal/${file}`)?.content;
    expect(contentOf('mkdocs.yml')).toBe(
      fs.readFileSync(path.join(root, 'mkdocs.yml'), 'utf8'),
    );
    expect(contentOf('docs/index.md')).toContain('Arctiq Portal');
    expect(contentOf('docs/runbook.md')).toBeDefined();
  });
});
