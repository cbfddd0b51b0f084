import { startTestSandbox, TestSandbox } from '../../__testUtils__/testSandbox';

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}

// Real servers and real git: slow machines need patience.
jest.setTimeout(30_000);

describe('REST API: git objects, commits and archives', () => {
  let sandbox: TestSandbox;
  const shop = { owner: 'acme', repo: 'shop' };

  beforeAll(async () => {
    sandbox = await startTestSandbox();
  });
  afterAll(async () => {
    await sandbox.stop();
  });

  it('builds a commit from blobs and trees', async () => {
    const client = sandbox.client();
    const main = await client.rest.git.getRef({ ...shop, ref: 'heads/main' });
    const parent = main.data.object.sha;
    const commit = await client.rest.git.getCommit({
      ...shop,
      commit_sha: parent,
    });
    const blob = await client.rest.git.createBlob({
      ...shop,
      content: base64('\0\u0001'),
      encoding: 'base64',
    });
    const read = await client.rest.git.getBlob({
      ...shop,
      file_sha: blob.data.sha,
    });
    expect(read.data.size).toBe(2);
    const tree = await client.rest.git.createTree({
      ...shop,
      base_tree: commit.data.tree.sha,
      tree: [
        { path: 'bin/data', mode: '100644', type: 'blob', sha: blob.data.sha },
        { path: 'hello.txt', mode: '100644', type: 'blob', content: 'hello' },
        { path: 'README.md', mode: '100644', type: 'blob', sha: null },
      ],
    });
    const made = await client.rest.git.createCommit({
      ...shop,
      message: 'By hand',
      tree: tree.data.sha,
      parents: [parent],
    });
    await client.rest.git.createRef({
      ...shop,
      ref: 'refs/heads/feature/by-hand',
      sha: made.data.sha,
    });
    await expect(
      client.rest.git.createRef({
        ...shop,
        ref: 'refs/heads/feature/by-hand',
        sha: made.data.sha,
      }),
    ).rejects.toMatchObject({ status: 422, message: /already exists/ });
    const listed = await client.rest.git.getTree({
      ...shop,
      tree_sha: 'feature/by-hand',
      recursive: 'true',
    });
    const paths = listed.data.tree.map(({ path }) => path);
    expect(paths).toEqual(expect.arrayContaining(['bin/data', 'hello.txt']));
    expect(paths).not.toContain('README.md');
    await client.rest.git.updateRef({
      ...shop,
      ref: 'heads/main',
      sha: made.data.sha,
    });
    await expect(
      client.rest.git.updateRef({ ...shop, ref: 'heads/main', sha: parent }),
    ).rejects.toMatchObject({ status: 422, message: /fast forward/ });
    const matching = await client.rest.git.listMatchingRefs({
      ...shop,
      ref: 'heads/feature',
    });
    expect(matching.data).toHaveLength(1);
    await client.rest.git.deleteRef({ ...shop, ref: 'heads/feature/by-hand' });
    await expect(
      client.rest.git.deleteRef({ ...shop, ref: 'heads/main' }),
    ).rejects.toMatchObject({ status: 422 });
  });

  it.each([
    'refs/heads/../../x',
    'refs/heads/-x',
    'refs/heads/a..b',
    'refs/heads/a b',
    'refs/heads/x.lock',
    'refs/pull/1/head',
    'HEAD',
  ])('refuses the ref %s', async ref => {
    const client = sandbox.client();
    const main = await client.rest.git.getRef({ ...shop, ref: 'heads/main' });
    await expect(
      client.rest.git.createRef({ ...shop, ref, sha: main.data.object.sha }),
    ).rejects.toMatchObject({ status: 422 });
  });

  it.each(['0'.repeat(40), 'x', '--help', 'HEAD\nx'])(
    'finds no object %j',
    async sha => {
      const client = sandbox.client();
      await expect(
        client.rest.git.getBlob({ ...shop, file_sha: sha }),
      ).rejects.toMatchObject({ status: 404 });
      await expect(
        client.rest.git.getTree({ ...shop, tree_sha: sha }),
      ).rejects.toMatchObject({ status: 404 });
      await expect(
        client.rest.git.createTree({
          ...shop,
          base_tree: sha,
          tree: [{ path: 'x', mode: '100644', content: 'x' }],
        }),
      ).rejects.toMatchObject({ status: 422 });
    },
  );

  it('compares and shows commits', async () => {
    const client = sandbox.client();
    const comparison = await client.rest.repos.compareCommitsWithBasehead({
      ...shop,
      basehead: 'main...goodbye',
    });
    expect(comparison.data).toMatchObject({ ahead_by: 1, status: 'diverged' });
    expect(comparison.data.files?.map(({ filename }) => filename)).toEqual([
      'docs/index.md',
    ]);
    const commit = await client.rest.repos.getCommit({
      ...shop,
      ref: 'goodbye',
    });
    expect(commit.data.stats).toEqual({ total: 1, additions: 1, deletions: 0 });
    expect(commit.data.files?.[0].patch).toContain('+Goodbye');
    const sha = await client.rest.repos.getCommit({
      ...shop,
      ref: 'goodbye',
      mediaType: { format: 'sha' },
    });
    expect(sha.data).toBe(commit.data.sha);
    const diff = await client.rest.repos.getCommit({
      ...shop,
      ref: 'goodbye',
      mediaType: { format: 'diff' },
    });
    expect(diff.data).toContain('+Goodbye');
    const short = await client.rest.repos.getCommit({
      ...shop,
      ref: commit.data.sha.slice(0, 8),
    });
    expect(short.data.sha).toBe(commit.data.sha);
    await expect(
      client.rest.repos.getCommit({ ...shop, ref: 'nope' }),
    ).rejects.toMatchObject({ status: 422 });
  });

  it('sends archives where the API says', async () => {
    const archive = await sandbox.client().rest.repos.downloadTarballArchive({
      ...shop,
      ref: 'main',
    });
    const bytes = Buffer.from(archive.data as ArrayBuffer);
    expect(bytes.subarray(0, 2)).toEqual(Buffer.from([0x1f, 0x8b]));
    const zip = await sandbox.client().rest.repos.downloadZipballArchive({
      ...shop,
      ref: 'main',
    });
    expect(
      Buffer.from(zip.data as ArrayBuffer)
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
  });
});
