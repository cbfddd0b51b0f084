import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { main, say } from '../lib/output.mjs';
import { inRoot, root } from '../lib/paths.mjs';
import { startPostgres } from '../lib/postgres.mjs';
import { run } from '../lib/run.mjs';
import { Stage } from '../lib/stage.mjs';

const cli = inRoot('node_modules/@backstage/cli/bin/backstage-cli');

/** Jest prints its report to stderr; the counts are read from its JSON. */
async function runJest(reportFile, env, patterns) {
  const { code } = await run(
    process.execPath,
    [
      ...[cli, 'repo', 'test', '--watchAll=false', '--passWithNoTests=false'],
      ...['--maxWorkers=2', '--workerIdleMemoryLimit=1500MB'],
      // What a test waits for is said by the test; five seconds, the default,
      // are less than a page's first rendering can take beside another suite.
      '--testTimeout=30000',
      ...['--json', `--outputFile=${reportFile}`],
      ...patterns,
    ],
    { env },
  );
  return code;
}

await main(async () => {
  const stage = new Stage('unit');
  const reportFile = path.join(
    fs.mkdtempSync(path.join(os.tmpdir(), 'portal-unit-')),
    'report.json',
  );
  let postgres;
  try {
    postgres = await startPostgres();
    say(`PostgreSQL for the stores on port ${postgres.port}`);
  } catch (error) {
    stage.skip('stores on PostgreSQL', error.message);
  }
  try {
    const code = await runJest(
      reportFile,
      {
        ...process.env,
        BACKSTAGE_TEST_DISABLE_DOCKER: '1',
        ...(postgres && {
          BACKSTAGE_TEST_DATABASE_POSTGRES16_CONNECTION_STRING:
            postgres.connectionString,
        }),
      },
      process.argv.slice(2),
    );
    if (!fs.existsSync(reportFile)) {
      stage.fail('jest', `ended with code ${code} and without a report`);
      return stage.end();
    }
    const report = JSON.parse(fs.readFileSync(reportFile, 'utf8'));
    stage.add({
      passed: report.numPassedTests,
      failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
      skipped: report.numPendingTests + report.numTodoTests,
    });
    for (const suite of report.testResults) {
      for (const test of suite.assertionResults) {
        if (test.status === 'failed') {
          say(`not ok ${path.relative(root, suite.name)}: ${test.fullName}`);
        }
      }
    }
    if (code !== 0 && stage.failed === 0) {
      stage.fail('jest', `ended with code ${code} although no test failed`);
    }
    return stage.end();
  } finally {
    await postgres?.stop();
  }
});
