import { startTestSandbox, TestSandbox } from '../../__testUtils__/testSandbox';

// Real servers and real git: slow machines need patience.
jest.setTimeout(30_000);

describe('REST API: repositories', () => {
  let sandbox: TestSandbox;
  const shop = { owner: 'acme', repo: 'shop' };

  beforeAll(async () => {
    sandbox = await startTestSandbox();
  });
  afterAll(async () => {
    await sandbox.stop();
  });

  it('creates, changes, renames and deletes a repository', async () => {
    const client = sandbox.client();
    const created = await client.rest.repos.createInOrg({
      org: 'acme',
      name: 'Crate',
      description: 'Holds things',
      // Octokit's types have no internal repositories, though GitHub has.
      ...({ visibility: 'internal' } as object),
      auto_init: true,
    });
    expect(created.status).toBe(201);
    expect(created.data).toMatchObject({
      full_name: 'acme/Crate',
      visibility: 'internal',
      private: true,
      clone_url: `${sandbox.url}/acme/Crate.git`,
    });
    const crate = { owner: 'acme', repo: 'crate' };
    const readme = await client.rest.repos.getReadme(crate);
    expect(Buffer.from(readme.data.content, 'base64').toString()).toBe(
      '# Crate\n\nHolds things\n',
    );
    const updated = await client.rest.repos.update({
      ...crate,
      description: 'Holds more',
      homepage: 'https://acme.example',
      visibility: 'private',
      delete_branch_on_merge: true,
      archived: true,
    });
    expect(updated.data).toMatchObject({
      archived: true,
      visibility: 'private',
      homepage: 'https://acme.example',
    });
    await client.rest.repos.update({ ...crate, archived: false });
    await client.rest.repos.update({ ...crate, name: 'box' });
    await expect(client.rest.repos.get(crate)).rejects.toMatchObject({
      status: 404,
    });
    const box = { owner: 'acme', repo: 'box' };
    await client.rest.repos.getContent({ ...box, path: 'README.md' });
    await client.rest.repos.delete(box);
    await expect(client.rest.repos.get(box)).rejects.toMatchObject({
      status: 404,
    });
    // The name is free again.
    await client.rest.repos.createInOrg({ org: 'acme', name: 'box' });
    await client.rest.repos.delete(box);
  });

  it('makes one of two repositories that are created at once', async () => {
    const client = sandbox.client();
    const results = await Promise.allSettled(
      ['twin', 'TWIN', 'twin', 'twin'].map(name =>
        client.rest.repos.createInOrg({ org: 'acme', name, auto_init: true }),
      ),
    );
    const failures = results.flatMap(result =>
      result.status === 'rejected' ? [result.reason] : [],
    );
    expect(failures).toHaveLength(3);
    for (const failure of failures) {
      expect(failure.status).toBe(422);
      expect(failure.response.data).toEqual({
        message: 'Repository creation failed.',
        errors: [
          {
            resource: 'Repository',
            code: 'custom',
            field: 'name',
            message: 'name already exists on this account',
          },
        ],
        documentation_url: expect.stringContaining('https://docs.github.com/'),
        status: '422',
      });
    }
    const all = await client.paginate(client.rest.repos.listForOrg, {
      org: 'acme',
    });
    expect(all.filter(({ name }) => /^twin$/i.test(name))).toHaveLength(1);
  });

  it.each([
    ['a slash', 'a/b'],
    ['dots', '..'],
    ['one dot', '.'],
    ['101 characters', 'x'.repeat(101)],
    ['a look-alike', 'shоp'],
    ['a space', 'a b'],
    ['a suffix of git', 'shop.git'],
    ['nothing', ''],
    ['a NUL', 'a\0b'],
    ['an end of line', 'a\nb'],
    ['traversal', '../../etc/passwd'],
  ])('refuses a name with %s', async (_, name) => {
    await expect(
      sandbox.client().rest.repos.createInOrg({ org: 'acme', name }),
    ).rejects.toMatchObject({ status: 422 });
  });

  it('takes a name that looks like an option of git as a name', async () => {
    const client = sandbox.client();
    const repo = { owner: 'acme', repo: '--upload-pack=touch' };
    await expect(
      client.rest.repos.createInOrg({ org: 'acme', name: repo.repo }),
    ).rejects.toMatchObject({ status: 422 });
    const dashed = { owner: 'acme', repo: '-rf' };
    await client.rest.repos.createInOrg({
      org: 'acme',
      name: dashed.repo,
      auto_init: true,
    });
    await client.rest.repos.getContent({ ...dashed, path: 'README.md' });
    await client.rest.repos.delete(dashed);
  });

  it('refuses bodies that are no JSON or of wrong types', async () => {
    const send = (body: string) =>
      fetch(`${sandbox.api}/orgs/acme/repos`, {
        method: 'POST',
        headers: { authorization: 'token portal-token' },
        body,
      });
    expect((await send('{')).status).toBe(400);
    expect((await send('[]')).status).toBe(422);
    expect((await send('{"name":{}}')).status).toBe(422);
    expect((await send('')).status).toBe(422);
  });

  it('keeps topics and collaborators', async () => {
    const client = sandbox.client();
    await client.rest.repos.replaceAllTopics({
      ...shop,
      names: ['Web', 'b2c'],
    });
    const topics = await client.rest.repos.getAllTopics(shop);
    expect(topics.data.names).toEqual(['web', 'b2c']);
    await expect(
      client.rest.repos.replaceAllTopics({ ...shop, names: ['no spaces'] }),
    ).rejects.toMatchObject({ status: 422 });
    await client.rest.repos.addCollaborator({
      ...shop,
      username: 'daniel',
      permission: 'triage',
    });
    const permission = await client.rest.repos.getCollaboratorPermissionLevel({
      ...shop,
      username: 'daniel',
    });
    expect(permission.data).toMatchObject({
      permission: 'read',
      role_name: 'triage',
    });
    await client.rest.repos.listCollaborators(shop);
    await client.rest.repos.checkCollaborator({ ...shop, username: 'amara' });
    await client.rest.repos.removeCollaborator({ ...shop, username: 'daniel' });
    await client.rest.repos.listContributors(shop);
  });

  it('keeps autolinks', async () => {
    const client = sandbox.client();
    const created = await client.rest.repos.createAutolink({
      ...shop,
      key_prefix: 'T-',
      url_template: 'https://t.example/<num>',
    });
    const list = await client.rest.repos.listAutolinks(shop);
    expect(list.data).toEqual([created.data]);
    await client.rest.repos.deleteAutolink({
      ...shop,
      autolink_id: created.data.id,
    });
  });

  it('lists in pages with links', async () => {
    const client = sandbox.client();
    const first = await client.rest.repos.listForOrg({
      org: 'acme',
      per_page: 2,
      sort: 'full_name',
    });
    expect(first.data).toHaveLength(2);
    expect(first.headers.link).toMatch(/page=2[^,]*>; rel="next"/);
    expect(first.headers.link).toMatch(/rel="last"/);
    const all = await client.paginate(client.rest.repos.listForOrg, {
      org: 'acme',
      per_page: 1,
    });
    const names = all.map(({ name }) => name.toLowerCase()).sort();
    expect(names).toEqual(['museum', 'shop', 'twin', 'vault']);
    const mine = await client.rest.repos.listForAuthenticatedUser();
    expect(mine.data).toHaveLength(4);
    await client.rest.repos.listForUser({ username: 'acme' });
  });

  it.each(['-1', '0', '1e9', 'NaN', '', 'x'])(
    'survives per_page=%s',
    async perPage => {
      const response = await fetch(
        `${sandbox.api}/orgs/acme/repos?per_page=${perPage}&page=${perPage}`,
      );
      expect(response.status).toBe(200);
    },
  );
});
