import { say } from '../../lib/output.mjs';
import { resolveTool } from '../../tools/resolve.mjs';
import { checkInventory } from '../cost/cost.mjs';
import { checkLive, tableOf } from '../live/checks.mjs';
import { countByModule } from '../live/plan.mjs';
import { planLive } from '../live/planLive.mjs';
import { startMoto } from '../moto.mjs';
import { terraformEnv } from '../terraform.mjs';
import { providerSchema } from '../terraform/provider.mjs';

const shown = ['prod/us-east-1', 'prod/eu-west-1'];

function printModules(root, plan) {
  const counts = [...countByModule(plan)];
  const sum = counts.reduce((all, [, count]) => all + count, 0);
  say(
    `${root}: ${sum} resources: ${counts
      .map(([module, count]) => `${module} ${count}`)
      .join(', ')}`,
  );
}

/** Plans the roots against a mock and holds the plans against the rules. */
export async function checkRoots(stage) {
  const plans = await planLive({
    terraform: await resolveTool('terraform'),
    startMoto,
    env: terraformEnv(),
  });
  for (const root of shown) {
    printModules(root, plans.get(root).plan);
  }
  const results = checkLive(plans, await providerSchema());
  const drifted = checkInventory(plans);
  if (drifted.length === 0) {
    stage.pass('the cost estimate counts what the plans have');
  } else {
    stage.fail(
      'the cost estimate counts what the plans have',
      `${drifted.join(
        '\n',
      )}\nMend it with: node scripts/infra/cost/cost.mjs --plan`,
    );
  }
  say(tableOf(results));
  for (const { check, root, ok, why } of results) {
    if (ok) {
      stage.add({ passed: 1 });
    } else {
      stage.fail(`${root}: ${check}`, why);
    }
  }
}
