import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { inRoot } from '../../lib/paths.mjs';

const require = createRequire(inRoot('package.json'));
export const yaml = require('yaml');

/** What Argo CD follows: the root of the gitops repository. */
export const platformFolder = inRoot('infra/platform');

/** The repository that infra/platform is the content of. */
export const gitopsUrl = 'https://github.com/arctiq-commerce/gitops.git';

/** All files below a folder, as paths relative to it. */
export function listFiles(folder) {
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry =>
      path.relative(
        folder,
        path.join(entry.parentPath ?? entry.path, entry.name),
      ),
    )
    .sort();
}

/** The documents of one YAML text; throws with the place of the first error. */
export function parseDocuments(text, name) {
  const documents = yaml.parseAllDocuments(text, { uniqueKeys: true });
  for (const document of documents) {
    if (document.errors.length > 0) {
      throw new Error(`${name}: ${document.errors[0].message}`);
    }
  }
  return documents
    .map(document => document.toJS())
    .filter(value => value !== null && value !== undefined);
}

export function readDocuments(file) {
  return parseDocuments(fs.readFileSync(file, 'utf8'), file);
}

/** Templates of Helm charts are no YAML before they are rendered. */
export function isChartTemplate(file) {
  return (
    /(^|\/)templates\/[^/]+\.(yaml|tpl)$/.test(file) &&
    !file.startsWith('policies/')
  );
}

/** Every YAML file of the platform that can be parsed as it is. */
export function plainYamlFiles(folder = platformFolder) {
  return listFiles(folder).filter(
    file => file.endsWith('.yaml') && !isChartTemplate(file),
  );
}
