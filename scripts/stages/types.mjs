import { main } from '../lib/output.mjs';
import { inRoot } from '../lib/paths.mjs';
import { run, tail } from '../lib/run.mjs';
import { Stage } from '../lib/stage.mjs';

await main(async () => {
  const stage = new Stage('types');
  const { code, output } = await run(
    process.execPath,
    [inRoot('node_modules/typescript/bin/tsc'), '--pretty', 'false'],
    { quiet: true },
  );
  if (code === 0) {
    stage.pass('tsc over the whole repository');
  } else {
    stage.fail('tsc over the whole repository', tail(output, 80));
  }
  return stage.end();
});
