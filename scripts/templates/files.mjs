import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { inRoot } from '../lib/paths.mjs';

const require = createRequire(inRoot('package.json'));
const yaml = require('yaml');
const jsYaml = require('js-yaml');

/** Files below a folder, relative to it, sorted. */
export function listFiles(folder) {
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry =>
      path.relative(folder, path.join(entry.parentPath, entry.name)),
    )
    .sort();
}

/** Text of one file of a rendered repository. */
export function read(folder, file) {
  return fs.readFileSync(path.join(folder, file), 'utf8');
}

/** Documents of a YAML text; two parsers must take it and agree. */
export function parseYaml(text) {
  const documents = yaml.parseAllDocuments(text).map(document => {
    if (document.errors.length > 0) {
      throw document.errors[0];
    }
    return document.toJS();
  });
  const other = jsYaml.loadAll(text);
  if (JSON.stringify(documents) !== JSON.stringify(other)) {
    throw new Error('two YAML parsers read it differently');
  }
  return documents;
}

/** The documents of a YAML or JSON file of a rendered repository. */
export function readDocuments(folder, file) {
  const text = read(folder, file);
  return file.endsWith('.json') ? [JSON.parse(text)] : parseYaml(text);
}
