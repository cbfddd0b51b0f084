import { inRoot } from '../../lib/paths.mjs';
import { run, tail } from '../../lib/run.mjs';

const cli = inRoot('node_modules/@backstage/cli/bin/backstage-cli');

/** The configuration files fit the schemas of all packages. */
export async function checkConfiguration(stage) {
  const cases = {
    'app-config.yaml': ['app-config.yaml'],
    'app-config.production.yaml': [
      'app-config.yaml',
      'app-config.production.yaml',
    ],
  };
  for (const [name, files] of Object.entries(cases)) {
    const { code, output } = await run(
      process.execPath,
      [
        ...[cli, 'config:check', '--lax', '--strict'],
        ...files.flatMap(file => ['--config', inRoot(file)]),
      ],
      { quiet: true },
    );
    if (code === 0) {
      stage.pass(`${name} fits the schemas of all packages`);
    } else {
      stage.fail(`${name} fits the schemas of all packages`, tail(output));
    }
  }
}
