import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSandbox } from '@arctiq/sandbox';

/** The GitHub of the sandbox, with one team in one organisation. */
export async function startGitHub() {
  const dataDir = await mkdtemp(join(tmpdir(), 'golden-path-github-'));
  const sandbox = await startSandbox({
    config: {
      host: '127.0.0.1',
      port: 0,
      dataDir,
      portalUrl: 'http://portal',
      githubToken: 'token',
      rateLimit: { authenticated: 5000, anonymous: 60, search: 30 },
    },
    seed: () => ({
      organization: {
        login: 'acme',
        name: 'Acme',
        description: '',
        members: [
          { login: 'amara', name: 'Amara', email: 'amara@acme.example' },
        ],
        teams: [
          {
            slug: 'orders',
            name: 'Orders',
            description: '',
            members: ['amara'],
            maintainers: [],
          },
        ],
      },
      repositories: [],
    }),
  });
  const { host } = new URL(sandbox.url);

  async function call(path: string, init?: RequestInit) {
    const response = await fetch(`${sandbox.url}${path}`, {
      ...init,
      headers: {
        authorization: 'token token',
        'content-type': 'application/json',
      },
    });
    const text = await response.text();
    return { status: response.status, body: text ? JSON.parse(text) : {} };
  }

  return {
    url: sandbox.url,
    host,
    /** Asks the REST API as the portal. */
    api: async (path: string) => (await call(`/api/v3${path}`)).body,
    /** Makes matching calls fail. */
    fault: (fault: Record<string, unknown>) =>
      call('/_sandbox/faults', {
        method: 'POST',
        body: JSON.stringify({ upstream: 'github', ...fault }),
      }),
    faults: async (): Promise<Array<{ id: number; hits: number }>> =>
      (await call('/_sandbox/faults')).body.items,
    heal: () => call('/_sandbox/faults', { method: 'DELETE' }),
    stop: async () => {
      await sandbox.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** A running GitHub of the sandbox. */
export type TestGitHub = Awaited<ReturnType<typeof startGitHub>>;
