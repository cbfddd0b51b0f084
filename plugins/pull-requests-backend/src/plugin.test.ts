import { PullRequestPage } from '@arctiq/plugin-pull-requests-common';
import { mockCredentials } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import Ajv from 'ajv/dist/2020';
import request from 'supertest';
import {
  githubPullRequest,
  GithubServer,
  servePullRequests,
  startGithubServer,
} from './__testUtils__/githubServer';
import { LIST_PATH, startPlugin } from './__testUtils__/startPlugin';

const pullRequests = [
  githubPullRequest({ number: 1 }),
  githubPullRequest({ number: 2, user: { login: 'mei-tanaka' } }),
  githubPullRequest({
    number: 3,
    repo: 'arctiq-commerce/cart-service',
    user: { login: 'mei-tanaka' },
    requested_teams: [{ slug: 'orders' }],
  }),
  githubPullRequest({
    number: 4,
    repo: 'arctiq-commerce/cart-service',
    user: { login: 'mei-tanaka' },
  }),
];

describe('pull-requests', () => {
  let github: GithubServer;
  let stop: (() => Promise<void>) | undefined;

  beforeEach(async () => {
    github = await startGithubServer();
    servePullRequests(github, [...pullRequests]);
  });

  afterEach(async () => {
    await stop?.();
    stop = undefined;
    await github.close();
  });

  async function start(options?: Parameters<typeof startPlugin>[1]) {
    const started = await startPlugin(github, options);
    stop = started.stop;
    return started;
  }

  async function list(
    server: Parameters<typeof request>[0],
    query = '',
  ): Promise<PullRequestPage> {
    const response = await request(server).get(`${LIST_PATH}${query}`);
    expect(response.status).toBe(200);
    return response.body;
  }

  it('answers what a person has to do, from its store alone', async () => {
    const { server, collect } = await start();
    await collect();
    github.behave((_request, response) => response.destroy());
    const page = await list(server, '?involves=me');
    expect(page.items.map(({ id, attention }) => [id, attention])).toEqual([
      ['arctiq-commerce/cart-service#3', 'needs-your-review'],
      ['arctiq-commerce/order-service#1', 'yours'],
      ['arctiq-commerce/order-service#2', 'your-team'],
    ]);
    expect(page).toMatchObject({
      totalItems: 3,
      pageInfo: {},
      quality: 'complete',
      asOf: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    });
    expect(page.items[1]).toMatchObject({
      author: {
        login: 'amara-okafor',
        displayName: 'Amara Okafor',
        entityRef: 'user:default/amara.okafor',
      },
      components: [
        {
          entityRef: 'component:default/order-service',
          title: 'Order service',
          ownerRef: 'group:default/orders',
        },
      ],
    });
  });

  it('filters and pages', async () => {
    const { server, collect } = await start();
    await collect();
    const numbers: Record<string, number[]> = {
      '?author=me': [1],
      '?reviewer=me': [3],
      '?owner=me': [1, 2],
      '?owner=group:default/orders': [1, 2],
      '?owner=orders': [1, 2],
      '?owner=group:default/payments': [],
      '?entityRef=component:default/order-service': [1, 2],
      '?owner=me&author=me': [1],
      '': [3, 1, 2, 4],
    };
    for (const [query, expected] of Object.entries(numbers)) {
      const { items } = await list(server, query);
      expect([query, items.map(({ number }) => number)]).toEqual([
        query,
        expected,
      ]);
    }
    const first = await list(server, '?limit=3');
    expect(first.items.map(({ number }) => number)).toEqual([3, 1, 2]);
    expect(first.totalItems).toBe(4);
    const second = await list(
      server,
      `?limit=3&cursor=${first.pageInfo.nextCursor}`,
    );
    expect(second.items.map(({ number }) => number)).toEqual([4]);
    expect(second.pageInfo).toEqual({});
  });

  it('tells a person whom GitHub does not know', async () => {
    const { server } = await start({ userRef: 'user:default/guest' });
    const page = await list(server, '?author=me');
    expect(page.items).toEqual([]);
    expect(page.reason).toContain(
      "until your user entity has the annotation 'github.com/user-login'",
    );
  });

  it.each([
    ['limit=0', "'limit' must be a whole number from 1 to 100"],
    ['limit=101', "'limit' must be a whole number from 1 to 100"],
    ['limit=ten', "'limit' must be a whole number from 1 to 100"],
    ['limit=1&limit=2', "'limit'"],
    ['author=mei', "'author' must be 'me'"],
    ['reviewer=', "'reviewer' must be 'me'"],
    ['owner=component:default/x', "'owner' must be 'me' or the entity ref"],
    ['owner=:', "'owner' must be 'me' or the entity ref"],
    [
      'entityRef=group:default/x',
      "'entityRef' must be the entity ref of a component, such as",
    ],
    ['entityRef[$ne]=x', "'entityRef'"],
    ['cursor=nonsense', "The parameter 'cursor' must be the"],
    ['cursor=', "'cursor' must not be empty"],
    ['state=open', "'state' is not a parameter; there are owner, entityRef"],
  ])('refuses ?%s', async (query, message) => {
    const { server } = await start();
    const response = await request(server).get(`${LIST_PATH}?${query}`);
    expect(response.status).toBe(400);
    expect(response.body.error.message).toContain(message);
  });

  it('refuses a request without credentials', async () => {
    const { server } = await start();
    for (const path of [LIST_PATH, '/api/pull-requests/openapi.json']) {
      const response = await request(server)
        .get(path)
        .set('authorization', mockCredentials.none.header());
      expect(response.status).toBe(401);
    }
  });

  it('refuses a person without the permission', async () => {
    const { server } = await start({ permission: AuthorizeResult.DENY });
    const response = await request(server).get(LIST_PATH);
    expect(response.status).toBe(403);
    expect(response.body.error.message).toContain("'pull-requests.read'");
    expect(response.body.items).toBeUndefined();
  });

  it('knows no "me" when a service asks', async () => {
    const { server } = await start();
    const header = mockCredentials.service.header();
    const personal = await request(server)
      .get(`${LIST_PATH}?owner=me`)
      .set('authorization', header);
    expect(personal.status).toBe(400);
    expect(personal.body.error.message).toContain(
      "'owner=me' needs a signed-in",
    );
    const general = await request(server)
      .get(`${LIST_PATH}?owner=orders`)
      .set('authorization', header);
    expect(general.status).toBe(200);
  });

  it('takes a webhook in at once, and ignores what is none', async () => {
    const { server, events, collect } = await start();
    await collect();
    async function publish(eventPayload: unknown) {
      await events.publish({ topic: 'github.pull_request', eventPayload });
    }
    await publish({ pull_request: { number: 'x' } });
    await publish({
      action: 'opened',
      pull_request: githubPullRequest({ number: 9, repo: 'elsewhere/x' }),
    });
    await publish({
      action: 'opened',
      pull_request: githubPullRequest({ number: 9 }),
    });
    const opened = await list(server, '?author=me');
    expect(opened.items.map(({ number }) => number)).toEqual([1, 9]);
    await publish({
      action: 'closed',
      pull_request: githubPullRequest({
        number: 9,
        state: 'closed',
        updated_at: '2026-08-02T09:31:00Z',
        closed_at: '2026-08-02T09:31:00Z',
      }),
    });
    const closed = await list(server);
    expect(closed.items.map(({ number }) => number)).toEqual([3, 1, 2, 4]);
  });

  it('answers what its OpenAPI document says', async () => {
    const { server, collect } = await start();
    await collect();
    const { body: document } = await request(server).get(
      '/api/pull-requests/openapi.json',
    );
    expect(document.openapi).toBe('3.1.0');
    const { parameters } = document.paths['/v1/pull-requests'].get;
    expect(parameters.map(({ name }: { name: string }) => name)).toEqual([
      'owner',
      'entityRef',
      'author',
      'reviewer',
      'involves',
      'limit',
      'cursor',
    ]);
    const validate = new Ajv({ strict: false, validateFormats: false }).compile(
      document.components.schemas.PullRequestPage,
    );
    const page = await list(server, '?limit=1');
    expect(validate(page) || validate.errors).toBe(true);
    expect(validate({ ...page, quality: 'good' })).toBe(false);
    const refused = await request(server).get(`${LIST_PATH}?limit=0`);
    const validateError = new Ajv({
      strict: false,
      validateFormats: false,
    }).compile(document.components.schemas.Error);
    expect(validateError(refused.body)).toBe(true);
  });

  it('offers the list to coding assistants, for reading', async () => {
    const { actions, collect } = await start();
    await collect();
    const { actions: offered } = await actions.list();
    expect(offered).toMatchObject([
      {
        name: 'list-open-pull-requests',
        attributes: { readOnly: true, destructive: false },
      },
    ]);
    const invocation = {
      id: offered[0].id,
      credentials: mockCredentials.user('user:default/amara.okafor'),
    };
    const { output } = await actions.invoke({
      ...invocation,
      input: { involves: 'me', limit: 1 },
    });
    expect(output).toMatchObject({
      items: [{ number: 3, author: 'mei-tanaka' }],
      totalItems: 3,
      quality: 'complete',
      nextCursor: expect.any(String),
    });
    await expect(
      actions.invoke({ ...invocation, input: { owner: 'component:x' } }),
    ).rejects.toThrow("'owner' must be 'me' or the entity ref");
  });

  it('keeps the list from assistants of people without the permission', async () => {
    const { actions } = await start({ permission: AuthorizeResult.DENY });
    await expect(
      actions.invoke({
        id: 'test:list-open-pull-requests',
        input: {},
        credentials: mockCredentials.user(),
      }),
    ).rejects.toThrow("needs the permission 'pull-requests.read'");
  });
});
