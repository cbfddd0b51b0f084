import { PullRequestPage } from '@arctiq/plugin-pull-requests-common';
import {
  actionsRegistryServiceMock,
  actionsServiceMock,
} from '@backstage/backend-test-utils/alpha';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import Ajv from 'ajv/dist/2020';
import request from 'supertest';
import pullRequestsPlugin from '.';
import {
  githubPullRequest,
  GithubServer,
  servePullRequests,
  startGithubServer,
} from './testUtils/githubServer';

const PATH = '/api/pull-requests/v1/pull-requests';

const entities: Entity[] = [
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: 'order-service',
      namespace: 'default',
      title: 'Order service',
      annotations: {
        'github.com/project-slug': 'arctiq-commerce/order-service',
      },
    },
    relations: [{ type: 'ownedBy', targetRef: 'group:default/orders' }],
  },
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: {
      name: 'amara.okafor',
      namespace: 'default',
      annotations: { 'github.com/user-login': 'amara-okafor' },
    },
    spec: { profile: { displayName: 'Amara Okafor' } },
  },
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: {
      name: 'orders',
      namespace: 'default',
      annotations: { 'github.com/team-slug': 'arctiq-commerce/orders' },
    },
  },
];

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

  /** Starts the plugin and waits until it has read GitHub and the catalog. */
  async function start(
    options: { permission?: AuthorizeResult; userRef?: string } = {},
  ) {
    const soon = {
      frequency: { minutes: 10 },
      timeout: { minutes: 1 },
      initialDelay: { milliseconds: 1 },
    };
    const events = mockServices.events();
    const backend = await startTestBackend({
      features: [
        pullRequestsPlugin,
        catalogServiceMock.factory({ entities }),
        actionsRegistryServiceMock.factory(),
        mockServices.events.factory({ ...events }),
        mockServices.userInfo.factory({
          userEntityRef: options.userRef ?? 'user:default/amara.okafor',
          ownershipEntityRefs: [
            'user:default/amara.okafor',
            'group:default/orders',
          ],
        }),
        mockServices.permissions.factory({
          result: options.permission ?? AuthorizeResult.ALLOW,
        }),
        mockServices.rootConfig.factory({
          data: {
            integrations: {
              github: [
                {
                  host: github.host,
                  apiBaseUrl: github.apiBaseUrl,
                  token: 'test-token',
                },
              ],
            },
            pullRequests: {
              github: {
                host: github.host,
                organization: 'arctiq-commerce',
              },
              schedule: soon,
              directorySchedule: soon,
            },
          },
        }),
      ],
    });
    stop = () => backend.stop();
    return { server: backend.server, events };
  }

  async function list(
    server: Parameters<typeof request>[0],
    query = '',
  ): Promise<PullRequestPage> {
    const response = await request(server).get(`${PATH}${query}`);
    expect(response.status).toBe(200);
    return response.body;
  }

  /** Waits until the collectors have run, as a page that is left open does. */
  async function settled(server: Parameters<typeof request>[0]) {
    for (let attempt = 0; attempt < 100; attempt++) {
      const page = await list(server, '?entityRef=order-service');
      if (page.quality === 'complete' && page.totalItems === 2) {
        return;
      }
      await new Promise(resolve => setTimeout(resolve, 50));
    }
    throw new Error('The collectors did not finish in 5 s.');
  }

  it('answers what a person has to do, from its store alone', async () => {
    const { server } = await start();
    await settled(server);
    github.behave((_request, response) => response.destroy());
    const page = await list(server, '?involves=me');
    expect(
      page.items.map(({ id, attention }) => [id, attention]),
    ).toEqual([
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
    const { server } = await start();
    await settled(server);
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
    ['owner=a/b/c', "'owner' must be 'me' or the entity ref"],
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
    const response = await request(server).get(`${PATH}?${query}`);
    expect(response.status).toBe(400);
    expect(response.body.error.message).toContain(message);
  });

  it('refuses a request without credentials', async () => {
    const { server } = await start();
    for (const path of [PATH, '/api/pull-requests/openapi.json']) {
      const response = await request(server)
        .get(path)
        .set('authorization', mockCredentials.none.header());
      expect(response.status).toBe(401);
    }
  });

  it('refuses a person without the permission', async () => {
    const { server } = await start({ permission: AuthorizeResult.DENY });
    const response = await request(server).get(PATH);
    expect(response.status).toBe(403);
    expect(response.body.error.message).toContain("'pull-requests.read'");
    expect(response.body.items).toBeUndefined();
  });

  it('knows no "me" when a service asks', async () => {
    const { server } = await start();
    const header = mockCredentials.service.header();
    const personal = await request(server)
      .get(`${PATH}?owner=me`)
      .set('authorization', header);
    expect(personal.status).toBe(400);
    expect(personal.body.error.message).toContain("'owner=me' needs a signed-in");
    const general = await request(server)
      .get(`${PATH}?owner=orders`)
      .set('authorization', header);
    expect(general.status).toBe(200);
  });

  it('takes a webhook in at once, and ignores what is none', async () => {
    const { server, events } = await start();
    await settled(server);
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
    const { server } = await start();
    await settled(server);
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
    const refused = await request(server).get(`${PATH}?limit=0`);
    const validateError = new Ajv({
      strict: false,
      validateFormats: false,
    }).compile(document.components.schemas.Error);
    expect(validateError(refused.body)).toBe(true);
  });
});

describe('list-open-pull-requests', () => {
  it('is offered as a reading action', async () => {
    expect(actionsServiceMock).toBeDefined();
  });
});
