import { expect, test } from '@playwright/test';
import { PortalApi, Session } from '../support/api';
import { portalUrl, sandboxUrl } from '../support/environment';
import { people } from '../support/people';
import { freshName, serviceRequest } from '../support/requests';
import { SandboxApi } from '../support/sandbox';

const portal = new PortalApi(portalUrl);
const sandbox = new SandboxApi(sandboxUrl);
let developer: Session;

test.beforeAll(async () => {
  developer = await portal.signInWhenKnown(people.developer.ref);
});

test.afterEach(async () => {
  await sandbox.heal();
});

async function create(changes: Parameters<typeof serviceRequest>[0]) {
  const started = await portal.startRun(developer, serviceRequest(changes));
  expect(started.status, JSON.stringify(started.body)).toBe(201);
  return started.body.id as string;
}

test('a finished run means: repository, protection, team access, catalog', async () => {
  const name = freshName('slots');
  const id = await create({ name });
  const run = await portal.runEnded(developer, id);
  expect(run.status, await portal.runLog(developer, id)).toBe('completed');

  const entity = await portal.entity(developer, 'component', name);
  expect(entity.spec.owner).toBe('group:default/orders');
  expect(entity.relations).toContainEqual({
    type: 'ownedBy',
    targetRef: 'group:default/orders',
  });

  const repository = await sandbox.github(`/repos/arctiq-commerce/${name}`);
  expect(repository.body.default_branch).toBe('main');
  const branch = await sandbox.github(
    `/repos/arctiq-commerce/${name}/branches/main`,
  );
  expect(branch.body.protected).toBe(true);
});

test.describe('a request that the form would not send', () => {
  const cases: Array<
    [what: string, changes: Record<string, string>, says: RegExp]
  > = [
    [
      '64 characters',
      { name: 'a'.repeat(64) },
      /40 characters|maximum length|longer than/i,
    ],
    ['a slash', { name: 'orders/slots' }, /pattern|slash|letters/i],
    ['capitals', { name: 'OrderSlots' }, /pattern|lower/i],
    [
      'a Cyrillic look-alike',
      { name: 'оrder-slots' },
      /pattern|Cyrillic|latin/i,
    ],
    ['path traversal', { name: '../../etc' }, /pattern|letters/i],
    ['a git option', { name: '--upload-pack' }, /pattern|letter/i],
    ['a reserved name', { name: 'constructor' }, /reserved/i],
    ['a taken name', { name: 'order-service' }, /exists|taken/i],
    [
      'a team that the person is not in',
      { name: 'not-my-team', owner: 'group:default/payments' },
      /member/i,
    ],
    [
      'a team that does not exist',
      { name: 'no-such-team', owner: 'group:default/nobody' },
      /not exist|no team|unknown|not found/i,
    ],
    [
      'a system that does not exist',
      { name: 'no-such-system', system: 'system:default/nothing' },
      /not exist|no system|unknown|not found/i,
    ],
    [
      'a tier that does not exist',
      { name: 'no-such-tier', tier: '7' },
      /tier|enum/i,
    ],
  ];
  for (const [what, changes, says] of cases) {
    test(`${what}: refused with the reason, nothing made`, async () => {
      const before = await sandbox.repositories('');
      const request = serviceRequest({ name: 'unused', ...changes });
      const started = await portal.startRun(developer, request);
      if (started.status === 201) {
        const run = await portal.runEnded(developer, started.body.id);
        expect(run.status).toBe('failed');
        expect(await portal.runLog(developer, run.id)).toMatch(says);
      } else {
        expect(started.status).toBe(400);
        expect(JSON.stringify(started.body)).toMatch(says);
      }
      expect(await sandbox.repositories('')).toEqual(before);
    });
  }
});

test('started twice at once for one name: one repository, one clear refusal', async () => {
  const name = freshName('twice');
  const ids = await Promise.all([create({ name }), create({ name })]);
  const runs = await Promise.all(ids.map(id => portal.runEnded(developer, id)));
  expect(runs.map(({ status }) => status).sort()).toEqual([
    'completed',
    'failed',
  ]);
  const refused = runs.find(({ status }) => status === 'failed')!;
  expect(await portal.runLog(developer, refused.id)).toMatch(
    new RegExp(`${name}.*(exists|taken|created by)`, 's'),
  );
  expect(await sandbox.repositories(name)).toEqual([name]);
});

test.describe('GitHub in trouble', () => {
  test('down: the run says so and makes nothing; again after it came back: complete', async () => {
    test.setTimeout(180_000);
    const name = freshName('down');
    await sandbox.breakIt({ upstream: 'github', mode: 'down' });
    const id = await create({ name });
    const run = await portal.runEnded(developer, id);
    expect(run.status).toBe('failed');
    expect(await portal.runLog(developer, id)).toMatch(/GitHub/);
    await sandbox.heal();
    expect(await sandbox.repositories(name)).toEqual([]);

    const again = await portal.runEnded(developer, await create({ name }));
    expect(again.status).toBe('completed');
  });

  test('down while the name is typed: said as unknown, not as free', async () => {
    await sandbox.breakIt({ upstream: 'github', mode: 'down' });
    const { status, body } = await portal.request(
      `/api/golden-path/v1/names/${freshName('unknown')}`,
      { session: developer },
    );
    expect(status).toBe(200);
    expect(body.available).not.toBe(true);
    expect(JSON.stringify(body.problems)).toMatch(/GitHub/);
  });

  test('rate-limited for a moment: the run waits and completes', async () => {
    const name = freshName('limited');
    await sandbox.breakIt({
      upstream: 'github',
      method: 'POST',
      path: '/orgs/arctiq-commerce/repos',
      mode: 'secondary-rate-limited',
      delayMs: 2000,
      times: 1,
    });
    const run = await portal.runEnded(developer, await create({ name }));
    expect(run.status).toBe('completed');
    expect(await sandbox.repositories(name)).toEqual([name]);
  });

  test('fails after the repository was created: one repository, and Retry completes it', async () => {
    test.setTimeout(240_000);
    const name = freshName('half');
    await sandbox.breakIt({
      upstream: 'github',
      method: 'PUT',
      path: `/repos/arctiq-commerce/${name}/branches/main/protection`,
      mode: 'error',
      status: 500,
    });
    const id = await create({ name });
    const run = await portal.runEnded(developer, id, 180_000);
    expect(run.status).toBe('failed');
    const log = await portal.runLog(developer, id);
    expect(log).toContain(`/arctiq-commerce/${name}`);
    expect(log).toMatch(/Retry|again/);
    expect(await sandbox.repositories(name)).toEqual([name]);
    await sandbox.heal();

    const retried = await portal.request(
      `/api/scaffolder/v2/tasks/${id}/retry`,
      { session: developer, method: 'POST', body: {} },
    );
    expect(retried.status, JSON.stringify(retried.body)).toBeLessThan(300);
    const ended = await portal.runEnded(developer, id);
    expect(ended.status, await portal.runLog(developer, id)).toBe('completed');
    expect(await sandbox.repositories(name)).toEqual([name]);
    expect(await portal.entity(developer, 'component', name)).toBeDefined();
  });

  test('creates the repository but its answer is lost: still one repository', async () => {
    const name = freshName('lost');
    await sandbox.breakIt({
      upstream: 'github',
      method: 'POST',
      path: '/orgs/arctiq-commerce/repos',
      mode: 'error',
      status: 502,
      applied: true,
      times: 1,
    });
    const run = await portal.runEnded(developer, await create({ name }));
    expect(run.status, await portal.runLog(developer, run.id)).toBe(
      'completed',
    );
    expect(await sandbox.repositories(name)).toEqual([name]);
  });
});
