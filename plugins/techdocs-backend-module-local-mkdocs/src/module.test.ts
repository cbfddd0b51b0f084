import fs from 'node:fs/promises';
import {
  createMockDirectory,
  mockServices,
  startTestBackend,
  type TestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import techdocsPlugin from '@backstage/plugin-techdocs-backend';
import request from 'supertest';
import localMkdocs from '.';
import { writeFakePython, type FakePythonSteps } from './testing/fakePython';

const disk = createMockDirectory();
let backend: TestBackend | undefined;

async function start(python: string) {
  backend = await startTestBackend({
    features: [
      techdocsPlugin,
      localMkdocs,
      catalogServiceMock.factory({
        entities: [
          {
            apiVersion: 'backstage.io/v1alpha1',
            kind: 'Component',
            metadata: {
              name: 'order-service',
              // The plugin remembers failures and successes by it.
              uid: Math.random().toString(),
              annotations: {
                'backstage.io/techdocs-ref': 'dir:.',
                'backstage.io/managed-by-location': `file:${disk.resolve(
                  'repository/catalog-info.yaml',
                )}`,
              },
            },
          },
        ],
      }),
      mockServices.rootConfig.factory({
        data: {
          techdocs: {
            builder: 'local',
            generator: { runIn: 'local' },
            publisher: {
              type: 'local',
              local: { publishDirectory: disk.resolve('published') },
            },
            localMkdocs: { directory: disk.resolve('data'), python },
          },
        },
      }),
    ],
  });
  return backend.server;
}

/** What the page of the documentation gets while it is built. */
async function build(steps?: FakePythonSteps) {
  await fs.mkdir(disk.resolve('bin'));
  const { command } = await writeFakePython(disk.resolve('bin'), steps);
  const server = await start(command);
  const { text } = await request(server).get(
    '/api/techdocs/sync/default/component/order-service',
  );
  const page = await request(server).get(
    '/api/techdocs/static/docs/default/component/order-service/index.html',
  );
  return { events: text, page };
}

describe('techdocsModuleLocalMkdocs', () => {
  beforeEach(() => {
    disk.setContent({ repository: { docs: { 'index.md': '# Orders' } } });
  });

  afterEach(() => backend?.stop());

  it('prepares mkdocs, builds the documentation and serves it', async () => {
    const { events, page } = await build();
    expect(events).toContain('Preparing mkdocs (once, about 30 seconds)');
    expect(events).toContain('event: finish\ndata: {"updated":true}');
    expect(page.text).toBe('<h1>Built</h1>\n');
  }, 30_000);

  it('shows the reader that there is no Python, and how to get it', async () => {
    const server = await start('/nowhere/python3');
    const { text } = await request(server).get(
      '/api/techdocs/sync/default/component/order-service',
    );
    expect(text).toMatch(
      /event: error\ndata: "Documentation is built with Python 3\.9 or newer, and none was found: \/nowhere\/python3 is not installed\. Install it on the machine that runs the portal[^"\\]+Then reload this page\."/,
    );
  }, 30_000);

  it('shows the author what is wrong with the documentation', async () => {
    const { events } = await build({
      mkdocsBuild: `echo "ERROR   -  Config value 'nav': missing in $PWD/docs"; exit 1`,
    });
    expect(events).toContain(
      `event: error\ndata: "mkdocs refused the documentation: Config value 'nav': missing in docs. Correct it in the repository, then reload this page; the build log holds the rest."`,
    );
  }, 30_000);
});
