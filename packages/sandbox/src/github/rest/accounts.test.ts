import { startTestSandbox, TestSandbox } from '../../__testUtils__/testSandbox';

// Real servers and real git: slow machines need patience.
jest.setTimeout(30_000);

describe('REST API: accounts and teams', () => {
  let sandbox: TestSandbox;
  const shop = { owner: 'acme', repo: 'shop' };

  beforeAll(async () => {
    sandbox = await startTestSandbox();
  });
  afterAll(async () => {
    await sandbox.stop();
  });

  it('describes itself', async () => {
    const client = sandbox.client();
    await client.rest.meta.root();
    await client.rest.meta.get();
    const { data } = await client.rest.rateLimit.get();
    expect(data.resources.core.limit).toBe(100_000);
    const unversioned = await fetch(`${sandbox.api}/meta`, {
      headers: { 'x-github-api-version': '1999-01-01' },
    });
    expect(unversioned.status).toBe(400);
  });

  it('knows people and organisations', async () => {
    const client = sandbox.client();
    const me = await client.rest.users.getAuthenticated();
    expect(me.data.login).toBe('arctiq-portal-bot');
    const amara = await client.rest.users.getByUsername({ username: 'AMARA' });
    expect(amara.data).toMatchObject({ login: 'amara', type: 'User' });
    const acme = await client.rest.users.getByUsername({ username: 'acme' });
    expect(acme.data.type).toBe('Organization');
    await client.rest.orgs.get({ org: 'acme' });
    const orgs = await client.rest.orgs.listForAuthenticatedUser();
    expect(orgs.data.map(({ login }) => login)).toEqual(['acme']);
    await client.rest.orgs.listForUser({ username: 'amara' });
    const members = await client.rest.orgs.listMembers({ org: 'acme' });
    expect(members.data).toHaveLength(3);
    await client.rest.orgs.checkMembershipForUser({
      org: 'acme',
      username: 'amara',
    });
    const membership = await client.rest.orgs.getMembershipForUser({
      org: 'acme',
      username: 'arctiq-portal-bot',
    });
    expect(membership.data.role).toBe('admin');
    await expect(
      client.rest.users.getByUsername({ username: 'nobody' }),
    ).rejects.toMatchObject({ status: 404 });
  });

  it('knows teams and changes their access', async () => {
    const client = sandbox.client();
    const team = { org: 'acme', team_slug: 'payments' };
    const list = await client.rest.teams.list({ org: 'acme' });
    expect(list.data.map(({ slug }) => slug)).toEqual(['orders', 'payments']);
    const { data } = await client.rest.teams.getByName(team);
    expect(data).toMatchObject({
      members_count: 1,
      parent: { slug: 'orders' },
    });
    await client.rest.teams.listMembersInOrg(team);
    await client.rest.teams.getMembershipForUserInOrg({
      ...team,
      username: 'daniel',
    });
    const access = { ...team, ...shop };
    await expect(
      client.rest.teams.checkPermissionsForRepoInOrg(access),
    ).rejects.toMatchObject({ status: 404 });
    await client.rest.teams.addOrUpdateRepoPermissionsInOrg({
      ...access,
      permission: 'maintain',
    });
    await client.rest.teams.checkPermissionsForRepoInOrg(access);
    const detailed = await client.rest.teams.checkPermissionsForRepoInOrg({
      ...access,
      mediaType: { format: 'repository' },
    });
    expect(detailed.data).toMatchObject({ role_name: 'maintain' });
    const repos = await client.rest.teams.listReposInOrg(team);
    expect(repos.data.map(({ name }) => name)).toEqual(['shop', 'vault']);
    const teams = await client.rest.repos.listTeams(shop);
    expect(teams.data).toHaveLength(2);
    await client.rest.teams.removeRepoInOrg(access);
    await expect(
      sandbox.anonymous().rest.teams.list({ org: 'acme' }),
    ).rejects.toMatchObject({ status: 401 });
  });

  it('says what it does not implement', async () => {
    await expect(
      sandbox.client().request('GET /repos/{owner}/{repo}/pages', shop),
    ).rejects.toMatchObject({
      status: 501,
      message: expect.stringContaining(
        'the sandbox does not implement GET /repos/acme/shop/pages',
      ),
    });
  });
});
