import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import prettier from 'prettier';
import { stringify } from 'yaml';
import { UserError, main, say } from '../../lib/output.mjs';
import { inRoot } from '../../lib/paths.mjs';
import { readOrder } from './order.mjs';

const file = inRoot('infra/atlantis.yaml');
const head = `# Made from infra/live/order.json by scripts/infra/live/atlantis.mjs: change the
# order there. What an apply requires (approved, mergeable, undiverged, policy) is
# no business of a pull request: it stands in infra/live/atlantis-server.yaml.
`;

const projectName = root => root.replace('/', '-');

/** What the server of Atlantis reads from the repository. */
export function atlantisConfig(order) {
  return {
    version: 3,
    automerge: false,
    parallel_plan: true,
    // One after the other: the order is the point.
    parallel_apply: false,
    abort_on_execution_order_fail: true,
    projects: order.map(({ root, group, dependsOn }) => ({
      name: projectName(root),
      dir: `infra/live/${root}`,
      terraform_version: 'v1.11.4',
      execution_order_group: group,
      ...(dependsOn.length > 0 && { depends_on: dependsOn.map(projectName) }),
      autoplan: {
        enabled: true,
        when_modified: [
          '*.tf',
          '*.tfvars',
          '../../company.json',
          '../../shared/**/*.tf',
          '../../../modules/**/*.tf',
        ],
      },
    })),
  };
}

/** The file as the order gives it. */
export async function renderAtlantis() {
  const options = await prettier.resolveConfig(file);
  return prettier.format(head + stringify(atlantisConfig(readOrder())), {
    ...options,
    filepath: file,
  });
}

/** Why the committed file is not what the order gives; undefined when it is. */
export async function checkAtlantis() {
  return fs.readFileSync(file, 'utf8') === (await renderAtlantis())
    ? undefined
    : 'infra/atlantis.yaml is not what infra/live/order.json gives: run node scripts/infra/live/atlantis.mjs';
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main(async () => {
    if (process.argv.includes('--check')) {
      const problem = await checkAtlantis();
      if (problem) {
        throw new UserError(problem);
      }
      return;
    }
    fs.writeFileSync(file, await renderAtlantis());
    say('wrote infra/atlantis.yaml');
  });
}
