import fs from 'node:fs';
import { inRoot } from '../../lib/paths.mjs';
import { createRequire } from 'node:module';

const require = createRequire(inRoot('package.json'));
const yaml = require('yaml');

function isObject(value) {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

/** Later files win; lists replace lists, and null removes. */
function merge(below, above) {
  if (!isObject(below) || !isObject(above)) {
    return above;
  }
  const merged = { ...below };
  for (const [key, value] of Object.entries(above)) {
    merged[key] = key in below ? merge(below[key], value) : value;
  }
  return merged;
}

/** Variables that a configuration reads and has no default for. */
export function variablesOf(texts) {
  const config = texts
    .map(text => yaml.parse(text))
    .reduce((below, above) => merge(below, above), {});
  const names = JSON.stringify(config).matchAll(/\$\{([A-Z_][A-Z0-9_]*)\}/g);
  return [...new Set([...names].map(([, name]) => name))].sort();
}

/** Variables without which the portal does not start in production. */
export function productionVariables() {
  return variablesOf(
    ['app-config.yaml', 'app-config.production.yaml'].map(file =>
      fs.readFileSync(inRoot(file), 'utf8'),
    ),
  );
}

/** What infra/modules/portal writes into the secret store: entry to fields. */
export function secretsOfModule(text) {
  const block =
    /\n {2}secrets\s*= \{\n([\s\S]*?)\n {2}\}/.exec(text)?.[1] ?? '';
  return Object.fromEntries(
    [...block.matchAll(/^\s*([\w-]+)\s*=.*properties = \[([^\]]*)\]/gm)].map(
      ([, name, fields]) => [name, fields.match(/[A-Z_]+/g)],
    ),
  );
}

/** Fields that the chart reads and the module does not write, or writes elsewhere. */
export function checkSecretStore(
  objects,
  text = fs.readFileSync(inRoot('infra/modules/portal/main.tf'), 'utf8'),
) {
  const written = secretsOfModule(text);
  return objects
    .filter(({ kind }) => kind === 'ExternalSecret')
    .flatMap(({ metadata, spec }) =>
      spec.data
        .map(({ remoteRef: { key, property } }) => ({ key, property }))
        .filter(({ key, property }) => {
          const [, name] = /^[a-z]+\/portal\/([\w-]+)$/.exec(key) ?? [];
          return !written[name]?.includes(property);
        })
        .map(
          ({ key, property }) =>
            `${metadata.name}: infra/modules/portal writes no ${property} into ${key}`,
        ),
    );
}
