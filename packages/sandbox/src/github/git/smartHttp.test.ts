import fs from 'node:fs';
import path from 'node:path';
import isomorphicGit from 'isomorphic-git';
import http from 'isomorphic-git/http/node';
import { git, remoteWithToken } from '../../__testUtils__/gitCommand';
import {
  portalToken,
  startTestSandbox,
  TestSandbox,
} from '../../__testUtils__/testSandbox';

// Real servers and real git: slow machines need patience.
jest.setTimeout(60_000);

describe('git over HTTP', () => {
  let sandbox: TestSandbox;
  const shop = { owner: 'acme', repo: 'shop' };

  beforeAll(async () => {
    sandbox = await startTestSandbox();
  });
  afterAll(async () => {
    await sandbox.stop();
  });

  async function clone(name: string, token?: string): Promise<string> {
    const folder = sandbox.folder();
    const remote = token
      ? remoteWithToken(sandbox.url, `acme/${name}`, token)
      : `${sandbox.url}/acme/${name}.git`;
    await git(folder, 'clone', '-q', remote, 'work');
    return path.join(folder, 'work');
  }

  async function commit(work: string, file: string, content = file) {
    fs.writeFileSync(path.join(work, file), content);
    await git(work, 'add', '.');
    await git(work, 'commit', '-q', '-m', `Add ${file}`);
  }

  it('lets anybody clone a public repository, also shallow and without suffix', async () => {
    const work = await clone('shop');
    expect(fs.readFileSync(path.join(work, 'docs/index.md'), 'utf8')).toBe(
      'Hello\n',
    );
    expect(fs.statSync(path.join(work, 'bin/run')).mode % 0o1000).toBe(0o755);
    const log = await git(work, 'log', '--format=%an %aI %s');
    expect(log.trim().split('\n')).toEqual([
      'Amara Okafor 2026-10-01T10:00:00+00:00 Describe shop for the portal',
      'Amara Okafor 2026-01-01T10:00:00+00:00 Start shop',
    ]);
    const folder = sandbox.folder();
    await git(
      folder,
      'clone',
      '-q',
      '--depth=1',
      `${sandbox.url}/acme/shop`,
      'shallow',
    );
    await git(folder, 'ls-remote', `${sandbox.url}/acme/shop`, 'refs/pull/*');
  });

  it('hides other repositories from whoever may not read them', async () => {
    for (const name of ['vault', 'museum', 'nope']) {
      await expect(clone(name)).rejects.toThrow(/could not read Username/);
    }
    const amara = await sandbox.tokenFor('amara');
    await expect(clone('vault', amara)).rejects.toThrow(/not found/);
    const wrong = await fetch(
      `${sandbox.url}/acme/shop.git/info/refs?service=git-upload-pack`,
      { headers: { authorization: 'token wrong' } },
    );
    expect(wrong.status).toBe(401);
    expect(wrong.headers.get('www-authenticate')).toMatch(/^Basic/);
    await clone('vault', await sandbox.tokenFor('daniel'));
    await clone('museum', amara);
  });

  it('takes a push and tells the API of it', async () => {
    const work = await clone('shop', await sandbox.tokenFor('amara'));
    await commit(work, 'one.txt');
    await git(work, 'tag', '-a', 'v1', '-m', 'First');
    await git(work, 'push', '-q', 'origin', 'main', 'v1');
    const client = sandbox.client();
    const head = await client.rest.repos.getCommit({ ...shop, ref: 'main' });
    expect(head.data.commit.message).toBe('Add one.txt');
    const tags = await client.rest.repos.listTags(shop);
    expect(tags.data.map(({ name }) => name)).toEqual(['v1']);
    const tagged = await client.rest.repos.getCommit({ ...shop, ref: 'v1' });
    expect(tagged.data.sha).toBe(head.data.sha);
    const ref = await client.rest.git.getRef({ ...shop, ref: 'tags/v1' });
    expect(ref.data.object.type).toBe('tag');
    const repo = await client.rest.repos.get(shop);
    expect(Date.now() - Date.parse(repo.data.pushed_at)).toBeLessThan(60_000);
    const runs = await client.rest.actions.listWorkflowRunsForRepo(shop);
    expect(runs.data.workflow_runs[0]).toMatchObject({
      event: 'push',
      head_sha: head.data.sha,
      actor: { login: 'amara' },
    });
  });

  it('refuses pushes without a token, without write access, to an archive', async () => {
    const work = await clone('shop');
    await commit(work, 'two.txt');
    await expect(git(work, 'push', 'origin', 'main')).rejects.toThrow(
      /could not read Username/,
    );
    const push = (name: string, token: string) =>
      git(
        work,
        'push',
        remoteWithToken(sandbox.url, `acme/${name}`, token),
        'main:two',
      );
    await expect(
      push('shop', await sandbox.tokenFor('daniel')),
    ).rejects.toThrow(/403/);
    await expect(
      push('museum', await sandbox.tokenFor('amara')),
    ).rejects.toThrow(/403/);
    await expect(push('shop', 'wrong')).rejects.toThrow(/Authentication/);
    await expect(
      sandbox.client().rest.repos.getBranch({ ...shop, branch: 'two' }),
    ).rejects.toMatchObject({ status: 404 });
  });

  it('moves pull requests with their branches', async () => {
    const work = await clone('shop', portalToken);
    await git(work, 'checkout', '-q', 'goodbye');
    await commit(work, 'three.txt');
    await git(work, 'push', '-q', 'origin', 'goodbye');
    const client = sandbox.client();
    const pull = await client.rest.pulls.get({ ...shop, pull_number: 1 });
    expect(pull.data).toMatchObject({ commits: 2, changed_files: 2 });
    await git(work, 'checkout', '-q', 'main');
    await git(work, 'merge', '-q', '--no-edit', 'origin/goodbye');
    await git(work, 'push', '-q', 'origin', 'main');
    const merged = await client.rest.pulls.get({ ...shop, pull_number: 1 });
    expect(merged.data).toMatchObject({ state: 'closed', merged: true });
  });

  it('guards protected branches', async () => {
    const client = sandbox.client();
    const main = { ...shop, branch: 'main' };
    const protect = (enforce: boolean, reviews: boolean) =>
      client.rest.repos.updateBranchProtection({
        ...main,
        required_status_checks: null,
        enforce_admins: enforce,
        required_pull_request_reviews: reviews ? {} : null,
        restrictions: null,
      });
    const amara = await clone('shop', await sandbox.tokenFor('amara'));
    const owner = await clone('shop', portalToken);
    await commit(amara, 'guarded.txt');
    await commit(owner, 'owner.txt');
    await protect(false, true);
    await expect(git(amara, 'push', 'origin', 'main')).rejects.toThrow(
      /GH006: Protected branch update failed for refs\/heads\/main/,
    );
    // Another branch of the same push is not held up.
    await git(amara, 'push', '-q', 'origin', 'main:free');
    await git(owner, 'push', '-q', 'origin', 'main');
    await commit(owner, 'owner2.txt');
    await protect(true, true);
    await expect(git(owner, 'push', 'origin', 'main')).rejects.toThrow(/GH006/);
    await protect(true, false);
    await git(owner, 'push', '-q', 'origin', 'main');
    await git(owner, 'reset', '-q', '--hard', 'HEAD~1');
    await expect(
      git(owner, 'push', '--force', 'origin', 'main'),
    ).rejects.toThrow(/Cannot force-push/);
    await expect(git(owner, 'push', 'origin', ':main')).rejects.toThrow(
      /Cannot delete|refusing/,
    );
    await client.rest.repos.deleteBranchProtection(main);
    await git(owner, 'push', '-q', '--force', 'origin', 'main');
  });

  it('keeps refs of pull requests from being pushed', async () => {
    const work = await clone('shop', portalToken);
    await expect(
      git(work, 'push', 'origin', 'main:refs/pull/7/head'),
    ).rejects.toThrow(/read-only|rejected|declined/);
  });

  it('takes what isomorphic-git pushes, as Backstage does', async () => {
    const client = sandbox.client();
    await client.rest.repos.createInOrg({ org: 'acme', name: 'fresh' });
    const dir = sandbox.folder();
    fs.writeFileSync(path.join(dir, 'README.md'), '# Fresh\n');
    fs.writeFileSync(path.join(dir, 'big.txt'), 'line\n'.repeat(200_000));
    await isomorphicGit.init({ fs, dir, defaultBranch: 'main' });
    await isomorphicGit.add({ fs, dir, filepath: '.' });
    const sha = await isomorphicGit.commit({
      fs,
      dir,
      message: 'Initial commit',
      author: { name: 'Portal', email: 'portal@acme.example' },
    });
    const result = await isomorphicGit.push({
      fs,
      http,
      dir,
      remote: 'origin',
      url: `${sandbox.url}/acme/fresh.git`,
      onAuth: () => ({ username: 'x-access-token', password: portalToken }),
    });
    expect(result.ok).toBe(true);
    const fresh = { owner: 'acme', repo: 'fresh' };
    const commitOnMain = await client.rest.repos.getCommit({
      ...fresh,
      ref: 'main',
    });
    expect(commitOnMain.data.sha).toBe(sha);
    const work = await clone('fresh');
    expect(fs.readdirSync(work).sort()).toEqual([
      '.git',
      'README.md',
      'big.txt',
    ]);
  });

  it('takes pushes that are compressed or sent in chunks', async () => {
    const work = await clone('fresh', portalToken);
    fs.writeFileSync(
      path.join(work, 'random.bin'),
      Buffer.from(
        Array.from({ length: 300_000 }, (_, index) => (index * 7919) % 251),
      ),
    );
    await git(work, 'add', '.');
    await git(work, 'commit', '-q', '-m', 'Random');
    // Above http.postBuffer git sends chunks.
    await git(
      work,
      '-c',
      'http.postBuffer=1000',
      'push',
      '-q',
      'origin',
      'main',
    );
    const again = await clone('fresh');
    expect(fs.existsSync(path.join(again, 'random.bin'))).toBe(true);
  });

  it('serialises pushes at once without losing one', async () => {
    const works = await Promise.all(
      [1, 2, 3].map(() => clone('fresh', portalToken)),
    );
    await Promise.all(
      works.map(async (work, index) => {
        await commit(work, `at-once-${index}.txt`);
        await git(work, 'push', '-q', 'origin', `HEAD:at-once-${index}`);
      }),
    );
    const branches = await sandbox
      .client()
      .rest.repos.listBranches({ owner: 'acme', repo: 'fresh' });
    expect(branches.data).toHaveLength(4);
  });

  it.each([
    '/acme/../shop.git/info/refs?service=git-upload-pack',
    '/acme/%2e%2e%2fgithub.sqlite/info/refs?service=git-upload-pack',
    '/.new/x.git/info/refs?service=git-upload-pack',
    '/acme/shop.git/config',
    '/acme/shop.git/objects/info/packs',
    '/acme/shop.git/info/refs?service=git-shell',
    '/acme/shop.git/HEAD',
  ])('serves nothing at %s', async target => {
    const response = await fetch(`${sandbox.url}${target}`);
    expect([401, 404]).toContain(response.status);
  });
});
