import fs from 'node:fs';
import { inRoot } from '../../lib/paths.mjs';

/** The roots in the order in which they are applied, with what they wait for. */
export function readOrder() {
  const file = inRoot('infra/live/order.json');
  return JSON.parse(fs.readFileSync(file, 'utf8')).roots;
}

/** Folders of roots that exist: `<account>/<region>`. */
export function rootFolders(live = inRoot('infra/live')) {
  const folders = folder =>
    fs
      .readdirSync(folder, { withFileTypes: true })
      .filter(entry => entry.isDirectory())
      .map(({ name }) => name);
  return folders(live)
    .flatMap(account =>
      folders(`${live}/${account}`).map(region => `${account}/${region}`),
    )
    .filter(root => fs.existsSync(`${live}/${root}/backend.tf`));
}

/** What is wrong with an order: unknown roots, loops, groups that do not rise. */
export function problemsOfOrder(order, folders) {
  const group = new Map(order.map(one => [one.root, one.group]));
  const problems = folders
    .filter(root => !group.has(root))
    .map(root => `${root} has no place in order.json`);
  for (const { root, group: own, dependsOn } of order) {
    if (!folders.includes(root)) {
      problems.push(`${root} of order.json has no folder`);
    }
    for (const other of dependsOn) {
      if (!group.has(other)) {
        problems.push(`${root} waits for ${other}, which order.json lacks`);
      } else if (group.get(other) >= own) {
        problems.push(`${root} waits for ${other}, whose group is not lower`);
      }
    }
  }
  return problems;
}
