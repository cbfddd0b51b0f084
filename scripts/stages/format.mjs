import { main } from '../lib/output.mjs';
import { inRoot } from '../lib/paths.mjs';
import { run, tail } from '../lib/run.mjs';
import { Stage } from '../lib/stage.mjs';

await main(async () => {
  const stage = new Stage('format');
  const { code, output } = await run(
    process.execPath,
    [inRoot('node_modules/prettier/bin-prettier.js'), '--check', '.'],
    { quiet: true },
  );
  if (code === 0) {
    stage.pass('prettier');
  } else {
    stage.fail('prettier', `${tail(output)}\nMend it with: npm run fix`);
  }
  return stage.end();
});
