import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { inRoot } from '../../lib/paths.mjs';
import { packages } from './models.mjs';

const require = createRequire(inRoot('package.json'));

const label = ({ apiVersion, kind, metadata }) =>
  `${apiVersion} ${kind} ${
    metadata?.namespace ? `${metadata.namespace}/` : ''
  }${metadata?.name}`;

function findModel(folder, { apiVersion, kind }) {
  for (const name of Object.keys(packages)) {
    const file = path.join(folder, name, apiVersion, `${kind}.js`);
    if (fs.existsSync(file)) {
      return file.slice(0, -'.js'.length);
    }
  }
  return undefined;
}

/** Types, required fields, patterns, enumerations: the validators of the packages. */
async function checkValues(object, model) {
  const { [object.kind]: Model } = await import(pathToFileURL(`${model}.js`));
  try {
    new Model(structuredClone(object)).validate();
    return [];
  } catch (error) {
    return [`${label(object)}: ${error.message.replaceAll('\n', ' ')}`];
  }
}

/** The fields of an object without their values: many objects differ in values only. */
function shapeOf(value) {
  if (Array.isArray(value)) {
    return [...new Set(value.map(item => JSON.stringify(shapeOf(item))))];
  }
  if (value && typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, shapeOf(item)]),
    );
  }
  return typeof value;
}

function oneOfEachShape(rows) {
  return [
    ...new Map(
      rows.map(row => [row.model + JSON.stringify(shapeOf(row.object)), row]),
    ).values(),
  ];
}

/**
 * Fields that no schema knows: the API server drops them without a word, so a
 * typing error is a setting that is not there. The compiler finds them, since
 * the packages have types too.
 */
function checkFields(rows, folder) {
  const typescript = require('typescript');
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'platform-types-'));
  const file = path.join(home, 'objects.ts');
  const models = [...new Set(rows.map(({ model }) => model))];
  const lines = models.map(
    (model, index) =>
      `import type { I${path.basename(
        model,
      )} as M${index} } from ${JSON.stringify(`${model}.js`)};`,
  );
  const owners = new Map();
  for (const { object, model } of rows) {
    lines.push(`export const o${lines.length}: M${models.indexOf(model)} =`);
    for (const line of JSON.stringify(object, null, 1).split('\n')) {
      owners.set(lines.length, object);
      lines.push(line);
    }
    lines.push(';');
  }
  try {
    fs.writeFileSync(file, lines.join('\n'));
    const program = typescript.createProgram([file], {
      noEmit: true,
      strict: true,
      skipLibCheck: true,
      types: [],
      target: typescript.ScriptTarget.ES2022,
      module: typescript.ModuleKind.ESNext,
      moduleResolution: typescript.ModuleResolutionKind.Bundler,
      typeRoots: [folder],
    });
    const source = program.getSourceFile(file);
    return program
      .getSemanticDiagnostics(source)
      .map(({ start, messageText }) => {
        const { line } = source.getLineAndCharacterOfPosition(start);
        const object = owners.get(line) ?? owners.get(line + 1);
        const text = typescript
          .flattenDiagnosticMessageText(messageText, ' ')
          .split(' Type ')[0];
        const what = object ? label(object) : 'types';
        return `${what}: ${lines[line].trim()} ${text}`;
      });
  } finally {
    fs.rmSync(home, { recursive: true, force: true });
  }
}

/**
 * Validates objects against the schemas that the packages hold.
 *
 * @param folder - the node_modules folder with the packages
 * @returns problems, and the kinds for which there is no schema, with how many
 */
export async function validateObjects(objects, folder) {
  const unknown = new Map();
  const rows = [];
  for (const object of objects) {
    const model = findModel(folder, object);
    if (model) {
      rows.push({ object, model });
    } else {
      const kind = `${object.apiVersion} ${object.kind}`;
      unknown.set(kind, (unknown.get(kind) ?? 0) + 1);
    }
  }
  const values = await Promise.all(
    rows.map(({ object, model }) => checkValues(object, model)),
  );
  return {
    validated: rows.length,
    problems: [...values.flat(), ...checkFields(oneOfEachShape(rows), folder)],
    unknown,
  };
}
