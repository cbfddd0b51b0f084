import { FakeGitHub } from '../__testUtils__/FakeGitHub';
import { openSession } from '../__testUtils__/openSession';
import { claimRepository } from './claimRepository';

const CREATE = 'POST /orgs/acme/repos';

describe('claimRepository', () => {
  let github: FakeGitHub;

  beforeEach(async () => {
    github = await FakeGitHub.start();
  });
  afterEach(() => github.stop());

  async function claim(runId: string, totalMs?: number) {
    const { octokit, config } = await openSession(github.host, totalMs);
    return claimRepository({
      octokit,
      config,
      name: 'returns-api',
      description: 'Takes returns',
      runId,
    });
  }

  it('creates the repository with its marker in one call', async () => {
    await expect(claim('run-1')).resolves.toEqual({
      owner: 'acme',
      name: 'returns-api',
      htmlUrl: `http://${github.host}/acme/returns-api`,
      cloneUrl: `http://${github.host}/acme/returns-api.git`,
      createdAt: '2026-01-02T03:04:05Z',
      isNew: true,
    });
    expect(github.calls).toEqual([CREATE]);
    expect(github.bodies.get(CREATE)).toMatchObject({
      homepage: 'http://portal/create/tasks/run-1',
      visibility: 'private',
      delete_branch_on_merge: true,
      allow_squash_merge: true,
      allow_merge_commit: false,
      allow_rebase_merge: false,
    });
  });

  it('finds its own repository on a second attempt', async () => {
    await claim('run-1');
    await expect(claim('run-1')).resolves.toMatchObject({ isNew: false });
    expect(github.repositories.size).toBe(1);
  });

  it('finds its own repository when the answer to the creation was lost', async () => {
    github.faults.set(CREATE, [{ status: 504, body: { message: 'timeout' } }]);
    await expect(claim('run-1')).resolves.toMatchObject({ isNew: false });
    expect(github.calls.filter(call => call === CREATE)).toHaveLength(2);
    expect(github.repositories.size).toBe(1);
  });

  it('sends another run to the run that made the repository', async () => {
    await claim('run-1');
    await expect(claim('run-2')).rejects.toThrow(
      /exists already: the run http:\/\/portal\/create\/tasks\/run-1 made it.*press Retry/,
    );
  });

  it('lets one of two simultaneous runs win', async () => {
    const results = await Promise.allSettled([claim('run-1'), claim('run-2')]);
    expect(results.map(({ status }) => status).sort()).toEqual([
      'fulfilled',
      'rejected',
    ]);
    expect(github.repositories.size).toBe(1);
  });

  it('refuses a repository that nobody of the portal made', async () => {
    github.addRepository('returns-api', { homepage: 'https://acme.example' });
    await expect(claim('run-1')).rejects.toThrow(
      /no run of this portal made it: choose another name/,
    );
  });

  it('passes on a refusal that has nothing to do with the name', async () => {
    github.faults.set(CREATE, [
      { status: 422, body: { message: 'Visibility is not allowed' } },
    ]);
    await expect(claim('run-1')).rejects.toThrow('Visibility is not allowed');
  });

  it('waits as long as GitHub asks, and no longer than the budget', async () => {
    const limited = {
      status: 429,
      body: { message: 'slow down' },
      headers: { 'retry-after': '1' },
    };
    github.faults.set(CREATE, [limited]);
    const before = Date.now();
    await claim('run-1');
    expect(Date.now() - before).toBeGreaterThanOrEqual(990);

    github.faults.set(CREATE, [
      { ...limited, headers: { 'retry-after': '3600' } },
    ]);
    await expect(claim('run-2')).rejects.toThrow('slow down');
  });

  it('gives up when GitHub stays down', async () => {
    github.faults.set(
      CREATE,
      Array.from({ length: 20 }, () => ({ status: 503, body: {} })),
    );
    await expect(claim('run-1', 2000)).rejects.toMatchObject({ status: 503 });
    expect(github.calls.length).toBeGreaterThan(1);
  });
});
