import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { inRoot } from '../../lib/paths.mjs';
import { run, tail } from '../../lib/run.mjs';

const require = createRequire(inRoot('package.json'));
const yaml = require('yaml');

/** The chart of the portal. */
export const chartFolder = inRoot('infra/charts/portal');

/** The smallest production install; what is reviewed and compared. */
export const productionValues = 'default-values.yaml';

/** The Kubernetes versions that the company's clusters have or get next. */
export const kubernetesVersions = ['1.32.0', '1.33.0', '1.34.0'];

/** Names and addresses in which all renders of the checks agree. */
const release = ['--namespace', 'portal', '--kube-version', '1.33.0'];

/** Values files of the chart, one for each feature switch. */
export function listValues(folder = chartFolder) {
  return fs
    .readdirSync(path.join(folder, 'ci'))
    .filter(file => file.endsWith('-values.yaml'))
    .sort();
}

/** The documents of a YAML text, without empty ones. */
export function parseDocuments(text) {
  return yaml
    .parseAllDocuments(text)
    .map(document => {
      if (document.errors.length > 0) {
        throw document.errors[0];
      }
      return document.toJS();
    })
    .filter(Boolean);
}

/** One document of a YAML file. */
export function readYaml(file) {
  return yaml.parse(fs.readFileSync(file, 'utf8'));
}

/** Writes a value as YAML that is easy to compare. */
export function toYaml(value) {
  return yaml.stringify(value, { lineWidth: 0, sortMapEntries: true });
}

/** What `helm lint --strict` complains about. */
export async function lint(helm, values, folder = chartFolder) {
  const { code, output } = await run(
    helm,
    [
      ...['lint', '--strict', folder, ...release],
      ...['--values', path.join(folder, 'ci', values)],
    ],
    { quiet: true },
  );
  return code === 0 ? [] : [`${values}: ${tail(output, 15)}`];
}

/**
 * Renders the chart.
 *
 * @param options.values - a file of `ci`, or none
 * @param options.extra - further values, which win
 * @param options.namespace - where it is installed
 * @returns exit code and output of helm
 */
export async function template(helm, options, folder = chartFolder) {
  const { values, extra, namespace } = options;
  const args = ['template', 'portal', folder, ...release];
  if (values) {
    args.push('--values', path.join(folder, 'ci', values));
  }
  if (extra) {
    args.push('--set-json', ...toSettings(extra));
  }
  if (namespace) {
    args.push('--namespace', namespace);
  }
  return run(helm, args, { quiet: true });
}

/** `--set-json` takes one assignment for each top-level key. */
function toSettings(extra) {
  return [
    Object.entries(extra)
      .map(([key, value]) => `${key}=${JSON.stringify(value)}`)
      .join(','),
  ];
}

/**
 * The objects of an install.
 *
 * @throws when it cannot be rendered
 */
export async function render(helm, values, folder = chartFolder) {
  const { code, output } = await template(helm, { values }, folder);
  if (code !== 0) {
    throw new Error(`${values}: ${tail(output, 15)}`);
  }
  return parseDocuments(output);
}
