import { fixtureSeed } from '../../__testUtils__/fixtureSeed';
import {
  portalToken,
  startTestSandbox,
  TestSandbox,
} from '../../__testUtils__/testSandbox';
import { repositoryStamp } from './stamp';

// Real servers and real git: slow machines need patience.
jest.setTimeout(60_000);

describe('seeding', () => {
  let sandbox: TestSandbox;
  const write = (repo: string, path: string) =>
    sandbox.client().rest.repos.createOrUpdateFileContents({
      owner: 'acme',
      repo,
      path,
      message: 'x',
      content: '',
    });
  const head = async (repo: string) => {
    const { data } = await sandbox
      .client()
      .rest.repos.getCommit({ owner: 'acme', repo, ref: 'main' });
    return data.sha;
  };
  const names = async () => {
    const { data } = await sandbox
      .client()
      .rest.repos.listForOrg({ org: 'acme', sort: 'full_name' });
    return data.map(({ name }) => name);
  };

  beforeEach(async () => {
    sandbox = await startTestSandbox();
  });
  afterEach(async () => {
    await sandbox.stop();
  });

  it('does nothing on the next start, also when only times differ', async () => {
    const before = await head('shop');
    const created = await sandbox
      .client()
      .rest.repos.get({ owner: 'acme', repo: 'shop' });
    const seed = fixtureSeed();
    for (const repository of seed.repositories) {
      repository.pushedAt = '2026-11-11T11:11:11.000Z';
    }
    await sandbox.restart(seed);
    expect(await head('shop')).toBe(before);
    const after = await sandbox
      .client()
      .rest.repos.get({ owner: 'acme', repo: 'shop' });
    expect(after.data.id).toBe(created.data.id);
  });

  it('follows a changed model but keeps what people made', async () => {
    await sandbox.client().rest.repos.createInOrg({
      org: 'acme',
      name: 'people-made',
      auto_init: true,
    });
    await write('vault', 'by-a-person');
    const vault = await head('vault');
    const shop = await head('shop');
    const seed = fixtureSeed();
    for (const repository of seed.repositories) {
      repository.files[0].content = 'changed\n';
    }
    seed.repositories = seed.repositories.filter(
      ({ name }) => name !== 'museum',
    );
    seed.repositories.push({
      ...seed.repositories[0],
      name: 'added',
      pullRequests: [],
    });
    seed.organization.teams[0].members = ['amara', 'daniel'];
    await sandbox.restart(seed);
    expect(await names()).toEqual(['added', 'people-made', 'shop', 'vault']);
    expect(await head('shop')).not.toBe(shop);
    expect(await head('vault')).toBe(vault);
    const members = await sandbox
      .client()
      .rest.teams.listMembersInOrg({ org: 'acme', team_slug: 'orders' });
    expect(members.data).toHaveLength(2);
  });

  it('does not bring back what a person deleted', async () => {
    await sandbox.client().rest.repos.delete({ owner: 'acme', repo: 'museum' });
    await sandbox.restart();
    expect(await names()).toEqual(['shop', 'vault']);
  });

  it('starts anew on a reset', async () => {
    await sandbox
      .client()
      .rest.repos.createInOrg({ org: 'acme', name: 'people-made' });
    await write('shop', 'by-a-person');
    const response = await fetch(`${sandbox.url}/_sandbox/reset`, {
      method: 'POST',
    });
    expect(response.status).toBe(204);
    expect(await names()).toEqual(['museum', 'shop', 'vault']);
    expect(
      (await sandbox.client(portalToken).rest.users.getAuthenticated()).data
        .login,
    ).toBe('arctiq-portal-bot');
  });

  it('stamps what a repository holds, not when', () => {
    const [a, b] = [fixtureSeed(), fixtureSeed()].map(
      ({ repositories }) => repositories[0],
    );
    b.createdAt = '2020-01-01T00:00:00Z';
    b.pullRequests[0].createdAt = '2020-01-01T00:00:00Z';
    expect(repositoryStamp(a)).toBe(repositoryStamp(b));
    b.pullRequests[0].title = 'Another';
    expect(repositoryStamp(a)).not.toBe(repositoryStamp(b));
  });
});
