import { runParts } from '../infra/parts.mjs';
import { main } from '../lib/output.mjs';
import { Stage } from '../lib/stage.mjs';

await main(async () => {
  const stage = new Stage('infra');
  const args = process.argv.slice(2).filter(arg => arg !== '--only');
  await runParts(stage, args[0]);
  return stage.end();
});
