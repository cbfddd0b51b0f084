import fs from 'node:fs';
import { inRoot } from '../../lib/paths.mjs';
import { run, tail } from '../../lib/run.mjs';
import { resolveTool } from '../../tools/resolve.mjs';

/** The portal's own workflows are sound. */
export async function lintWorkflows(stage) {
  const check = 'workflows of the portal pass actionlint';
  let actionlint;
  try {
    actionlint = await resolveTool('actionlint');
  } catch (error) {
    stage.skip(check, error.message);
    return;
  }
  const { code, output } = await run(
    actionlint,
    fs
      .readdirSync(inRoot('.github/workflows'))
      .map(file => inRoot('.github/workflows', file)),
    { quiet: true },
  );
  if (code === 0) {
    stage.pass(check);
  } else {
    stage.fail(check, tail(output));
  }
}
