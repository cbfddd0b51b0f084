import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { run, tail } from '../../lib/run.mjs';
import { listFiles, platformFolder, readDocuments, yaml } from './files.mjs';

const policies = path.join(platformFolder, 'policies');

function readFolder(folder) {
  return listFiles(folder)
    .filter(file => file.endsWith('.yaml'))
    .flatMap(file =>
      readDocuments(path.join(folder, file)).map(object => ({ file, object })),
    );
}

/** The constraints of one environment, or of all, with those common to all. */
export function readConstraints(environment) {
  return readFolder(path.join(policies, 'constraints')).filter(
    ({ file, object }) =>
      object.apiVersion.startsWith('constraints.gatekeeper.sh/') &&
      (!environment || ['common', environment].includes(file.split('/')[0])),
  );
}

export function readTemplates() {
  return readFolder(path.join(policies, 'templates'));
}

/** Runs the suites: each case is an object and whether it is refused. */
export async function verifySuites(
  gator,
  folder = path.join(policies, 'tests'),
) {
  const { code, output } = await run(gator, ['verify', `${folder}/...`], {
    quiet: true,
  });
  return { ok: code === 0 && /^PASS$/m.test(output), output: tail(output, 40) };
}

/** Constraints that no suite tests with an object to let pass and one to refuse. */
export function coverageProblems(constraints, suites) {
  const tested = new Map();
  for (const { tests = [] } of suites) {
    for (const { constraint, cases = [] } of tests) {
      const name = constraint.replace(/^(\.\.\/)+constraints\//, '');
      const refused = cases.map(({ assertions }) =>
        assertions.every(one => one.violations !== 'no'),
      );
      const before = tested.get(name) ?? { good: 0, bad: 0 };
      before.good += refused.filter(one => !one).length;
      before.bad += refused.filter(Boolean).length;
      tested.set(name, before);
    }
  }
  // The same constraint in two environments is tested once.
  const byContent = new Map();
  for (const { file, object } of constraints) {
    const content = JSON.stringify(object);
    byContent.set(content, [...(byContent.get(content) ?? []), file]);
  }
  const problems = [];
  for (const files of byContent.values()) {
    const counts = files.map(file => tested.get(file)).filter(Boolean);
    if (!counts.some(({ good, bad }) => good > 0 && bad > 0)) {
      problems.push(
        `${files.join(
          ', ',
        )}: no suite with an object to let pass and one to refuse`,
      );
    }
  }
  return problems;
}

export function readSuites() {
  return readFolder(path.join(policies, 'tests'))
    .map(({ object }) => object)
    .filter(({ kind }) => kind === 'Suite');
}

/** Platform namespaces that policies leave out, and those that there are. */
export function exemptionProblems(constraints, namespaces) {
  const problems = [];
  for (const { file, object } of constraints) {
    const { excludedNamespaces } = object.spec.match ?? {};
    if (!excludedNamespaces?.includes('karpenter')) {
      continue;
    }
    const unknown = excludedNamespaces.filter(name => !namespaces.has(name));
    const missing = [...namespaces].filter(
      name => !excludedNamespaces.includes(name),
    );
    if (unknown.length > 0) {
      problems.push(
        `${file} leaves out ${unknown.join(
          ', ',
        )}, which is no namespace of the platform`,
      );
    }
    if (missing.length > 0) {
      problems.push(
        `${file} would refuse what the platform installs in ${missing.join(
          ', ',
        )}`,
      );
    }
  }
  return problems;
}

/** What the policies of an environment say of objects that we would apply there. */
export async function judge(gator, objects, environment) {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'platform-policies-'));
  try {
    const write = (name, list) => {
      const file = path.join(home, name);
      fs.writeFileSync(
        file,
        list.map(one => yaml.stringify(one)).join('---\n'),
      );
      return file;
    };
    const rules = write('rules.yaml', [
      ...readTemplates().map(({ object }) => object),
      ...readConstraints(environment).map(({ object }) => object),
    ]);
    const file = write('objects.yaml', objects);
    const { code, output } = await run(
      gator,
      ['test', '--filename', rules, '--filename', file, '--output', 'json'],
      { quiet: true },
    );
    if (code === 0) {
      return [];
    }
    const start = output.indexOf('[');
    if (start < 0) {
      return [tail(output, 5)];
    }
    return JSON.parse(output.slice(start)).map(({ msg }) => msg);
  } finally {
    fs.rmSync(home, { recursive: true, force: true });
  }
}

/** Copies the policies and deletes one rule of a template, to see a suite fail. */
export async function verifyMutant(gator, file, mutate) {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'platform-mutant-'));
  try {
    fs.cpSync(policies, home, { recursive: true });
    const target = path.join(home, 'templates', file);
    const text = fs.readFileSync(target, 'utf8');
    const mutated = mutate(text);
    if (mutated === text) {
      throw new Error(`${file}: nothing to mutate`);
    }
    fs.writeFileSync(target, mutated);
    return await verifySuites(gator, path.join(home, 'tests'));
  } finally {
    fs.rmSync(home, { recursive: true, force: true });
  }
}
