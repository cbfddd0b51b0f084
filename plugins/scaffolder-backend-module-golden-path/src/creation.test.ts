import { createMockDirectory } from '@backstage/backend-test-utils';
import { startGitHub, TestGitHub } from './__testUtils__/startGitHub';
import { startPortal } from './__testUtils__/startPortal';

const values = {
  name: 'returns-api',
  description: 'Takes back what customers return',
  owner: 'group:default/orders',
  system: 'system:default/returns',
  tier: '2',
};

jest.setTimeout(60_000);

describe('creating a service', () => {
  const directory = createMockDirectory();
  let github: TestGitHub;
  let portal: Awaited<ReturnType<typeof startPortal>>;

  beforeAll(async () => {
    github = await startGitHub();
    portal = await startPortal({ githubHost: github.host, directory });
  });
  afterAll(() => github.stop());
  afterEach(() => github.heal());

  async function fileOf(name: string, path: string): Promise<string> {
    const { content } = await github.api(
      `/repos/acme/${name}/contents/${path}`,
    );
    return Buffer.from(content, 'base64').toString('utf8');
  }

  it('ends with a repository and an entity that the person sees', async () => {
    const run = await portal.create(values);
    expect(run).toMatchObject({ status: 'completed', error: undefined });

    const { body: entity } = await portal.entity(
      'component/default/returns-api',
    );
    expect(entity.metadata.description).toBe(values.description);
    expect(entity.relations).toEqual([
      { type: 'ownedBy', targetRef: 'group:default/orders' },
      { type: 'partOf', targetRef: 'system:default/returns' },
    ]);
    expect(await fileOf('returns-api', 'README.md')).toBe(
      'Takes back what customers return\n' +
        'tier 2 of Orders (orders)\n' +
        `${github.url}/acme/returns-api.git http://portal\n`,
    );
    const home = `${github.url}/acme/returns-api`;
    expect(run.output.links).toEqual([
      expect.objectContaining({ entityRef: 'component:default/returns-api' }),
      expect.objectContaining({ title: 'Repository', url: home }),
      expect.objectContaining({ url: '/docs/default/component/returns-api' }),
      expect.objectContaining({ url: `${home}/actions` }),
      expect.objectContaining({ url: `${home}/pulls` }),
    ]);
    expect(run.output.text![0].content).toContain(`git clone ${home}.git`);
    expect(run.log).toContain(`Repository created: ${home}`);
    expect(run.log).toContain(`Protection of main: done, ${home}`);
    expect(run.log).not.toContain('${{');
  });

  it.each([
    '${{ secrets.backstageToken }}',
    '${{ 7*7 }} {{7*7}} {% raw %}',
    '{% for x in range(9) %}x{% endfor %}',
    '"quotes\' and: {yaml: [1]} # &*!',
    '${{ parameters | dump }} `$(id)`',
  ])('keeps typed text as text: %s', async text => {
    const name = `text-${Buffer.from(text).toString('hex').slice(0, 12)}`;
    const description = `${text} in a description`;
    const run = await portal.create({ ...values, name, description });
    expect(run).toMatchObject({ status: 'completed', error: undefined });
    expect(await fileOf(name, 'README.md')).toContain(`${description}\n`);
    const { body } = await portal.entity(`component/default/${name}`);
    expect(body.metadata.description).toBe(description);
    expect(await github.api(`/repos/acme/${name}`)).toMatchObject({
      description,
    });
  });

  it.each([
    ['capitals', { name: 'Returns' }],
    ['64 characters', { name: 'x'.repeat(64) }],
    ['a slash', { name: 'returns/api' }],
    ['a look-alike', { name: 'rеturns' }],
    ['a line break', { description: 'Takes back\nwhat customers return' }],
    ['an unknown tier', { tier: '4' }],
    ['no owner', { owner: undefined }],
  ])('refuses %s before a run starts', async (_name, change) => {
    const { status } = await portal.post({ ...values, ...change });
    expect(status).toBe(400);
  });

  it.each([
    ['a reserved name', { name: 'kubernetes' }, 'is reserved'],
    [
      'a name that exists',
      { name: 'returns-api' },
      'exists already in the catalog',
    ],
    ['an unknown owner', { owner: 'group:default/x' }, 'has no team'],
    ['an unknown system', { system: 'system:default/x' }, 'has no system'],
  ])('ends a run with %s at its first step', async (_name, change, message) => {
    const run = await portal.create({ ...values, name: 'other', ...change });
    expect(run.status).toBe('failed');
    expect(run.error).toContain(message);
    expect(await github.api('/repos/acme/other')).toMatchObject({
      message: 'Not Found',
    });
  });

  it('makes one repository of two runs that start at once', async () => {
    const twin = { ...values, name: 'twin-api' };
    const runs = await Promise.all([portal.create(twin), portal.create(twin)]);
    expect(runs.map(({ status }) => status).sort()).toEqual([
      'completed',
      'failed',
    ]);
    expect(runs.find(({ status }) => status === 'failed')!.error).toMatch(
      /exists already/,
    );
  });

  it('continues a run that failed after it made the repository', async () => {
    const late = { ...values, name: 'late-api' };
    await github.fault({
      method: 'PUT',
      path: '/repos/acme/late-api/branches/',
      mode: 'error',
      status: 403,
    });
    const failed = await portal.create(late);
    expect(failed.status).toBe('failed');
    expect(failed.error).toMatch(/^Protection of main failed: .*Press Retry/);

    const other = await portal.create(late);
    expect(other.status).toBe('failed');
    expect(other.error).toContain(`/create/tasks/${failed.id} made it`);

    await github.heal();
    const { status } = await portal.retry(failed.id);
    expect(status).toBe('completed');
    const commits = await github.api('/repos/acme/late-api/commits');
    expect(commits).toHaveLength(1);
  });

  it('takes the service out of the catalog for its owner', async () => {
    const { status, body } = await portal.unregister(
      'component:default/returns-api',
    );
    expect({ status, body }).toMatchObject({
      status: 200,
      body: { entityRefs: ['component:default/returns-api'] },
    });
    expect((await portal.entity('component/default/returns-api')).status).toBe(
      404,
    );
    expect((await portal.unregister('system:default/returns')).status).toBe(
      409,
    );
  });
});
