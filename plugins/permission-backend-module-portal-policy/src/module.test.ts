import {
  coreServices,
  createBackendModule,
  createServiceFactory,
  type BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { httpAuthServiceFactory } from '@backstage/backend-defaults/httpAuth';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  type TestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import permissionPlugin from '@backstage/plugin-permission-backend';
import request from 'supertest';
import portalPolicy from '.';

const AMARA = 'user:default/amara.okafor';
const JONAS = 'user:default/jonas.lindqvist';
const groupsOf: Record<string, string[]> = {
  [AMARA]: ['group:default/orders'],
  [JONAS]: ['group:default/platform'],
};

const amara = mockCredentials.user.header(AMARA);
const jonas = mockCredentials.user.header(JONAS);

/**
 * The mocked service forgets which plugin acts for a person, and the permission
 * backend gives conditions to plugins only.
 */
const authWithActors = createServiceFactory({
  service: coreServices.auth,
  deps: { plugin: coreServices.pluginMetadata },
  factory({ plugin }) {
    const auth = mockServices.auth({ pluginId: plugin.getId() });
    const authenticate = auth.authenticate.bind(auth);
    return Object.assign(auth, {
      async authenticate(token: string) {
        const credentials = await authenticate(token);
        return auth.isPrincipal(credentials, 'user') &&
          token.startsWith('mock-service-token:')
          ? mockCredentials.user(credentials.principal.userEntityRef, {
              actor: { subject: 'plugin:catalog' },
            })
          : credentials;
      },
    });
  },
});

const people = createServiceFactory({
  service: coreServices.userInfo,
  deps: {},
  factory: () => ({
    async getUserInfo(credentials: BackstageCredentials) {
      const { userEntityRef } = credentials.principal as {
        userEntityRef: string;
      };
      return {
        userEntityRef,
        ownershipEntityRefs: [
          userEntityRef,
          ...(groupsOf[userEntityRef] ?? []),
        ],
      };
    },
  }),
});

function component(name: string, team: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      annotations: {
        'backstage.io/managed-by-location': 'url:https://example.com/x',
        'backstage.io/managed-by-origin-location': 'url:https://example.com/x',
      },
    },
    spec: { type: 'service', lifecycle: 'production', owner: team },
  };
}

const entities = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'entities-of-two-teams',
  register(env) {
    env.registerInit({
      deps: { catalog: catalogProcessingExtensionPoint },
      async init({ catalog }) {
        catalog.addEntityProvider({
          getProviderName: () => 'two-teams',
          connect: connection =>
            connection.applyMutation({
              type: 'full',
              entities: [
                component('order-service', 'orders'),
                component('payment-service', 'payments'),
              ].map(entity => ({ entity })),
            }),
        });
      },
    });
  },
});

describe('permissionModulePortalPolicy', () => {
  let backend: TestBackend;

  beforeAll(async () => {
    backend = await startTestBackend({
      features: [
        authWithActors,
        catalogPlugin,
        entities,
        httpAuthServiceFactory,
        people,
        permissionPlugin,
        portalPolicy,
        mockServices.rootConfig.factory({
          data: {
            permission: { enabled: true },
            portal: { platformGroups: ['group:default/platform'] },
          },
        }),
      ],
    });
  }, 60_000);

  afterAll(() => backend?.stop());

  const server = () => request(backend.server);

  /** The uid, once the catalog has stitched the entity and its owner. */
  async function uidOf(name: string): Promise<string> {
    for (let attempt = 0; attempt < 100; attempt++) {
      const { body } = await server()
        .get(`/api/catalog/entities/by-name/component/default/${name}`)
        .set({ authorization: jonas });
      if (body.relations?.length) {
        return body.metadata.uid;
      }
      await new Promise(resolve => setTimeout(resolve, 100));
    }
    throw new Error(`The catalog did not show ${name} in time`);
  }

  async function registerLocation(): Promise<string> {
    const { body } = await server()
      .post('/api/catalog/locations')
      .set({ authorization: amara })
      .send({
        type: 'url',
        target: `https://example.com/${Math.random()}/catalog-info.yaml`,
      })
      .expect(201);
    return body.location.id;
  }

  async function remove(path: string, authorization: string) {
    const { status } = await server()
      .delete(`/api/catalog/${path}`)
      .set({ authorization });
    return status;
  }

  async function removeEntity(name: string, authorization: string) {
    return remove(`entities/by-uid/${await uidOf(name)}`, authorization);
  }

  it('keeps a developer from deleting the entity of another team', async () => {
    expect(await removeEntity('payment-service', amara)).toBe(403);
    await expect(uidOf('payment-service')).resolves.toEqual(expect.any(String));
  });

  it('lets a developer delete the entity of the own team', async () => {
    expect(await removeEntity('order-service', amara)).toBe(204);
  });

  it('lets the platform delete the entity of any team', async () => {
    expect(await removeEntity('payment-service', jonas)).toBe(204);
  });

  it('lets the platform alone delete a location', async () => {
    const path = `locations/${await registerLocation()}`;
    expect(await remove(path, amara)).toBe(403);
    await server()
      .get(`/api/catalog/${path}`)
      .set({ authorization: amara })
      .expect(200);
    expect(await remove(path, jonas)).toBe(204);
  });

  it('lets a person without a team read, and register nothing', async () => {
    const guest = mockCredentials.user.header('user:development/guest');
    const read = await server()
      .get('/api/catalog/entities')
      .set({ authorization: guest });
    const register = await server()
      .post('/api/catalog/locations')
      .set({ authorization: guest })
      .send({ type: 'url', target: 'https://example.com/catalog-info.yaml' });
    expect([read.status, register.status]).toEqual([200, 403]);
  });

  it('lets another plugin of the portal act without asking', async () => {
    const path = `locations/${await registerLocation()}`;
    expect(await remove(path, mockCredentials.service.header())).toBe(204);
  });

  it('answers nothing without a token', async () => {
    const read = await server().get('/api/catalog/entities');
    const ask = await server().post('/api/permission/authorize').send({});
    expect([read.status, ask.status]).toEqual([401, 401]);
  });

  it.each([
    {
      who: 'the platform',
      authorization: jonas,
      name: 'made.up',
      result: 'DENY',
    },
    {
      who: 'the platform',
      authorization: jonas,
      name: 'catalog.location.delete',
      result: 'ALLOW',
    },
    {
      who: 'a developer',
      authorization: amara,
      name: 'catalog.location.delete',
      result: 'DENY',
    },
    {
      who: 'the platform, with the kind forged,',
      authorization: jonas,
      name: 'catalog.entity.delete',
      result: 'DENY',
    },
  ])(
    '$who asking for $name: $result',
    async ({ authorization, name, result }) => {
      const permission = { type: 'basic', name, attributes: {} };
      const { body } = await server()
        .post('/api/permission/authorize')
        .set({ authorization })
        .send({ items: [{ id: '1', permission }] });
      expect(body.items).toEqual([{ id: '1', result }]);
    },
  );
});
