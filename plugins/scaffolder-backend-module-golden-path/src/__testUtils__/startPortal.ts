// The check action asks this backend; the test is about both.
// eslint-disable-next-line @backstage/no-mixed-plugin-imports
import goldenPathPlugin from '@arctiq/plugin-golden-path-backend';
import {
  MockDirectory,
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import templateModel from '@backstage/plugin-catalog-backend-module-scaffolder-entity-model';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import workspaceDatabase from '@backstage/plugin-scaffolder-backend-module-workspace-database';
import request from 'supertest';
import scaffolderModuleGoldenPath from '..';
import { writePortalFiles } from './portalFiles';

/** A run of the scaffolder as its API shows it. */
export interface Run {
  id: string;
  status: string;
  output: {
    links?: Array<{ title: string; url?: string; entityRef?: string }>;
    text?: Array<{ content: string }>;
  };
  /** The log, and the message of the error where there was one. */
  log: string;
  error?: string;
}

/**
 * Starts the real scaffolder, catalog and golden path with the real template and
 * a small skeleton in place of the large one.
 */
export async function startPortal(options: {
  githubHost: string;
  directory: MockDirectory;
}) {
  const { server } = await startTestBackend({
    features: [
      catalogPlugin,
      templateModel,
      scaffolderPlugin,
      workspaceDatabase,
      scaffolderModuleGoldenPath,
      goldenPathPlugin,
      mockServices.userInfo.mock({
        getUserInfo: async () => ({
          userEntityRef: 'user:default/mock',
          ownershipEntityRefs: ['user:default/mock', 'group:default/orders'],
        }),
      }).factory,
      mockServices.rootConfig.factory({
        data: writePortalFiles(options),
      }),
    ],
  });

  async function untilKnown(entity: string) {
    for (;;) {
      const path = `/api/catalog/entities/by-name/${entity}`;
      if ((await request(server).get(path)).status === 200) {
        return;
      }
      await new Promise(resolve => setTimeout(resolve, 100));
    }
  }
  await Promise.all(
    [
      'template/default/node-service',
      'system/default/returns',
      'group/default/orders',
      'user/default/mock',
    ].map(untilKnown),
  );

  async function finish(id: string): Promise<Run> {
    for (;;) {
      const { body } = await request(server).get(
        `/api/scaffolder/v2/tasks/${id}`,
      );
      if (!['open', 'processing'].includes(body.status)) {
        const events = await request(server).get(
          `/api/scaffolder/v2/tasks/${id}/events`,
        );
        const bodies: Array<{
          message: string;
          output?: Run['output'];
          error?: { message: string };
        }> = events.body.map((event: { body: unknown }) => event.body);
        return {
          id,
          status: body.status,
          output: bodies.find(({ output }) => output)?.output ?? {},
          error: bodies.find(({ error }) => error)?.error?.message,
          log: bodies.map(({ message }) => message).join('\n'),
        };
      }
      await new Promise(resolve => setTimeout(resolve, 50));
    }
  }

  return {
    /** Asks to create a service; answers what the API said. */
    post: (values: Record<string, unknown>) =>
      request(server).post('/api/scaffolder/v2/tasks').send({
        templateRef: 'template:default/node-service',
        values,
      }),
    /** Creates a service and waits for the end of the run. */
    async create(values: Record<string, unknown>): Promise<Run> {
      return finish((await this.post(values)).body.id);
    },
    /** Starts a run again, as the button on its page does. */
    async retry(id: string): Promise<Run> {
      await request(server)
        .post(`/api/scaffolder/v2/tasks/${id}/retry`)
        .send({})
        .expect(201);
      return finish(id);
    },
    entity: async (path: string) =>
      request(server).get(`/api/catalog/entities/by-name/${path}`),
    unregister: (entityRef: string) =>
      request(server)
        .post('/api/golden-path/v1/unregister')
        .set('Authorization', mockCredentials.user.header())
        .send({ entityRef }),
  };
}
