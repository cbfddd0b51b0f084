import { readModule } from './find.mjs';

const inTests = file => file.startsWith('tests/');
const inExample = file => file.startsWith('examples/minimal/');
const inModule = file => !file.includes('/') && file.endsWith('.tf');

/**
 * Parses what one module consists of.
 *
 * @param files - text by file name
 * @returns the parsed files by kind, and problems of files that do not parse
 */
export function parseFiles(files, parse) {
  const parsed = { module: [], tests: [], example: [] };
  const problems = [];
  for (const [file, text] of Object.entries(files)) {
    const kind =
      (inModule(file) && 'module') ||
      (inTests(file) && file.endsWith('.hcl') && 'tests') ||
      (inExample(file) && file.endsWith('.tf') && 'example');
    if (kind) {
      const { ok, value, error } = parse(text);
      if (ok) {
        parsed[kind].push(value);
      } else {
        problems.push(`${file}: ${error}`);
      }
    }
  }
  return { parsed, problems };
}

/** A module with its files and what they say. */
export function parseModule(name, folder, parse) {
  const files = readModule(folder);
  return { name, files, ...parseFiles(files, parse) };
}

/** Providers that a module asks for: source by local name. */
export function requiredProviders({ parsed }) {
  return Object.fromEntries(
    parsed.module
      .flatMap(({ terraform = [] }) => terraform)
      .flatMap(block => block.required_providers ?? [])
      .flatMap(block => Object.entries(block)),
  );
}

/** Providers of a module that the mock of AWS has nothing to say to. */
export function foreignProviders(module) {
  return Object.values(requiredProviders(module))
    .map(({ source }) => source)
    .filter(source => source !== 'hashicorp/aws');
}
