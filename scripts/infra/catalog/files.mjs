import fs from 'node:fs';
import path from 'node:path';
import YAML from 'yaml';

const owner = 'group:default/platform';
const system = 'system:default/platform';
const documentation = 'component:default/arctiq-portal';

/** Folder beside the accounts with what only the stacks share. */
const SHARED = 'shared';

/** Modules that a stack's clusters come from, and how the catalog calls these. */
const clusters = {
  eks: (account, region) => `eks-${account}-${region}`,
  msk: (account, region) => account === 'prod' && `msk-${region}`,
  redis: (account, region) => account === 'prod' && `elasticache-${region}`,
  opensearch: (account, region) => account === 'prod' && `opensearch-${region}`,
};

function folders(folder) {
  return fs
    .readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isDirectory() && !entry.name.startsWith('.'))
    .map(({ name }) => name)
    .sort();
}

/** Names of the modules that the Terraform files of a folder call. */
export function modulesCalled(folder) {
  const names = fs
    .readdirSync(folder)
    .filter(file => file.endsWith('.tf'))
    .flatMap(file => {
      const text = fs.readFileSync(path.join(folder, file), 'utf8');
      return [
        ...text.matchAll(
          /^\s*source\s*=\s*"(?:\.\.\/)+(?:modules\/)?([^"]+)"/gm,
        ),
      ]
        .map(([, called]) => called.split('/')[0])
        .filter(called => called !== SHARED);
    });
  return [...new Set(names)].sort();
}

/** The first paragraph of a README, on one line. */
export function firstParagraph(readme) {
  const paragraph = readme
    .replace(/^#.*$/m, '')
    .trim()
    .split(/\n\s*\n/)[0];
  return paragraph.replace(/\s+/g, ' ').replaceAll('`', '').trim();
}

function moduleEntity(folder, name) {
  const read = file => fs.readFileSync(path.join(folder, file), 'utf8');
  const version = read('CHANGELOG.md').match(/^## (\d+\.\d+\.\d+)/m)?.[1];
  const dependsOn = modulesCalled(folder)
    .filter(called => called !== name)
    .map(called => `component:default/terraform-${called}`);
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: `terraform-${name}`,
      title: `Terraform module ${name}`,
      description: firstParagraph(read('README.md')),
      annotations: {
        'arctiq.io/module-version': version,
        'backstage.io/techdocs-entity': documentation,
        'backstage.io/techdocs-entity-path': '/infrastructure/architecture',
      },
      labels: { 'arctiq.io/tier': '3' },
      tags: ['terraform', name === 'analytics-gcp' ? 'gcp' : 'aws'],
    },
    spec: {
      type: 'terraform-module',
      lifecycle: 'production',
      owner,
      system,
      ...(dependsOn.length > 0 && { dependsOn }),
    },
  };
}

function stackEntity(folder, account, region) {
  const modules = modulesCalled(folder);
  const dependencyOf = modules.flatMap(name => {
    const cluster = clusters[name]?.(account, region);
    return cluster ? [`resource:default/${cluster}`] : [];
  });
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name: `stack-${account}-${region}`,
      title: `Stack ${account} ${region}`,
      description: `What Terraform makes in the account ${account} and the region ${region}: ${modules.join(
        ', ',
      )}.`,
      annotations: {
        'backstage.io/techdocs-entity': documentation,
        'backstage.io/techdocs-entity-path': '/infrastructure/accounts',
      },
      tags: ['terraform', 'aws', account],
    },
    spec: {
      type: 'terraform-stack',
      owner,
      system,
      dependsOn: modules.map(name => `component:default/terraform-${name}`),
      ...(dependencyOf.length > 0 && { dependencyOf }),
    },
  };
}

const heading =
  '# Made from the folders below infra/ by scripts/infra/catalog.mjs.\n';

/**
 * Those of {@link catalogFiles} that are not there, or not as they should be.
 *
 * @param infra - folder `infra/`
 */
export function staleCatalogFiles(infra) {
  return catalogFiles(infra).filter(({ file, content }) => {
    const target = path.join(infra, file);
    return (
      !fs.existsSync(target) || fs.readFileSync(target, 'utf8') !== content
    );
  });
}

/**
 * The catalog files of all modules and stacks, as they should be.
 *
 * @param infra - folder `infra/`
 * @returns paths below that folder, with contents
 */
export function catalogFiles(infra) {
  const modules = folders(path.join(infra, 'modules')).map(name => ({
    file: `modules/${name}/catalog-info.yaml`,
    entity: moduleEntity(path.join(infra, 'modules', name), name),
  }));
  const stacks = folders(path.join(infra, 'live'))
    .filter(account => account !== SHARED)
    .flatMap(account =>
      folders(path.join(infra, 'live', account)).map(region => ({
        file: `live/${account}/${region}/catalog-info.yaml`,
        entity: stackEntity(
          path.join(infra, 'live', account, region),
          account,
          region,
        ),
      })),
    );
  const all = {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Location',
    metadata: {
      name: 'infrastructure',
      description: 'Terraform modules and stacks.',
    },
    spec: { targets: [...modules, ...stacks].map(({ file }) => `./${file}`) },
  };
  return [
    { file: 'catalog-info.yaml', entity: all },
    ...modules,
    ...stacks,
  ].map(({ file, entity }) => ({
    file,
    content:
      heading + YAML.stringify(entity, { lineWidth: 0, singleQuote: true }),
  }));
}
