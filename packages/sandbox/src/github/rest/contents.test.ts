import { startTestSandbox, TestSandbox } from '../../__testUtils__/testSandbox';

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}

// Real servers and real git: slow machines need patience.
jest.setTimeout(30_000);

describe('REST API: contents', () => {
  let sandbox: TestSandbox;
  const shop = { owner: 'acme', repo: 'shop' };

  beforeAll(async () => {
    sandbox = await startTestSandbox();
  });
  afterAll(async () => {
    await sandbox.stop();
  });

  it('reads files, folders and raw bytes', async () => {
    const client = sandbox.client();
    const file = await client.rest.repos.getContent({
      ...shop,
      path: 'docs/sub dir/ünïcode.md',
    });
    const { content } = file.data as { content: string };
    expect(Buffer.from(content, 'base64').toString()).toBe('Hej\n');
    const root = await client.rest.repos.getContent({ ...shop, path: '' });
    expect((root.data as Array<{ name: string }>).map(one => one.name)).toEqual(
      ['.github', 'README.md', 'bin', 'catalog-info.yaml', 'docs'],
    );
    const folder = await client.rest.repos.getContent({
      ...shop,
      path: 'docs',
      ref: 'goodbye',
      mediaType: { format: 'object' },
    });
    expect(folder.data).toMatchObject({ type: 'dir', path: 'docs' });
    const raw = await client.rest.repos.getContent({
      ...shop,
      path: 'docs/index.md',
      ref: 'goodbye',
      mediaType: { format: 'raw' },
    });
    expect(raw.data).toBe('Hello\nGoodbye\n');
    const readme = await client.rest.repos.getReadme(shop);
    expect(readme.data.name).toBe('README.md');
    await client.rest.repos
      .getReadmeInDirectory({ ...shop, dir: '' })
      .catch(() => undefined);
  });

  it.each([
    ['no such file', 'nope.txt', undefined],
    ['no such ref', 'README.md', 'nope'],
    ['a ref like an option', 'README.md', '--output=x'],
    ['a ref with an end of line', 'README.md', 'main\nHEAD'],
    ['a range as a ref', 'README.md', 'main..goodbye'],
    ['a path with a NUL', 'README.md\0', undefined],
    ['a path of git', '.git/config', undefined],
  ])('answers 404 for %s', async (_, path, ref) => {
    await expect(
      sandbox.client().rest.repos.getContent({ ...shop, path, ref }),
    ).rejects.toMatchObject({ status: 404 });
  });

  it.each([
    '../vault/README.md',
    '..%2f..%2fvault.git%2fconfig',
    '%2e%2e/%2e%2e/%2e%2e/etc/passwd',
    'docs/..%5c..%5cx',
    '%2fetc%2fpasswd',
    '%c0%ae%c0%ae',
    '%',
  ])('does not leave the repository by %s', async path => {
    const response = await fetch(
      `${sandbox.api}/repos/acme/shop/contents/${path}`,
    );
    expect([404, 501]).toContain(response.status);
  });

  it('writes, changes and removes a file', async () => {
    const client = sandbox.client();
    const target = { ...shop, path: 'notes/a b.txt' };
    const created = await client.rest.repos.createOrUpdateFileContents({
      ...target,
      message: 'Note something',
      content: base64('one\n'),
      committer: { name: 'Amara Okafor', email: 'amara@acme.example' },
    });
    expect(created.status).toBe(201);
    expect(created.data.commit.author).toMatchObject({ name: 'Amara Okafor' });
    const sha = created.data.content?.sha;
    await expect(
      client.rest.repos.createOrUpdateFileContents({
        ...target,
        message: 'Again',
        content: base64('two\n'),
      }),
    ).rejects.toMatchObject({ status: 422 });
    await expect(
      client.rest.repos.createOrUpdateFileContents({
        ...target,
        message: 'Again',
        content: base64('two\n'),
        sha: '0'.repeat(40),
      }),
    ).rejects.toMatchObject({ status: 409 });
    const changed = await client.rest.repos.createOrUpdateFileContents({
      ...target,
      message: 'Change it',
      content: base64('two\n'),
      sha,
    });
    expect(changed.status).toBe(200);
    const removed = await client.rest.repos.deleteFile({
      ...target,
      message: 'Forget it',
      sha: changed.data.content?.sha ?? '',
    });
    expect(removed.data.content).toBeNull();
    await expect(client.rest.repos.getContent(target)).rejects.toMatchObject({
      status: 404,
    });
    const { data } = await client.rest.repos.listCommits({
      ...shop,
      path: 'notes/a b.txt',
    });
    expect(data.map(one => one.commit.message)).toEqual([
      'Forget it',
      'Change it',
      'Note something',
    ]);
    expect(data[2].author).toMatchObject({ login: 'amara' });
  });

  it.each(['../x', '.git/hooks/update', 'a/../../x', 'a//b', '.GIT/config'])(
    'refuses to write to %s',
    async path => {
      const response = await fetch(
        `${sandbox.api}/repos/acme/shop/contents/${encodeURIComponent(path)}`,
        {
          method: 'PUT',
          headers: { authorization: 'token portal-token' },
          body: JSON.stringify({ message: 'x', content: '' }),
        },
      );
      expect(response.status).toBe(422);
    },
  );

  it('keeps both of two writes at once, or refuses one', async () => {
    const client = sandbox.client();
    const write = (path: string) =>
      client.rest.repos.createOrUpdateFileContents({
        ...shop,
        path,
        message: `Add ${path}`,
        content: base64(path),
      });
    await Promise.all(['w/1', 'w/2', 'w/3', 'w/4'].map(write));
    const { data } = await client.rest.repos.getContent({ ...shop, path: 'w' });
    expect(data).toHaveLength(4);
  });

  it('writes the first file of an empty repository', async () => {
    const client = sandbox.client();
    const empty = { owner: 'acme', repo: 'empty' };
    await client.rest.repos.createInOrg({ org: 'acme', name: 'empty' });
    await expect(
      client.rest.git.getRef({ ...empty, ref: 'heads/main' }),
    ).rejects.toMatchObject({ status: 409 });
    await expect(client.rest.repos.listCommits(empty)).rejects.toMatchObject({
      status: 409,
    });
    await expect(
      client.rest.repos.getContent({ ...empty, path: 'x' }),
    ).rejects.toMatchObject({ status: 404 });
    await client.rest.repos.createOrUpdateFileContents({
      ...empty,
      path: '.gitkeep',
      message: 'Begin',
      content: '',
      branch: 'main',
    });
    const ref = await client.rest.git.getRef({ ...empty, ref: 'heads/main' });
    expect(ref.data.object.type).toBe('commit');
  });
});
