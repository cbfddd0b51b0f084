import fs from 'node:fs';
import path from 'node:path';
import { inRoot, toolchain } from '../../lib/paths.mjs';
import { run, tail } from '../../lib/run.mjs';

/**
 * Packages of the npm registry that hold the schemas of Kubernetes and of the
 * custom kinds, made from the projects' own definitions. Versions are changed
 * here alone.
 */
export const packages = {
  'kubernetes-models': '5.1.0',
  '@kubernetes-models/argo-cd': '4.0.0',
  '@kubernetes-models/argo-rollouts': '2.0.0',
  '@kubernetes-models/cert-manager': '6.0.0',
  '@kubernetes-models/external-secrets': '2.0.0',
  '@kubernetes-models/istio': '3.0.1',
  '@kubernetes-models/karpenter': '2.0.0',
  '@kubernetes-models/keda': '2.0.0',
  '@kubernetes-models/prometheus-operator': '6.0.0',
};

function isComplete(folder) {
  return Object.entries(packages).every(([name, version]) => {
    const file = path.join(folder, name, 'package.json');
    return (
      fs.existsSync(file) &&
      JSON.parse(fs.readFileSync(file, 'utf8')).version === version
    );
  });
}

/**
 * The node_modules folder that holds the packages, installed when they are not
 * there. They are read by tests only, so they are no dependency of the portal.
 */
export async function findModels() {
  const home = path.join(toolchain, 'npm/kubernetes-models');
  const own = path.join(home, 'node_modules');
  for (const folder of [inRoot('node_modules'), own]) {
    if (isComplete(folder)) {
      return folder;
    }
  }
  fs.mkdirSync(home, { recursive: true });
  fs.writeFileSync(
    path.join(home, 'package.json'),
    JSON.stringify({ private: true, dependencies: packages }),
  );
  const { code, output } = await run(
    'npm',
    ['install', '--ignore-scripts', '--no-audit', '--no-fund'],
    { quiet: true, cwd: home },
  ).catch(error => ({ code: 1, output: error.message }));
  if (code !== 0 || !isComplete(own)) {
    throw new Error(
      `the packages of the schemas could not be installed: ${tail(output, 5)}`,
    );
  }
  return own;
}
