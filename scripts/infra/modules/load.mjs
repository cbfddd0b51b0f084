import { inRoot } from '../../lib/paths.mjs';
import { hclParser } from '../hcl.mjs';
import { parseModule } from './parse.mjs';

/** Modules of this repository by name, with their files parsed. */
export async function loadModules(names, parse) {
  const parser = parse ?? (await hclParser());
  return names.map(name =>
    parseModule(name, inRoot('infra/modules', name), parser),
  );
}
