import { mockCredentials } from '@backstage/backend-test-utils';
import request from 'supertest';
import { owned } from './__testUtils__/entities';
import { answer, FakeGitHub } from './__testUtils__/FakeGitHub';
import { startPlugin } from './__testUtils__/startPlugin';

const BASE = '/api/golden-path';

describe('checks of a creation', () => {
  let github: FakeGitHub;

  beforeEach(async () => {
    github = await FakeGitHub.start();
  });
  afterEach(() => github.stop());

  function start(memberships = ['orders'], denied?: string[]) {
    return startPlugin({ githubHost: github.host, memberships, denied });
  }

  describe('GET /v1/owners', () => {
    it('lists groups with a GitHub team, the nearest first', async () => {
      const { server } = await start(['returns-squad']);
      const { body } = await request(server).get(`${BASE}/v1/owners`);
      expect(body.items).toEqual([
        {
          entityRef: 'group:default/returns-squad',
          title: 'Returns squad',
          membership: 'direct',
          mayAct: true,
        },
        {
          entityRef: 'group:default/orders',
          title: 'Orders',
          membership: 'through',
          mayAct: true,
        },
        {
          entityRef: 'group:default/payments',
          title: 'Payments',
          membership: 'none',
          mayAct: false,
        },
        {
          entityRef: 'group:default/platform',
          title: 'Platform',
          membership: 'none',
          mayAct: false,
        },
      ]);
    });

    it('lets the platform team act for all', async () => {
      const { server } = await start(['platform']);
      const { body } = await request(server).get(`${BASE}/v1/owners`);
      expect(body.items.every((item: { mayAct: boolean }) => item.mayAct)).toBe(
        true,
      );
    });
  });

  describe('POST /v1/check', () => {
    const creation = {
      name: 'returns-api',
      owner: 'group:default/orders',
      system: 'orders-system',
      tier: '2',
    };

    it('resolves what a run needs', async () => {
      const { server } = await start();
      const { body } = await request(server)
        .post(`${BASE}/v1/check`)
        .send(creation);
      const htmlUrl = `http://${github.host}/arctiq-commerce/returns-api`;
      expect(body).toEqual({
        problems: [],
        resolved: {
          name: 'returns-api',
          owner: 'group:default/orders',
          ownerName: 'orders',
          ownerTitle: 'Orders',
          system: 'system:default/orders-system',
          systemName: 'orders-system',
          tier: '2',
          repository: {
            host: github.host,
            owner: 'arctiq-commerce',
            name: 'returns-api',
            htmlUrl,
            cloneUrl: `${htmlUrl}.git`,
          },
        },
      });
    });

    it.each([
      ['name', { name: 'Returns' }, 'capitals'],
      ['owner', { owner: 'group:default/payments' }, 'owner-not-member'],
      ['owner', { owner: 'group:default/nobody' }, 'owner-unknown'],
      ['owner', { owner: 'user:default/amara' }, 'owner-unknown'],
      ['owner', { owner: ':::' }, 'owner-unknown'],
      ['owner', { owner: 'group:default/commerce' }, 'owner-without-team'],
      ['system', { system: 'nowhere' }, 'system-unknown'],
      [
        'system',
        { system: 'component:default/order-service' },
        'system-unknown',
      ],
      ['tier', { tier: '4' }, 'tier-unknown'],
    ])('refuses at %s: %j', async (field, change, code) => {
      const { server } = await start();
      const { status, body } = await request(server)
        .post(`${BASE}/v1/check`)
        .send({ ...creation, ...change });
      expect(status).toBe(200);
      expect(body.resolved).toBeUndefined();
      expect(body.problems).toEqual([
        expect.objectContaining({ field, code, severity: 'error' }),
      ]);
    });

    it('accepts what this very run made before it was cut off', async () => {
      const htmlUrl = 'http://github/arctiq-commerce/returns-api';
      const { server } = await startPlugin({
        githubHost: github.host,
        memberships: ['orders'],
        entities: [
          owned(
            'Component',
            'returns-api',
            'orders',
            `url:${htmlUrl}/blob/main/catalog-info.yaml`,
          ),
        ],
      });
      github.handler = answer(200, {
        name: 'returns-api',
        html_url: htmlUrl,
        homepage: 'http://former-portal/create/tasks/run-1',
      });
      const check = (runId?: string) =>
        request(server)
          .post(`${BASE}/v1/check`)
          .send({ ...creation, runId });
      expect((await check('run-1')).body.problems).toEqual([]);
      expect((await check('run-2')).body.problems).toHaveLength(2);
      expect((await check()).body.problems).toHaveLength(2);
    });

    it.each([{}, { ...creation, tier: 3 }, { ...creation, more: 1 }, []])(
      'answers 400 to %j',
      async body => {
        const { server } = await start();
        const { status } = await request(server)
          .post(`${BASE}/v1/check`)
          .send(body);
        expect(status).toBe(400);
      },
    );
  });

  it.each([
    ['get', '/v1/names/abc'],
    ['get', '/v1/owners'],
    ['post', '/v1/check'],
    ['post', '/v1/unregister'],
    ['get', '/openapi.json'],
  ] as const)('%s %s needs a token', async (method, path) => {
    const { server } = await start();
    const { status } = await request(server)
      [method](`${BASE}${path}`)
      .set('Authorization', mockCredentials.none.header());
    expect(status).toBe(401);
  });

  it.each([
    ['get', '/v1/names/abc', 'golden-path.creation.check'],
    ['get', '/v1/owners', 'golden-path.creation.check'],
    ['post', '/v1/check', 'golden-path.creation.check'],
    ['post', '/v1/unregister', 'golden-path.component.unregister'],
  ] as const)('%s %s needs %s', async (method, path, permission) => {
    const { server } = await start(['orders'], [permission]);
    const { status, body } = await request(server)
      [method](`${BASE}${path}`)
      .send({ entityRef: 'component:default/order-service' });
    expect(status).toBe(403);
    expect(body.error.message).toContain(permission);
  });

  it('describes every route it has, and no other', async () => {
    const { server } = await start();
    const { body } = await request(server).get(`${BASE}/openapi.json`);
    expect(body.openapi).toBe('3.1.0');
    expect(Object.keys(body.paths)).toEqual([
      '/v1/names/{name}',
      '/v1/owners',
      '/v1/check',
      '/v1/unregister',
    ]);
    const checkBody =
      body.paths['/v1/check'].post.requestBody.content['application/json'];
    expect(checkBody.schema.required).toEqual([
      'name',
      'owner',
      'system',
      'tier',
    ]);
  });
});
