import fs from 'node:fs';
import path from 'node:path';
import { inRoot } from '../../lib/paths.mjs';

/** Outputs by root, for what the mock cannot make. */
export function readSeeds() {
  const file = inRoot('scripts/infra/live/seeds.json');
  return JSON.parse(fs.readFileSync(file, 'utf8'));
}

/** The type of a value as states write it. */
function typeOf(value) {
  if (Array.isArray(value)) {
    return ['tuple', value.map(typeOf)];
  }
  return value && typeof value === 'object'
    ? [
        'object',
        Object.fromEntries(
          Object.entries(value).map(([name, item]) => [name, typeOf(item)]),
        ),
      ]
    : typeof value;
}

/**
 * Adds outputs to a state, which is made where there is none. What is in it
 * already stays.
 *
 * @returns the names that were added
 */
export function writeState(file, outputs = {}) {
  const state = fs.existsSync(file)
    ? JSON.parse(fs.readFileSync(file, 'utf8'))
    : {
        version: 4,
        terraform_version: '1.11.4',
        serial: 1,
        lineage: '00000000-0000-4000-8000-000000000000',
        outputs: {},
        resources: [],
      };
  const added = Object.keys(outputs).filter(name => !(name in state.outputs));
  for (const name of added) {
    state.outputs[name] = {
      value: outputs[name],
      type: typeOf(outputs[name]),
    };
  }
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, `${JSON.stringify(state, undefined, 2)}\n`);
  return added;
}
