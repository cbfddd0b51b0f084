import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import authPlugin from '@backstage/plugin-auth-backend';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import request from 'supertest';
import authModuleSandbox from '.';

const script = { 'X-Requested-With': 'XMLHttpRequest' };

function group(name: string, type: string, displayName: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name, namespace: 'default' },
    spec: { type, profile: { displayName }, children: [] },
  };
}

function user(options: {
  name: string;
  displayName: string;
  memberOf: string[];
  persona?: string;
}): Entity {
  const { name, displayName, memberOf, persona } = options;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: {
      name,
      namespace: 'default',
      title: displayName,
      description: 'Software engineer',
      annotations: {
        'github.com/user-login': `${name}-login`,
        ...(persona && { 'arctiq.io/sandbox-persona': persona }),
      },
    },
    spec: {
      profile: { displayName, email: `${name}@arctiq.example` },
      memberOf,
    },
    relations: memberOf.map(ref => ({
      type: 'memberOf',
      targetRef: `group:default/${ref}`,
    })),
  };
}

const entities = [
  group('commerce', 'department', 'Commerce'),
  group('orders', 'team', 'Orders and Returns'),
  group('payments', 'team', 'Payments'),
  user({
    name: 'daniel.reyes',
    displayName: 'Daniel Reyes',
    memberOf: ['payments'],
    persona: 'manager',
  }),
  user({
    name: 'amara.okafor',
    displayName: 'Amara Okafor',
    memberOf: ['commerce', 'orders'],
    persona: 'developer',
  }),
  user({
    name: 'zoe.lang',
    displayName: 'Zoe Lang',
    memberOf: ['payments'],
  }),
  user({ name: 'no.team', displayName: 'No Team', memberOf: [] }),
];

async function startAuth(auth: object) {
  const { server } = await startTestBackend({
    features: [
      authPlugin,
      authModuleSandbox,
      catalogServiceMock.factory({ entities }),
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'http://localhost:3000' },
          backend: { baseUrl: 'http://localhost:7007' },
          auth,
        },
      }),
    ],
  });
  return server;
}

const sandbox = {
  providers: { sandbox: {} },
  session: { secret: 'for-tests' },
};

describe('authModuleSandbox', () => {
  const nodeEnv = process.env.NODE_ENV;

  afterEach(() => {
    Object.assign(process.env, { NODE_ENV: nodeEnv });
  });

  it('lists people to everybody, the featured ones in the order of the page', async () => {
    const server = await startAuth(sandbox);

    const answer = await request(server)
      .get('/api/auth/sandbox/people')
      .query({ limit: 2 });

    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      featured: [
        {
          entityRef: 'user:default/amara.okafor',
          displayName: 'Amara Okafor',
          title: 'Software engineer',
          persona: 'developer',
          team: 'group:default/orders',
          teamTitle: 'Orders and Returns',
        },
        {
          entityRef: 'user:default/daniel.reyes',
          displayName: 'Daniel Reyes',
          title: 'Software engineer',
          persona: 'manager',
          team: 'group:default/payments',
          teamTitle: 'Payments',
        },
      ],
      items: [
        expect.objectContaining({ displayName: 'Amara Okafor' }),
        expect.objectContaining({ displayName: 'Daniel Reyes' }),
      ],
      totalItems: 4,
    });
    expect(JSON.stringify(answer.body)).not.toMatch(/login|@arctiq/);
  });

  it('finds people by a part of their name', async () => {
    const server = await startAuth(sandbox);

    const answer = await request(server)
      .get('/api/auth/sandbox/people')
      .query({ q: ' LANG ' });

    expect(answer.body.items).toEqual([
      {
        entityRef: 'user:default/zoe.lang',
        displayName: 'Zoe Lang',
        title: 'Software engineer',
        team: 'group:default/payments',
        teamTitle: 'Payments',
      },
    ]);
    expect(answer.body.totalItems).toBe(1);
  });

  it.each([
    ['limit=0', /limit must be a whole number/],
    ['limit=51', /limit must be a whole number/],
    ['limit=many', /limit must be a whole number/],
    ['q=a&q=b', /q must be one text/],
    [`q=${'a'.repeat(101)}`, /q must be one text/],
  ])('refuses people?%s', async (query, message) => {
    const server = await startAuth(sandbox);

    const answer = await request(server).get(
      `/api/auth/sandbox/people?${query}`,
    );

    expect(answer.status).toBe(400);
    expect(answer.body.error.message).toMatch(message);
  });

  it('signs in, remembers the person, and signs out', async () => {
    const server = await startAuth(sandbox);
    const browser = request.agent(server);

    const before = await browser.get('/api/auth/sandbox/session');
    expect(before.body).toEqual({ signedIn: false });
    const signIn = await browser
      .post('/api/auth/sandbox/sign-in')
      .set(script)
      .send({ entityRef: 'user:default/Amara.Okafor' });
    expect(signIn.status).toBe(200);
    expect(signIn.body.displayName).toBe('Amara Okafor');
    expect(signIn.get('Set-Cookie')).toEqual([
      expect.stringMatching(
        /^arctiq-sandbox-session=s%3A.*; Path=\/api\/auth\/sandbox; .*HttpOnly; SameSite=Lax$/,
      ),
    ]);

    const refresh = await browser.get('/api/auth/sandbox/refresh').set(script);
    expect(refresh.status).toBe(200);
    expect(refresh.body).toEqual({
      profile: {
        displayName: 'Amara Okafor',
        email: 'amara.okafor@arctiq.example',
      },
      providerInfo: {},
      backstageIdentity: {
        token: expect.stringMatching(/^ey/),
        expiresInSeconds: expect.any(Number),
        identity: {
          type: 'user',
          userEntityRef: 'user:default/amara.okafor',
          ownershipEntityRefs: [
            'user:default/amara.okafor',
            'group:default/commerce',
            'group:default/orders',
          ],
        },
      },
    });

    const session = await browser.get('/api/auth/sandbox/session');
    expect(session.body).toEqual({ signedIn: true });

    const signOut = await browser.post('/api/auth/sandbox/logout').set(script);
    expect(signOut.status).toBe(204);
    const after = await browser.get('/api/auth/sandbox/refresh').set(script);
    expect(after.status).toBe(401);
  });

  it.each([
    ['an unknown person', { entityRef: 'user:default/nobody' }, 404],
    ['a team', { entityRef: 'group:default/orders' }, 400],
    ['no entity ref', { entityRef: 'a:b:c/d/e' }, 400],
    ['an empty body', {}, 400],
    ['a list', { entityRef: ['user:default/amara.okafor'] }, 400],
  ])('refuses to sign in as %s', async (_, body, status) => {
    const server = await startAuth(sandbox);

    const answer = await request(server)
      .post('/api/auth/sandbox/sign-in')
      .set(script)
      .send(body);

    expect(answer.status).toBe(status);
    expect(answer.get('Set-Cookie')).toBeUndefined();
  });

  it('refuses what another site could send', async () => {
    const server = await startAuth(sandbox);

    const signIn = await request(server)
      .post('/api/auth/sandbox/sign-in')
      .send({ entityRef: 'user:default/amara.okafor' });
    const refresh = await request(server).get('/api/auth/sandbox/refresh');
    const signOut = await request(server).post('/api/auth/sandbox/logout');

    expect([signIn.status, refresh.status, signOut.status]).toEqual([
      401, 401, 401,
    ]);
    expect(signIn.get('Set-Cookie')).toBeUndefined();
  });

  it('gives no token for a cookie that it did not sign', async () => {
    const server = await startAuth(sandbox);

    const answer = await request(server)
      .get('/api/auth/sandbox/refresh')
      .set(script)
      .set(
        'Cookie',
        'arctiq-sandbox-session=s%3Auser%3Adefault%2Famara.okafor.forged',
      );

    expect(answer.status).toBe(401);
  });

  it('offers nothing when it is not configured', async () => {
    const server = await startAuth({ providers: {} });

    const answer = await request(server).get('/api/auth/sandbox/people');

    expect(answer.status).toBe(404);
  });

  it('refuses to start in production', async () => {
    Object.assign(process.env, { NODE_ENV: 'production' });

    await expect(startAuth(sandbox)).rejects.toThrow(
      /auth.providers.sandbox lets anybody sign in as anybody/,
    );
  });

  it('refuses to start without a secret for its cookie', async () => {
    await expect(startAuth({ providers: { sandbox: {} } })).rejects.toThrow(
      /needs auth.session.secret/,
    );
  });
});
