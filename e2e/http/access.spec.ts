import { expect, test } from '@playwright/test';
import { PortalApi, Session, until } from '../support/api';
import { portalUrl } from '../support/environment';
import { people } from '../support/people';
import { freshName, serviceRequest } from '../support/requests';

const portal = new PortalApi(portalUrl);

/** One route of each plugin's API that needs a signed-in person. */
const protectedRoutes: Array<[plugin: string, method: string, path: string]> = [
  ['catalog', 'GET', '/api/catalog/entities/by-query?limit=1'],
  ['catalog', 'POST', '/api/catalog/locations'],
  ['scaffolder', 'GET', '/api/scaffolder/v2/tasks'],
  ['scaffolder', 'POST', '/api/scaffolder/v2/tasks'],
  ['scaffolder', 'GET', '/api/scaffolder/v2/actions'],
  ['golden-path', 'GET', '/api/golden-path/v1/names/some-name'],
  ['golden-path', 'POST', '/api/golden-path/v1/check'],
  ['golden-path', 'POST', '/api/golden-path/v1/unregister'],
  ['golden-path', 'GET', '/api/golden-path/openapi.json'],
  ['pull-requests', 'GET', '/api/pull-requests/v1/pull-requests'],
  ['pull-requests', 'GET', '/api/pull-requests/openapi.json'],
  ['slo', 'GET', '/api/slo/v1/slos'],
  ['slo', 'GET', '/api/slo/v1/gate?entityRef=component:default/order-service'],
  ['slo', 'POST', '/api/slo/v1/exemptions'],
  ['slo', 'GET', '/api/slo/openapi.json'],
  ['search', 'GET', '/api/search/query?term=orders'],
  [
    'techdocs',
    'GET',
    '/api/techdocs/metadata/entity/default/component/order-service',
  ],
  [
    'techdocs',
    'GET',
    '/api/techdocs/static/docs/default/component/order-service/index.html',
  ],
  ['notifications', 'GET', '/api/notifications/notifications'],
  ['user-settings', 'GET', '/api/user-settings/buckets/x/keys/y'],
  ['permission', 'POST', '/api/permission/authorize'],
  ['events', 'POST', '/api/events/bus/v1/events'],
  ['mcp-actions', 'POST', '/api/mcp-actions/v1'],
  ['auth', 'GET', '/api/auth/v1/userinfo'],
];

test.describe('without a token', () => {
  for (const [plugin, method, path] of protectedRoutes) {
    test(`${plugin} answers 401 to ${method} ${path}`, async () => {
      const { status, body } = await portal.request(path, {
        method,
        body: method === 'POST' ? {} : undefined,
      });
      expect(status, JSON.stringify(body)).toBe(401);
    });
  }

  test('a made-up token is refused too', async () => {
    const { status } = await portal.request(
      '/api/catalog/entities/by-query?limit=1',
      { session: { token: 'a.b.c', entityRef: 'user:default/nobody' } },
    );
    expect(status).toBe(401);
  });

  test('an unsigned webhook is refused', async () => {
    const response = await fetch(`${portalUrl}/api/events/http/github`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-github-event': 'push' },
      body: JSON.stringify({ ref: 'refs/heads/main' }),
    });
    expect(response.status).toBe(403);
  });
});

test.describe('signed in as a developer', () => {
  let developer: Session;

  test.beforeAll(async () => {
    developer = await portal.signInWhenKnown(people.developer.ref);
  });

  test('another team’s component cannot be unregistered by any route', async () => {
    const name = freshName('payout-report');
    const manager = await portal.signIn(people.manager.ref);
    const started = await portal.startRun(
      manager,
      serviceRequest({
        name,
        owner: 'group:default/payments',
        system: 'system:default/payments',
      }),
    );
    const run = await portal.runEnded(manager, started.body.id);
    expect(run.status).toBe('completed');
    const entity = await portal.entity(developer, 'component', name);

    const deleted = await portal.request(
      `/api/catalog/entities/by-uid/${entity.metadata.uid}`,
      { session: developer, method: 'DELETE' },
    );
    expect(deleted.status).toBe(403);

    const location = await portal.request(
      `/api/catalog/locations/by-entity/component/default/${name}`,
      { session: manager },
    );
    expect(location.status).toBe(200);
    const removed = await portal.request(
      `/api/catalog/locations/${location.body.id}`,
      { session: developer, method: 'DELETE' },
    );
    expect(removed.status).toBe(403);

    const unregister = { entityRef: `component:default/${name}` };
    const refused = await portal.request('/api/golden-path/v1/unregister', {
      session: developer,
      body: unregister,
    });
    expect(refused.status).toBe(403);
    expect(refused.body.error.message).toContain('payments');
    expect(await portal.entity(developer, 'component', name)).toBeDefined();

    // Its owners can, by the same route.
    const accepted = await portal.request('/api/golden-path/v1/unregister', {
      session: manager,
      body: unregister,
    });
    expect(accepted.status, JSON.stringify(accepted.body)).toBe(200);
    await until('the entity to leave', async () =>
      (await portal.entity(developer, 'component', name)) ? undefined : true,
    );
  });

  test('what the company’s own catalog lists cannot be unregistered', async () => {
    const { status, body } = await portal.request(
      '/api/golden-path/v1/unregister',
      {
        session: developer,
        body: { entityRef: 'component:default/order-service' },
      },
    );
    expect(status).toBe(409);
    expect(body.error.message).toContain('arctiq-commerce/catalog');
  });

  test('people and teams cannot be made up', async () => {
    const { status } = await portal.request('/api/catalog/locations', {
      session: developer,
      body: { type: 'file', target: '/etc/passwd' },
    });
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
  });

  test('scheduled tasks cannot be controlled', async () => {
    const { status } = await portal.request(
      '/api/catalog/.backstage/scheduler/v1/tasks',
      { session: developer },
    );
    expect(status).toBe(403);
  });

  test('another person’s runs are not shown', async () => {
    const { status, body } = await portal.request('/api/scaffolder/v2/tasks', {
      session: developer,
    });
    expect(status).toBe(200);
    for (const task of body.tasks ?? body.items) {
      expect(task.createdBy).toBe(people.developer.ref);
    }
  });
});
