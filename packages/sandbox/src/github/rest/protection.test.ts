import { startTestSandbox, TestSandbox } from '../../__testUtils__/testSandbox';

// Real servers and real git: slow machines need patience.
jest.setTimeout(30_000);

describe('REST API: branches, protection and statuses', () => {
  let sandbox: TestSandbox;
  const shop = { owner: 'acme', repo: 'shop' };
  const main = { ...shop, branch: 'main' };

  beforeAll(async () => {
    sandbox = await startTestSandbox();
  });
  afterAll(async () => {
    await sandbox.stop();
  });

  it('lists and shows branches', async () => {
    const client = sandbox.client();
    const list = await client.rest.repos.listBranches(shop);
    expect(list.data.map(({ name }) => name)).toEqual(['goodbye', 'main']);
    const branch = await client.rest.repos.getBranch(main);
    expect(branch.data.protected).toBe(false);
    await expect(
      client.rest.repos.getBranch({ ...shop, branch: 'nope' }),
    ).rejects.toMatchObject({ status: 404, message: /Branch not found/ });
    await client.rest.repos.listTags(shop);
  });

  it('protects, shows and frees a branch', async () => {
    const client = sandbox.client();
    await expect(
      client.rest.repos.getBranchProtection(main),
    ).rejects.toMatchObject({ status: 404, message: /Branch not protected/ });
    await client.rest.repos.updateBranchProtection({
      ...main,
      required_status_checks: { strict: true, contexts: ['test'] },
      enforce_admins: true,
      required_pull_request_reviews: {
        required_approving_review_count: 2,
        require_code_owner_reviews: true,
        bypass_pull_request_allowances: { users: ['amara'], teams: ['orders'] },
      },
      restrictions: { users: ['amara'], teams: ['orders'] },
      required_linear_history: true,
      mediaType: { previews: ['luke-cage'] },
    });
    const { data } = await client.rest.repos.getBranchProtection(main);
    expect(data).toMatchObject({
      enforce_admins: { enabled: true },
      required_status_checks: { contexts: ['test'], strict: true },
      required_pull_request_reviews: { required_approving_review_count: 2 },
      required_linear_history: { enabled: true },
    });
    await client.rest.repos.createCommitSignatureProtection(main);
    const signatures = await client.rest.repos.getCommitSignatureProtection(
      main,
    );
    expect(signatures.data.enabled).toBe(true);
    await client.rest.repos.deleteCommitSignatureProtection(main);
    const branch = await client.rest.repos.getBranch(main);
    expect(branch.data.protected).toBe(true);
    const list = await client.rest.repos.listBranches({
      ...shop,
      protected: true,
    });
    expect(list.data).toHaveLength(1);
    await client.rest.repos.deleteBranchProtection(main);
    await expect(
      client.rest.repos.getBranchProtection(main),
    ).rejects.toMatchObject({ status: 404 });
  });

  it('needs an administrator and an existing branch', async () => {
    const protection = {
      required_status_checks: null,
      enforce_admins: null,
      required_pull_request_reviews: null,
      restrictions: null,
    };
    const daniel = sandbox.client(await sandbox.tokenFor('daniel'));
    await expect(
      daniel.rest.repos.updateBranchProtection({ ...main, ...protection }),
    ).rejects.toMatchObject({ status: 403 });
    const client = sandbox.client();
    await expect(
      client.rest.repos.updateBranchProtection({
        ...shop,
        branch: 'nope',
        ...protection,
      }),
    ).rejects.toMatchObject({ status: 404 });
    await expect(
      client.request('PUT /repos/{owner}/{repo}/branches/{branch}/protection', {
        ...main,
        enforce_admins: 'yes',
      } as never),
    ).rejects.toMatchObject({ status: 422 });
  });

  it('guards the branch against changes through the API', async () => {
    const client = sandbox.client();
    const amara = sandbox.client(await sandbox.tokenFor('amara'));
    const protect = (enforce: boolean) =>
      client.rest.repos.updateBranchProtection({
        ...main,
        required_status_checks: null,
        enforce_admins: enforce,
        required_pull_request_reviews: { required_approving_review_count: 1 },
        restrictions: null,
      });
    const write = (by: typeof client, path: string) =>
      by.rest.repos.createOrUpdateFileContents({
        ...main,
        path,
        message: 'x',
        content: '',
      });
    await protect(false);
    await expect(write(amara, 'by-amara')).rejects.toMatchObject({
      status: 409,
    });
    await write(client, 'by-owner');
    await protect(true);
    await expect(write(client, 'by-owner-2')).rejects.toMatchObject({
      status: 409,
    });
    await client.rest.repos.deleteBranchProtection(main);
  });

  it('combines commit statuses', async () => {
    const client = sandbox.client();
    const branch = await client.rest.repos.getBranch(main);
    const { sha } = branch.data.commit;
    const none = await client.rest.repos.getCombinedStatusForRef({
      ...shop,
      ref: 'main',
    });
    expect(none.data).toMatchObject({ state: 'pending', sha });
    for (const state of ['failure', 'success'] as const) {
      await client.rest.repos.createCommitStatus({
        ...shop,
        sha,
        state,
        context: 'lint',
        description: 'checked',
        target_url: 'https://ci.example/1',
      });
    }
    const combined = await client.rest.repos.getCombinedStatusForRef({
      ...shop,
      ref: sha,
    });
    expect(combined.data).toMatchObject({ state: 'success', total_count: 1 });
    const all = await client.rest.repos.listCommitStatusesForRef({
      ...shop,
      ref: sha,
    });
    expect(all.data).toHaveLength(2);
  });
});
