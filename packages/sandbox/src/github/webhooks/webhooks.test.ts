import { setTimeout as sleep } from 'node:timers/promises';
import { startTestSandbox, TestSandbox } from '../../__testUtils__/testSandbox';
import {
  expectedSignature,
  startWebhookReceiver,
  WebhookReceiver,
} from '../../__testUtils__/webhookReceiver';

// Real servers and real git: slow machines need patience.
jest.setTimeout(60_000);

describe('webhooks', () => {
  let sandbox: TestSandbox;
  let receiver: WebhookReceiver;
  const secret = 'hush';
  const shop = { owner: 'acme', repo: 'shop' };

  beforeAll(async () => {
    receiver = await startWebhookReceiver();
    sandbox = await startTestSandbox({
      webhook: { url: receiver.url, secret },
    });
  });
  afterAll(async () => {
    await sandbox.stop();
    await receiver.close();
  });

  function write(path: string, content = '') {
    return sandbox.client().rest.repos.createOrUpdateFileContents({
      ...shop,
      path,
      message: `Add ${path}`,
      content: Buffer.from(content).toString('base64'),
    });
  }

  it('says nothing about the seed', () => {
    expect(receiver.received).toEqual([]);
  });

  it('signs a push and describes its commits', async () => {
    await write('new.yaml');
    const hook = await receiver.waitFor(({ event }) => event === 'push');
    expect(hook.signature).toBe(expectedSignature(secret, hook.body));
    expect(hook.delivery).toMatch(/^[0-9a-f-]{36}$/);
    expect(hook.payload).toMatchObject({
      ref: 'refs/heads/main',
      created: false,
      deleted: false,
      forced: false,
      repository: {
        full_name: 'acme/shop',
        default_branch: 'main',
        html_url: `${sandbox.url}/acme/shop`,
        owner: { login: 'acme' },
      },
      organization: { login: 'acme' },
      sender: { login: 'arctiq-portal-bot' },
      pusher: { name: 'arctiq-portal-bot' },
    });
    expect(hook.payload.commits).toMatchObject([
      {
        message: 'Add new.yaml',
        added: ['new.yaml'],
        modified: [],
        removed: [],
        id: hook.payload.after,
      },
    ]);
    expect(hook.payload.compare).toContain('/acme/shop/compare/');
  });

  it('follows a workflow run and a repository', async () => {
    for (const action of ['requested', 'in_progress', 'completed']) {
      const hook = await receiver.waitFor(
        ({ event, payload }) =>
          event === 'workflow_run' && payload.action === action,
      );
      expect(hook.payload.workflow_run.name).toBe('ci');
    }
    const client = sandbox.client();
    const crate = { owner: 'acme', repo: 'crate' };
    await client.rest.repos.createInOrg({ org: 'acme', name: 'crate' });
    await client.rest.repos.update({ ...crate, name: 'box' });
    await client.rest.repos.delete({ owner: 'acme', repo: 'box' });
    for (const action of ['created', 'renamed', 'deleted']) {
      await receiver.waitFor(
        ({ event, payload }) =>
          event === 'repository' && payload.action === action,
      );
    }
  });

  it('follows a pull request', async () => {
    const client = sandbox.client();
    const main = await client.rest.git.getRef({ ...shop, ref: 'heads/main' });
    await client.rest.git.createRef({
      ...shop,
      ref: 'refs/heads/topic',
      sha: main.data.object.sha,
    });
    const change = (path: string) =>
      client.rest.repos.createOrUpdateFileContents({
        ...shop,
        path,
        branch: 'topic',
        message: path,
        content: '',
      });
    await change('a');
    const { data } = await client.rest.pulls.create({
      ...shop,
      title: 'Topic',
      head: 'topic',
      base: 'main',
    });
    await change('b');
    await client.rest.pulls.merge({ ...shop, pull_number: data.number });
    const of = (action: string) =>
      receiver.waitFor(
        ({ event, payload }) =>
          event === 'pull_request' &&
          payload.action === action &&
          payload.number === data.number,
      );
    const opened = await of('opened');
    expect(opened.payload.pull_request).toMatchObject({ commits: 1 });
    const synchronized = await of('synchronize');
    expect(synchronized.payload.pull_request).toMatchObject({ commits: 2 });
    const closed = await of('closed');
    expect(closed.payload.pull_request).toMatchObject({ merged: true });
  });

  it('tries again, and lists what it sent', async () => {
    receiver.answers.push(500, 503);
    await write('again.txt');
    await receiver.waitFor(
      ({ event, payload }) =>
        event === 'push' && payload.commits[0]?.added[0] === 'again.txt',
    );
    const client = sandbox.client();
    const hooks = await client.rest.orgs.listWebhooks({ org: 'acme' });
    expect(hooks.data).toMatchObject([
      { active: true, events: ['*'], config: { secret: '********' } },
    ]);
    const hook = { org: 'acme', hook_id: hooks.data[0].id };
    // Whichever webhook met the refusals was sent again; its record follows.
    const findRetried = async () => {
      const { data } = await client.rest.orgs.listWebhookDeliveries(hook);
      return data.find(
        ({ redelivery, status_code }) => redelivery && status_code === 200,
      );
    };
    let retried = await findRetried();
    while (!retried) {
      await sleep(20);
      retried = await findRetried();
    }
    expect(retried.status).toBe('OK');
    const one = await client.rest.orgs.getWebhookDelivery({
      ...hook,
      delivery_id: retried.id,
    });
    expect(JSON.stringify(one.data)).not.toContain(secret);
  });

  it('keeps hooks of repositories', async () => {
    const client = sandbox.client();
    const config = { url: `${receiver.url}?own`, content_type: 'json' };
    const created = await client.rest.repos.createWebhook({
      ...shop,
      config,
      events: ['push'],
    });
    const hook = { ...shop, hook_id: created.data.id };
    await receiver.waitFor(({ event }) => event === 'ping');
    await client.rest.repos.updateWebhook({ ...hook, active: false });
    const list = await client.rest.repos.listWebhooks(shop);
    expect(list.data).toMatchObject([{ active: false }]);
    await client.rest.repos.getWebhook(hook);
    await client.rest.repos.deleteWebhook(hook);
    await expect(
      client.rest.repos.createWebhook({
        ...shop,
        config: { url: 'file:///etc/passwd' },
      }),
    ).rejects.toMatchObject({ status: 422 });
  });

  it('sends after a restart what it could not send before', async () => {
    const seen = receiver.received.length;
    receiver.answers.push(...Array.from({ length: 4 }, () => 500));
    await write('late.txt');
    // Refused once at least, and not given up yet.
    while (receiver.answers.length === 4) {
      await sleep(10);
    }
    receiver.answers.length = 0;
    await sandbox.restart();
    const late = await receiver.waitFor(
      ({ event, payload }) =>
        event === 'push' && payload.commits[0]?.added[0] === 'late.txt',
    );
    expect(receiver.received.indexOf(late)).toBeGreaterThanOrEqual(seen);
  });
});
