import fs from 'node:fs';
import path from 'node:path';
import { run, tail } from '../../lib/run.mjs';
import { sourcesOf } from './applications.mjs';
import {
  gitopsUrl,
  listFiles,
  parseDocuments,
  platformFolder,
  readDocuments,
} from './files.mjs';

/** Files that an Application names and that are not in the repository. */
export function linkProblems(application, folder = platformFolder) {
  const { name } = application.metadata;
  const sources = sourcesOf(application);
  const references = Object.fromEntries(
    sources.filter(({ ref }) => ref).map(({ ref, repoURL }) => [ref, repoURL]),
  );
  return sources.flatMap(({ path: place, repoURL, helm = {} }) => {
    const problems = [];
    const own = repoURL === gitopsUrl;
    if (place && own && !fs.existsSync(path.join(folder, place))) {
      problems.push(`${name}: there is no ${place}`);
    }
    for (const file of helm.valueFiles ?? []) {
      const [reference, ...rest] = file.split('/');
      if (
        reference.startsWith('$') &&
        references[reference.slice(1)] !== gitopsUrl
      ) {
        problems.push(
          `${name}: ${reference} is no source of the gitops repository`,
        );
        continue;
      }
      if (!reference.startsWith('$') && !own) {
        continue;
      }
      const full = reference.startsWith('$')
        ? path.join(folder, ...rest)
        : path.join(folder, place, file);
      if (!fs.existsSync(full) && !helm.ignoreMissingValueFiles) {
        problems.push(`${name}: there is no ${path.relative(folder, full)}`);
      }
    }
    return problems;
  });
}

async function renderChart(helm, chart, source, namespace, folder) {
  const { releaseName, valueFiles = [], parameters = [] } = source.helm ?? {};
  const { code, output } = await run(
    helm,
    [
      ...[
        'template',
        releaseName ?? 'release',
        chart,
        '--namespace',
        namespace,
      ],
      ...valueFiles.flatMap(file => [
        '--values',
        path.join(folder, source.path, file),
      ]),
      ...parameters.flatMap(({ name, value, forceString }) => [
        forceString ? '--set-string' : '--set',
        `${name}=${value}`,
      ]),
    ],
    { quiet: true },
  );
  if (code !== 0) {
    throw new Error(`${source.path}: ${tail(output, 5)}`);
  }
  return parseDocuments(output, source.path);
}

/**
 * Every object that an Application applies from this repository: folders are
 * read, charts rendered with the values and parameters of the Application.
 * Charts of others are not fetched.
 */
export async function renderApplication(
  helm,
  application,
  folder = platformFolder,
) {
  const { namespace } = application.spec.destination;
  const objects = [];
  for (const source of sourcesOf(application)) {
    if (source.repoURL !== gitopsUrl || !source.path) {
      continue;
    }
    const home = path.join(folder, source.path);
    if (fs.existsSync(path.join(home, 'Chart.yaml'))) {
      objects.push(
        ...(await renderChart(helm, home, source, namespace, folder)),
      );
    } else {
      const { include, exclude, recurse } = source.directory ?? {};
      const files = listFiles(home).filter(
        file =>
          file.endsWith('.yaml') &&
          file !== exclude &&
          (recurse || !file.includes('/')) &&
          (!include || file.endsWith(include.replace('*', ''))),
      );
      objects.push(
        ...files.flatMap(file => readDocuments(path.join(home, file))),
      );
    }
  }
  return objects;
}
