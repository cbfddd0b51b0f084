import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { componentEntity } from '../__testUtils__/company';
import { createTestDatabases, openStores } from '../__testUtils__/databases';
import {
  sendJson,
  startUpstream,
  type Upstream,
} from '../__testUtils__/upstream';
import { DeploymentCollector, DEPLOYS_READING } from './DeploymentCollector';
import { GithubDeploymentSource } from './GithubDeploymentSource';

const databases = createTestDatabases();
const signal = new AbortController().signal;
const entityRef = 'component:default/order-service';
const now = new Date('2026-11-21T15:00:00.000Z');
const ALL = { from: 0, to: 9_999_999_999 };

const deployment = (id: number) => ({
  id,
  ref: `v1.0.${id}`,
  sha: 'a'.repeat(40),
  description: null,
  creator: { login: 'Amara-Okafor' },
  created_at: '2026-11-20T10:00:00Z',
});
const status = (state: string, at: string) => ({
  state,
  created_at: at,
  log_url: '',
  target_url: 'ftp://files.test/log',
});

describe('DeploymentCollector', () => {
  let upstream: Upstream;
  beforeEach(async () => {
    upstream = await startUpstream();
  });
  afterEach(() => upstream.close());

  async function prepare() {
    const { events } = await openStores(await databases.init('SQLITE_3'));
    const logger = mockServices.logger.mock();
    const collector = new DeploymentCollector({
      catalog: catalogServiceMock({
        entities: [
          componentEntity('order-service', 'orders'),
          componentEntity('no-repository', 'orders', {
            annotations: { 'github.com/project-slug': 'nonsense' },
          }),
        ].slice(0, 1),
      }),
      auth: mockServices.auth(),
      source: new GithubDeploymentSource({
        host: upstream.host,
        apiBaseUrl: `${upstream.url}/api/v3`,
        credentials: {
          getCredentials: async () => ({
            type: 'token',
            headers: { Authorization: 'Bearer secret-token' },
          }),
        },
        logger,
        timeoutMs: 20_000,
      }),
      store: events,
      logger,
      environments: ['prod'],
      now: () => now,
    });
    return { events, collector, logger };
  }

  /** Serves deployments with the statuses of each, newest first, as GitHub does. */
  function serve(deployments: Record<number, ReturnType<typeof status>[]>) {
    const etag = `"${JSON.stringify(deployments).length}"`;
    upstream.behave((request, response) => {
      const { pathname } = request.address;
      const id = /\/deployments\/(\d+)\/statuses$/.exec(pathname)?.[1];
      if (id) {
        sendJson(response, deployments[Number(id)]);
      } else if (request.headers['if-none-match'] === etag) {
        response.writeHead(304, { etag }).end();
      } else {
        const items = Object.keys(deployments).map(Number).map(deployment);
        sendJson(response, items, 200, { etag });
      }
    });
  }

  it('keeps what was deployed, when it took effect', async () => {
    const { events, collector } = await prepare();
    serve({
      3: [status('in_progress', '2026-11-20T12:00:00Z')],
      2: [status('failure', '2026-11-20T11:00:30Z')],
      1: [
        status('inactive', '2026-11-20T11:00:30Z'),
        status('success', '2026-11-20T10:02:10Z'),
      ],
    });
    await collector.run(signal);
    expect(upstream.requests[0]).toBe(
      'GET /api/v3/repos/arctiq-commerce/order-service/deployments?environment=prod&per_page=100',
    );
    await expect(events.list(entityRef, ALL)).resolves.toEqual([
      {
        id: 'deploy:arctiq-commerce/order-service:1',
        kind: 'deploy',
        entityRef,
        title: 'Deploy of v1.0.1',
        url: `http://${
          upstream.host
        }/arctiq-commerce/order-service/commit/${'a'.repeat(40)}`,
        start: Date.parse('2026-11-20T10:02:10Z') / 1000,
        environment: 'prod',
        label: 'v1.0.1',
        actor: 'amara-okafor',
      },
      expect.objectContaining({ title: 'Deploy of v1.0.2 failed' }),
    ]);
    await expect(events.reading(DEPLOYS_READING)).resolves.toEqual({
      asOf: now.toISOString(),
    });
  });

  it('asks only for what is new, once the listing has changed', async () => {
    const { events, collector } = await prepare();
    serve({ 1: [status('success', '2026-11-20T10:00:00Z')] });
    await collector.run(signal);
    upstream.requests.length = 0;
    await collector.run(signal);
    expect(upstream.requests).toHaveLength(1);
    serve({
      2: [status('success', '2026-11-20T11:00:00Z')],
      1: [status('success', '2026-11-20T10:00:00Z')],
    });
    upstream.requests.length = 0;
    await collector.run(signal);
    expect(upstream.requests).toEqual([
      expect.stringContaining('/deployments?'),
      expect.stringContaining('/deployments/2/statuses'),
    ]);
    await expect(events.list(entityRef, ALL)).resolves.toHaveLength(2);
  });

  it.each([
    [
      'refuses the token',
      401,
      { message: 'Bad credentials' },
      'check the token',
    ],
    ['limits', 429, { message: 'slow down' }, 'answered 429: slow down'],
    ['fails', 502, '<html><h1>Bad Gateway</h1></html>', 'answered 502'],
    [
      'answers something else',
      200,
      { items: [] },
      'answered something else than deployments',
    ],
  ])('keeps what it has when GitHub %s', async (_, code, body, reason) => {
    const { events, collector, logger } = await prepare();
    serve({ 1: [status('success', '2026-11-20T10:00:00Z')] });
    await collector.run(signal);
    upstream.behave((_request, response) => sendJson(response, body, code));
    await collector.run(signal);
    await expect(events.list(entityRef, ALL)).resolves.toHaveLength(1);
    const reading = await events.reading(DEPLOYS_READING);
    expect(reading.asOf).toBe(now.toISOString());
    expect(reading.reason).toContain(reason);
    expect(reading.reason).toContain('1 of 1 repositories');
    expect(logger.warn).toHaveBeenCalledTimes(1);
  });

  it('reads the newest first and the rest in later runs', async () => {
    const { events, collector } = await prepare();
    const success = [status('success', '2026-11-20T10:00:00Z')];
    upstream.behave((request, response) =>
      sendJson(
        response,
        request.address.pathname.endsWith('/deployments')
          ? Array.from({ length: 60 }, (_, index) => deployment(60 - index))
          : success,
        200,
        { etag: '"1"' },
      ),
    );
    const counts: number[] = [];
    for (const _run of [1, 2, 3]) {
      await collector.run(signal);
      counts.push((await events.list(entityRef, ALL)).length);
    }
    expect(counts).toEqual([25, 50, 60]);
    const asked = upstream.requests.filter(line => line.includes('/statuses'));
    expect(asked[0]).toContain('/deployments/60/');
    expect(asked).toHaveLength(60);
  });

  it('goes on where it was cut off', async () => {
    const { events, collector } = await prepare();
    upstream.behave((request, response) =>
      request.address.pathname.endsWith('/deployments')
        ? sendJson(response, [deployment(2), deployment(1)], 200, {
            etag: '"1"',
          })
        : response.destroy(),
    );
    await collector.run(signal);
    serve({
      2: [status('success', '2026-11-20T11:00:00Z')],
      1: [status('success', '2026-11-20T10:00:00Z')],
    });
    await collector.run(signal);
    await expect(events.list(entityRef, ALL)).resolves.toHaveLength(2);
  });
});
