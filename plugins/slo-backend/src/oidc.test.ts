import { createSign, generateKeyPairSync } from 'node:crypto';
import { authServiceFactory } from '@backstage/backend-defaults/auth';
import { httpAuthServiceFactory } from '@backstage/backend-defaults/httpAuth';
import { permissionsServiceFactory } from '@backstage/backend-defaults/permissions';
import request from 'supertest';
import { openSlo, sloFile } from './__testUtils__/company';
import { startPlugin } from './__testUtils__/startPlugin';
import {
  sendJson,
  startUpstream,
  type Upstream,
} from './__testUtils__/upstream';

const { privateKey, publicKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
});
const GATE = '/api/slo/v1/gate?entityRef=order-service';

/** A token as GitHub's issuer makes it for one run of a workflow. */
function sign(claims: Record<string, unknown>): string {
  const seconds = Math.floor(Date.now() / 1000);
  const parts = [
    { alg: 'RS256', typ: 'JWT', kid: 'test' },
    {
      iss: 'https://token.actions.githubusercontent.com',
      aud: 'arctiq-portal',
      sub: 'repo:arctiq-commerce/order-service:ref:refs/heads/main',
      iat: seconds,
      exp: seconds + 300,
      ...claims,
    },
  ].map(part => Buffer.from(JSON.stringify(part)).toString('base64url'));
  const signer = createSign('RSA-SHA256').update(parts.join('.'));
  return [...parts, signer.sign(privateKey).toString('base64url')].join('.');
}

describe('a pipeline with the OIDC token of GitHub', () => {
  let issuer: Upstream;
  let started: Awaited<ReturnType<typeof startPlugin>>;

  beforeAll(async () => {
    issuer = await startUpstream();
    issuer.behave((_request, response) =>
      sendJson(response, {
        keys: [
          { ...publicKey.export({ format: 'jwk' }), kid: 'test', alg: 'RS256' },
        ],
      }),
    );
    started = await startPlugin({
      // The real services decide who asks and what they may.
      features: [
        authServiceFactory,
        httpAuthServiceFactory,
        permissionsServiceFactory,
      ],
      rootConfig: {
        permission: { enabled: true },
        backend: {
          auth: {
            externalAccess: [
              {
                type: 'jwks',
                options: {
                  url: `${issuer.url}/.well-known/jwks`,
                  issuer: 'https://token.actions.githubusercontent.com',
                  algorithm: 'RS256',
                  audience: 'arctiq-portal',
                  subjectPrefix: 'github',
                },
                accessRestrictions: [
                  { plugin: 'slo', permission: 'slo.gate.ask' },
                ],
              },
            ],
          },
        },
      },
    });
    started.files.files.set(
      sloFile('order-service'),
      openSlo('availability', 'order-service'),
    );
  }, 60_000);
  afterAll(async () => {
    await started?.stop();
    await issuer?.close();
  });

  function get(path: string, claims: Record<string, unknown> = {}) {
    return request(started.server)
      .get(path)
      .set('authorization', `Bearer ${sign(claims)}`);
  }

  it('asks the gate, and is written down with its repository', async () => {
    const { status, body } = await get(GATE);
    expect([status, body.decision]).toEqual([200, 'unknown']);
    const [{ askedBy }] = await started.stores.gateLog.list(
      'component:default/order-service',
      1,
    );
    expect(askedBy).toBe(
      'external:github:repo:arctiq-commerce/order-service:ref:refs/heads/main',
    );
  });

  it('hears what to do about a component that the catalog does not know', async () => {
    const { status, body } = await get('/api/slo/v1/gate?entityRef=unknown');
    expect(status).toBe(404);
    expect(body.error.message).toContain('register its catalog-info.yaml');
  });

  it.each<[string, string, Record<string, unknown>, number]>([
    [
      'another organization',
      GATE,
      { sub: 'repo:evil-corp/x:ref:refs/heads/main' },
      403,
    ],
    [
      'a name that begins alike',
      GATE,
      { sub: 'repo:arctiq-commerce-evil/x:ref:y' },
      403,
    ],
    [
      'another audience',
      GATE,
      { aud: 'https://github.com/arctiq-commerce' },
      401,
    ],
    ['another issuer', GATE, { iss: 'https://evil.test' }, 401],
    [
      'a token that ended',
      GATE,
      { exp: Math.floor(Date.now() / 1000) - 60 },
      401,
    ],
    ['any other route', '/api/slo/v1/slos', {}, 403],
    ['exemptions', '/api/slo/v1/exemptions', {}, 403],
  ])('is refused: %s', async (_, path, claims, expected) => {
    const { status } = await get(path, claims);
    expect(status).toBe(expected);
  });

  it('may record nothing', async () => {
    const { status } = await request(started.server)
      .post('/api/slo/v1/exemptions')
      .set('authorization', `Bearer ${sign({})}`)
      .send({});
    expect(status).toBe(403);
  });
});
