import fs from 'node:fs';
import { inRoot } from '../../lib/paths.mjs';
import { findModules } from '../modules/find.mjs';
import { providerSchema } from '../terraform/provider.mjs';
import { readSchema } from './schema.mjs';

/** Modules that make nothing that could be tagged, so that they take no tags. */
function untaggedModules() {
  return findModules().filter(name => {
    const file = inRoot('infra/modules', name, 'variables.tf');
    return (
      !fs.existsSync(file) ||
      !/^variable "tags"/m.test(fs.readFileSync(file, 'utf8'))
    );
  });
}

/** What the rules look things up in. */
export async function ruleContext() {
  return {
    ...readSchema(await providerSchema()),
    untagged: new Set(untaggedModules()),
    today: new Date().toISOString().slice(0, 10),
  };
}
