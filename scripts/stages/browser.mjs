import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { main, say } from '../lib/output.mjs';
import { inRoot } from '../lib/paths.mjs';
import { createPortal } from '../lib/portal.mjs';
import { freePort } from '../lib/ports.mjs';
import { run } from '../lib/run.mjs';
import { Stage } from '../lib/stage.mjs';
import { resolveTool } from '../tools/resolve.mjs';

const report = inRoot('e2e/.output/report.json');

/** Flattens Playwright's report into one list of tests. */
function testsOf(suite, titles = []) {
  const here = suite.title ? [...titles, suite.title] : titles;
  return [
    ...(suite.specs ?? []).map(spec => ({
      title: [...here, spec.title].join(' > '),
      status: spec.tests[0]?.status,
    })),
    ...(suite.suites ?? []).flatMap(child => testsOf(child, here)),
  ];
}

await main(async () => {
  const stage = new Stage('browser');
  let chromium;
  let helm;
  try {
    chromium = await resolveTool('chromium');
    helm = await resolveTool('helm');
  } catch (error) {
    stage.skip('browser tests', error.message);
    return stage.end();
  }

  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'portal-browser-'));
  const portal = createPortal({
    portalPort: await freePort(),
    sandboxPort: await freePort(),
    dataDir,
  });
  try {
    await portal.start();
    say(`portal ${portal.url}, sandbox ${portal.sandboxUrl}`);
    fs.rmSync(report, { force: true });
    const { code } = await run(
      process.execPath,
      [
        inRoot('node_modules/@playwright/test/cli.js'),
        'test',
        ...['--config', inRoot('e2e/playwright.config.ts')],
        ...process.argv.slice(2),
      ],
      {
        env: {
          ...process.env,
          CHROMIUM_PATH: chromium,
          HELM_PATH: helm,
          PORTAL_E2E_URL: portal.url,
          PORTAL_E2E_SANDBOX_URL: portal.sandboxUrl,
          PORTAL_E2E_GITHUB_TOKEN: portal.secrets.GITHUB_TOKEN,
        },
      },
    );
    if (!fs.existsSync(report)) {
      stage.fail('playwright', `ended with code ${code} and without a report`);
      return stage.end();
    }
    const { suites, errors } = JSON.parse(fs.readFileSync(report, 'utf8'));
    for (const { title, status } of suites.flatMap(suite => testsOf(suite))) {
      if (status === 'expected') {
        stage.add({ passed: 1 });
      } else if (status === 'skipped') {
        stage.skip(title, 'skipped by the test itself');
      } else {
        stage.fail(title);
      }
    }
    if (errors.length > 0 || (code !== 0 && stage.failed === 0)) {
      stage.fail('playwright', errors.map(({ message }) => message).join('\n'));
    }
    return stage.end();
  } finally {
    await portal.stop();
    if (stage.failed > 0) {
      say(`logs of the portal and the sandbox: ${path.join(dataDir, 'logs')}`);
    } else {
      fs.rmSync(dataDir, { recursive: true, force: true });
    }
  }
});
