import { main } from '../lib/output.mjs';
import { inRoot } from '../lib/paths.mjs';
import { run, tail } from '../lib/run.mjs';
import { Stage } from '../lib/stage.mjs';

const cli = inRoot('node_modules/@backstage/cli/bin/backstage-cli');

await main(async () => {
  const stage = new Stage('lint');
  const { code, output } = await run(
    process.execPath,
    [cli, 'repo', 'lint', '--max-warnings', '0'],
    { quiet: true },
  );
  if (code === 0) {
    stage.pass('eslint, no warnings');
  } else {
    stage.fail('eslint, no warnings', tail(output, 80));
  }
  return stage.end();
});
