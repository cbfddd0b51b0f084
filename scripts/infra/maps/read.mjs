import fs from 'node:fs';
import path from 'node:path';
import { inRoot } from '../../lib/paths.mjs';
import { readCompany } from '../live/checks.mjs';
import { readOrder } from '../live/order.mjs';

/** Module calls of a root: name of the call, folder of the module. */
function callsOf(folder, parse) {
  return fs
    .readdirSync(folder)
    .filter(name => name.endsWith('.tf'))
    .sort()
    .flatMap(name => {
      const { ok, value, error } = parse(
        fs.readFileSync(path.join(folder, name), 'utf8'),
      );
      if (!ok) {
        throw new Error(`${folder}/${name}: ${error}`);
      }
      return Object.entries(value.module ?? {}).map(([call, [body]]) => ({
        call,
        source: body.source,
        module: path.basename(body.source),
        isShared: body.source.includes('/shared/'),
      }));
    });
}

/**
 * What the maps are drawn from: the company file, and of each root its values
 * and its module calls.
 */
export function readLive(parse) {
  const roots = readOrder().map(one => {
    const folder = inRoot('infra/live', one.root);
    const values = parse(
      fs.readFileSync(path.join(folder, 'terraform.tfvars'), 'utf8'),
    ).value;
    const [account, region] = one.root.split('/');
    return { ...one, account, region, values, calls: callsOf(folder, parse) };
  });
  return { company: readCompany(), roots };
}
