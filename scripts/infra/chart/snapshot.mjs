import fs from 'node:fs';
import path from 'node:path';
import { chartFolder, toYaml } from './chart.mjs';

/** The default production install, as it was reviewed. */
export const snapshotFile = path.join(
  chartFolder,
  'tests/default-install.snap',
);

/** Objects in an order that does not depend on helm. */
export function serialize(objects) {
  const title = ({ kind, metadata }) => `${kind} ${metadata.name}`;
  return [...objects]
    .sort((a, b) => title(a).localeCompare(title(b), 'en'))
    .map(object => `# ${title(object)}\n${toYaml(object)}`)
    .join('---\n');
}

/** The first lines in which two texts differ. */
function difference(before, after) {
  const old = before.split('\n');
  const now = after.split('\n');
  const at = now.findIndex((line, index) => line !== old[index]);
  const index = at < 0 ? now.length : at;
  return [
    `line ${index + 1}:`,
    ...old.slice(index, index + 4).map(line => `- ${line}`),
    ...now.slice(index, index + 4).map(line => `+ ${line}`),
    'When this is what you want: node scripts/infra/chart/index.mjs --update',
  ].join('\n');
}

/** Changes of the default install that nobody has looked at. */
export function checkSnapshot(objects, file = snapshotFile) {
  const now = serialize(objects);
  if (!fs.existsSync(file)) {
    return [`${path.basename(file)} is not there`];
  }
  const before = fs.readFileSync(file, 'utf8');
  return before === now ? [] : [difference(before, now)];
}

/** Keeps the present install as the reviewed one. */
export function writeSnapshot(objects) {
  fs.writeFileSync(snapshotFile, serialize(objects));
}
