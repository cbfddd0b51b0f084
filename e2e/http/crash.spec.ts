import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { PortalApi, pause } from '../support/api';
import { people } from '../support/people';
import { freshName, serviceRequest } from '../support/requests';
import { SandboxApi } from '../support/sandbox';

/**
 * A portal of its own, since these tests kill it. The time between pressing
 * Create and the kill moves through the run, so that every step is hit.
 */
const killAfterMs = [60, 400, 800, 1200, 1700, 2300];

test('killed with -9 during a creation and started again: complete, or failed with cause; no orphan', async () => {
  test.setTimeout(600_000);
  const { createPortal } = await import('../../scripts/lib/portal.mjs');
  const { freePort } = await import('../../scripts/lib/ports.mjs');
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'portal-crash-'));
  const instance = createPortal({
    portalPort: await freePort(),
    sandboxPort: await freePort(),
    dataDir,
  });
  const portal = new PortalApi(instance.url);
  const sandbox = new SandboxApi(instance.sandboxUrl);
  const outcomes: string[] = [];
  try {
    await instance.start();
    await portal.signInWhenKnown(people.developer.ref);

    for (const delay of killAfterMs) {
      const name = freshName('crash');
      const before = await portal.signIn(people.developer.ref);
      const started = await portal.startRun(before, serviceRequest({ name }));
      expect(started.status).toBe(201);
      await pause(delay);
      await instance.backend.kill();
      await instance.startBackend();

      const developer = await portal.signInWhenKnown(people.developer.ref);
      const run = await portal.runEnded(developer, started.body.id, 90_000);
      const log = await portal.runLog(developer, run.id);
      const repositories = await sandbox.repositories(name);
      outcomes.push(`killed after ${delay} ms: ${run.status}`);
      if (run.status === 'completed') {
        expect(repositories, log).toEqual([name]);
        expect(await portal.entity(developer, 'component', name)).toBeDefined();
      } else {
        expect(run.status, log).toBe('failed');
        // What is left is named in the account of the run.
        for (const repository of repositories) {
          expect(log).toContain(`/arctiq-commerce/${repository}`);
        }
      }
    }
    test.info().annotations.push({
      type: 'outcomes',
      description: outcomes.join('; '),
    });
  } finally {
    await instance.stop();
    fs.rmSync(dataDir, { recursive: true, force: true });
  }
});
