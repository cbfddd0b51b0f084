import path from 'node:path';
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

/** The runs of test files that run a module inside instead of the one around it. */
function runsOf(parsedTests, inner) {
  return parsedTests.map(({ run = {} }) => ({
    run: Object.fromEntries(
      Object.entries(run).filter(([, bodies]) =>
        bodies.some(({ module = [] }) =>
          [module].flat().some(({ source }) => source === `./${inner}`),
        ),
      ),
    ),
  }));
}

/**
 * A module with its files and what they say. One that lies in another may be
 * tested and described by the one around it.
 */
export function parseModule(name, folder, parse) {
  const files = readModule(folder);
  const module = { name, files, ...parseFiles(files, parse) };
  const inner = name.match(/modules\/[^/]+$/)?.[0];
  if (inner) {
    const around = readModule(path.join(folder, '../..'));
    const { parsed } = parseFiles(around, parse);
    module.parsed.tests.push(...runsOf(parsed.tests, inner));
    module.describedAround = (around['README.md'] ?? '').includes(inner);
  }
  return module;
}

/** How many runs of tests a module has, its own and those of the one around it. */
export function countRuns({ parsed }) {
  return parsed.tests.reduce(
    (sum, { run = {} }) => sum + Object.values(run).flat().length,
    0,
  );
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
