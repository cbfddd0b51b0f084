import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { AddressInfo, createServer } from 'node:net';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { writePortalFiles } from './__testUtils__/portalFiles';
import { startGitHub, TestGitHub } from './__testUtils__/startGitHub';

jest.setTimeout(180_000);

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

describe('a portal that is killed', () => {
  const directory = createMockDirectory();
  let github: TestGitHub;
  let url: string;
  let portal: ChildProcess;
  let output = '';
  const keep = (chunk: Buffer) => {
    output += chunk;
  };

  /** Waits, and says what the portal said when it waited in vain. */
  async function until<T>(
    what: string,
    read: () => Promise<T | undefined | false>,
    timeoutMs = 60_000,
  ): Promise<T> {
    const deadline = Date.now() + timeoutMs;
    for (;;) {
      const value = await read().catch(() => undefined);
      if (value) {
        return value;
      }
      if (Date.now() > deadline) {
        throw new Error(`Waited in vain for ${what}\n${output}`);
      }
      await new Promise(resolve => setTimeout(resolve, 100));
    }
  }

  async function startPortal() {
    portal = spawn(
      process.execPath,
      [
        '--require',
        require.resolve('@backstage/cli/config/nodeTransform.cjs'),
        resolvePackagePath(
          '@arctiq/plugin-scaffolder-backend-module-golden-path',
          'src/__testUtils__/portalProcess.ts',
        ),
        '--config',
        directory.resolve('app-config.json'),
      ],
      { stdio: ['ignore', 'pipe', 'pipe'] },
    );
    portal.stdout!.on('data', keep);
    portal.stderr!.on('data', keep);
    await until('the template', async () => {
      const response = await fetch(
        `${url}/api/catalog/entities/by-name/template/default/node-service`,
      );
      return response.ok;
    });
  }

  async function kill() {
    portal.kill('SIGKILL');
    await once(portal, 'exit');
  }

  async function api(path: string, body?: unknown) {
    const response = await fetch(`${url}/api/scaffolder/v2${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { 'content-type': 'application/json' },
      body: body ? JSON.stringify(body) : undefined,
    });
    return response.json();
  }

  async function untilHit(name: string, faultId: number) {
    await until(`${name} to hang`, async () => {
      const faults = await github.faults();
      return faults.find(({ id }) => id === faultId)!.hits === 1;
    });
  }

  beforeAll(async () => {
    github = await startGitHub();
    const port = await freePort();
    url = `http://127.0.0.1:${port}`;
    const config = writePortalFiles({ directory, githubHost: github.host });
    writeFileSync(
      directory.resolve('app-config.json'),
      JSON.stringify({
        ...config,
        backend: {
          ...config.backend,
          baseUrl: url,
          listen: { host: '127.0.0.1', port },
          database: {
            client: 'better-sqlite3',
            connection: { directory: directory.resolve('db') },
          },
        },
      }),
    );
  });

  afterAll(async () => {
    if (portal.exitCode === null && portal.signalCode === null) {
      await kill();
    }
    await github.stop();
  });

  it('comes back and completes every run, wherever it was', async () => {
    // Each run hangs in another call, most of which GitHub has carried out.
    const runs = [
      {
        name: 'in-check',
        fault: { method: 'GET', path: '^/repos/acme/in-check$' },
      },
      {
        name: 'in-creation',
        fault: { method: 'POST', path: '^/orgs/acme/repos$', applied: true },
      },
      {
        name: 'in-push',
        fault: { path: '^/acme/in-push.git/git-rec', applied: true },
      },
      {
        name: 'before-push',
        fault: { path: '^/acme/before-push.git/info/refs' },
      },
      {
        name: 'in-access',
        fault: {
          method: 'PUT',
          path: '/orgs/acme/teams/orders/repos/acme/in-a',
        },
      },
      {
        name: 'in-protection',
        fault: {
          method: 'PUT',
          path: '^/repos/acme/in-protection/branches/',
          applied: true,
        },
      },
      {
        name: 'in-register',
        fault: { path: '^/repos/acme/in-register/contents/' },
      },
    ];

    await startPortal();
    const ids: string[] = [];
    for (const { name, fault } of runs) {
      const { body } = await github.fault({ ...fault, mode: 'hang', times: 1 });
      const { id } = await api('/tasks', {
        templateRef: 'template:default/node-service',
        values: {
          name,
          description: 'Is cut off in the middle',
          owner: 'group:default/orders',
          system: 'system:default/returns',
          tier: '3',
        },
      });
      ids.push(id);
      await untilHit(name, body.id);
    }
    await kill();
    await startPortal();

    for (const [index, id] of ids.entries()) {
      const { name } = runs[index];
      const status = await until(`the end of ${name}`, async () => {
        const task = await api(`/tasks/${id}`);
        return ['completed', 'failed'].includes(task.status) && task.status;
      });
      const commits = await github.api(`/repos/acme/${name}/commits`);
      expect({ name, status, commits: commits.length }).toEqual({
        name,
        status: 'completed',
        commits: 1,
      });
      expect(
        await github.api(`/repos/acme/${name}/branches/main/protection`),
      ).toMatchObject({ required_status_checks: { contexts: ['verify'] } });
      const entity = await fetch(
        `${url}/api/catalog/entities/by-name/component/default/${name}`,
      );
      expect(entity.status).toBe(200);
    }
    const repositories = await github.api('/orgs/acme/repos?per_page=100');
    expect(repositories).toHaveLength(runs.length);
  });
});
