import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { run, tail } from '../../lib/run.mjs';
import {
  parseDocuments,
  plainYamlFiles,
  platformFolder,
  readDocuments,
  yaml,
} from './files.mjs';
import { generate } from './generators.mjs';

/** The clusters of each control plane, read from the secrets that declare them. */
export function readClusters(folder = platformFolder) {
  const home = path.join(folder, 'argocd/clusters');
  return fs.readdirSync(home).flatMap(controlPlane =>
    fs.readdirSync(path.join(home, controlPlane)).map(file => {
      const [secret] = readDocuments(path.join(home, controlPlane, file));
      const { metadata, data } = secret.spec.target.template;
      return {
        controlPlane,
        name: data.name,
        server: data.server.startsWith('https://')
          ? data.server
          : `https://${data.name}`,
        metadata: {
          labels: metadata.labels,
          annotations: metadata.annotations ?? {},
        },
      };
    }),
  );
}

function merge(base, patch) {
  if (
    !base ||
    !patch ||
    typeof base !== 'object' ||
    typeof patch !== 'object' ||
    Array.isArray(patch)
  ) {
    return patch;
  }
  const merged = { ...base };
  for (const [key, value] of Object.entries(patch)) {
    merged[key] = key in base ? merge(base[key], value) : value;
  }
  return merged;
}

const indented = text => text.replace(/^(?=.)/gm, '  ');

/**
 * Evaluates Go templates with sprig, as Argo CD does, by way of Helm: one run
 * for all of them.
 *
 * @param texts - rows of a template and the list of parameters to fill it with
 * @returns for each row the list of what came out
 */
async function renderTexts(helm, texts) {
  const chart = fs.mkdtempSync(path.join(os.tmpdir(), 'platform-sets-'));
  try {
    fs.mkdirSync(path.join(chart, 'templates'));
    const write = (file, text) =>
      fs.writeFileSync(path.join(chart, file), text);
    write('Chart.yaml', 'apiVersion: v2\nname: sets\nversion: 0.0.0\n');
    write(
      'values.yaml',
      yaml.stringify({ rows: texts.map(row => row.parameters) }),
    );
    texts.forEach(({ template }, row) => {
      write(
        `templates/${row}.yaml`,
        `{{- range $index, $one := index .Values.rows ${row} }}\n---\nrow: ${row}\nindex: {{ $index }}\nresult:\n{{- with $one }}\n${indented(
          template,
        )}\n{{- end }}\n{{- end }}\n`,
      );
    });
    const { code, output } = await run(helm, ['template', 'sets', chart], {
      quiet: true,
    });
    if (code !== 0) {
      throw new Error(tail(output, 5));
    }
    const results = texts.map(() => []);
    for (const { row, index, result } of parseDocuments(output, 'templates')) {
      results[row][index] = result ?? {};
    }
    return results;
  } finally {
    fs.rmSync(chart, { recursive: true, force: true });
  }
}

/**
 * Stands in for missingkey=error, which Helm does not know: the parameters that
 * a template names and that are not there.
 */
function missingParameters({ template, parameters }) {
  const missing = new Set();
  for (const [action] of template.matchAll(/{{.*?}}/gs)) {
    const paths = [
      ...[...action.matchAll(/index \.([\w.]+) "([^"]+)"/g)].map(
        ([, place, key]) => [...place.split('.'), key],
      ),
      ...[
        ...action.replace(/"[^"]*"/g, '').matchAll(/(?<=[\s(])\.([\w.]+)/g),
      ].map(([, place]) => place.split('.')),
    ];
    for (const keys of paths) {
      for (const one of parameters) {
        if (keys.reduce((value, key) => value?.[key], one) === undefined) {
          missing.add(keys.join('.'));
        }
      }
    }
  }
  return [...missing];
}

/**
 * The Applications that ApplicationSets make.
 *
 * @param sets - rows of { set, world }
 * @returns for each row the list of its Applications
 */
export async function expandSets(helm, sets) {
  const texts = sets.flatMap(({ set, world }) => {
    const { generators, template, templatePatch = '{}' } = set.spec;
    const parameters = generate(generators, world);
    const text = yaml.stringify(template, { singleQuote: true, lineWidth: 0 });
    return [
      { template: text, parameters },
      { template: templatePatch, parameters },
    ];
  });
  const missing = texts.flatMap(missingParameters);
  if (missing.length > 0) {
    throw new Error(`a parameter is missing: ${missing.join(', ')}`);
  }
  const results = await renderTexts(helm, texts);
  return sets.map((_, row) =>
    results[2 * row].map((base, index) => ({
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Application',
      ...merge(base, results[2 * row + 1][index]),
    })),
  );
}

/**
 * Every Application of every control plane, the generated ones and those that
 * are written down.
 *
 * @returns rows of { controlPlane, file, application, cluster }
 */
export async function expandPlatform(helm, folder = platformFolder) {
  const files = plainYamlFiles(folder);
  const contents = Object.fromEntries(
    files
      .filter(file => /^(teams|services)\//.test(file))
      .map(file => [file, readDocuments(path.join(folder, file))[0]]),
  );
  const clusters = readClusters(folder);
  const controlPlanes = [
    ...new Set(clusters.map(cluster => cluster.controlPlane)),
  ];
  const rows = [];
  const sets = [];
  for (const file of files.filter(name =>
    /^(argocd|applications)\//.test(name),
  )) {
    for (const object of readDocuments(path.join(folder, file))) {
      if (object.kind === 'Application') {
        const controlPlane = file.split('/')[2];
        rows.push({ controlPlane, file, application: object });
      }
      if (object.kind === 'ApplicationSet') {
        sets.push(
          ...controlPlanes.map(controlPlane => ({
            controlPlane,
            file,
            set: object,
          })),
        );
      }
    }
  }
  const applications = await expandSets(
    helm,
    sets.map(({ controlPlane, set }) => ({
      set,
      world: {
        clusters: clusters.filter(
          cluster => cluster.controlPlane === controlPlane,
        ),
        files: contents,
      },
    })),
  );
  const generated = sets.flatMap((row, index) =>
    applications[index].map(application => ({ ...row, application })),
  );
  return [...rows, ...generated].map(row => {
    const { server } = row.application.spec.destination;
    const cluster = clusters.find(
      candidate =>
        candidate.server === server &&
        candidate.controlPlane === row.controlPlane,
    );
    return { ...row, cluster };
  });
}
