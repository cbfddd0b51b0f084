import fs from 'node:fs';
import path from 'node:path';
import { inRoot } from '../../lib/paths.mjs';
import { run, tail } from '../../lib/run.mjs';

function testFiles() {
  const home = inRoot('scripts/infra');
  return fs
    .readdirSync(home, { recursive: true })
    .filter(file => file.endsWith('.test.mjs'))
    .map(file => path.join(home, file))
    .sort();
}

const count = (output, what) =>
  Number(output.match(new RegExp(`^# ${what} (\\d+)$`, 'm'))?.[1] ?? 0);

/** Tests of scripts that modules bring along, in Python as AWS runs them. */
async function runModuleScripts(stage) {
  const folders = fs
    .readdirSync(inRoot('infra/modules'), { recursive: true })
    .filter(file => file.endsWith('_test.py'))
    .map(file => path.dirname(inRoot('infra/modules', file)));
  for (const folder of new Set(folders)) {
    const check = `scripts of ${path.relative(inRoot('infra'), folder)}`;
    const { code, output } = await run(
      'python3',
      ['-m', 'unittest', 'discover', '-s', folder, '-p', '*_test.py'],
      // No byte code beside the files.
      { quiet: true, env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1' } },
    ).catch(error => ({ code: 1, output: error.message }));
    const passed = Number(output.match(/^Ran (\d+) tests?/m)?.[1] ?? 0);
    if (code === 0 && passed > 0) {
      stage.add({ passed });
    } else {
      stage.fail(check, tail(output));
    }
  }
}

/** The tests of the scripts below scripts/infra themselves. */
export async function runOwnTests(stage) {
  const { code, output } = await run(
    process.execPath,
    ['--test', '--test-reporter=tap', ...testFiles()],
    { quiet: true },
  );
  await runModuleScripts(stage);
  const passed = count(output, 'pass');
  const failed = count(output, 'fail') + count(output, 'cancelled');
  stage.add({ passed });
  if (failed > 0 || code !== 0 || passed === 0) {
    stage.fail(
      `${failed} tests of scripts/infra`,
      tail(output.replace(/^# Subtest.*\n/gm, ''), 60),
    );
  }
}
