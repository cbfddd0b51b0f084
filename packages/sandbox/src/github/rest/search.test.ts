import { startTestSandbox, TestSandbox } from '../../__testUtils__/testSandbox';

// Real servers and real git: slow machines need patience.
jest.setTimeout(30_000);

describe('REST API: issues and search', () => {
  let sandbox: TestSandbox;
  const shop = { owner: 'acme', repo: 'shop' };

  beforeAll(async () => {
    sandbox = await startTestSandbox();
  });
  afterAll(async () => {
    await sandbox.stop();
  });

  it('searches pull requests, repositories and code', async () => {
    const client = sandbox.client();
    const count = async (q: string) => {
      const { data } = await client.rest.search.issuesAndPullRequests({ q });
      return data.total_count;
    };
    expect(await count('org:acme is:pr is:open')).toBe(1);
    expect(await count('is:pr author:daniel repo:acme/shop')).toBe(1);
    expect(await count('is:pr author:amara')).toBe(0);
    expect(await count('is:pr author:amara author:daniel')).toBe(1);
    expect(await count('is:pr review-requested:amara state:open')).toBe(1);
    expect(await count('is:pr -author:daniel')).toBe(0);
    expect(await count('is:issue')).toBe(0);
    expect(await count('goodbye in:title')).toBe(1);
    expect(await count('"say goodbye" label:docs')).toBe(1);
    expect(await count('is:pr created:>=2026-11-01')).toBe(1);
    expect(await count('is:pr created:<2026-11-01')).toBe(0);
    await expect(count('milestone:x')).rejects.toMatchObject({ status: 422 });
    await expect(count(' ')).rejects.toMatchObject({ status: 422 });
    const repos = await client.rest.search.repos({ q: 'org:acme shop' });
    expect(repos.data.items.map(({ name }) => name)).toEqual(['shop']);
    const code = await client.rest.search.code({
      q: 'filename:catalog-info.yaml extension:yaml repo:acme/shop',
    });
    expect(code.data.items.map(({ path }) => path)).toEqual([
      'catalog-info.yaml',
    ]);
    const text = await client.rest.search.code({
      q: '"kind: component" org:acme',
    });
    expect(text.data.total_count).toBe(1);
    const secret = await sandbox
      .anonymous()
      .rest.search.repos({ q: 'org:acme vault' });
    expect(secret.data.total_count).toBe(0);
  });
  it('keeps labels and assignees', async () => {
    const client = sandbox.client();
    const issue = { ...shop, issue_number: 1 };
    await client.rest.issues.addLabels({ ...issue, labels: ['docs', 'small'] });
    const labels = await client.rest.issues.listLabelsOnIssue(issue);
    expect(labels.data.map(({ name }) => name)).toEqual(['docs', 'small']);
    await client.rest.issues.removeLabel({ ...issue, name: 'small' });
    await client.rest.issues.addAssignees({
      ...issue,
      assignees: ['amara', 'nobody'],
    });
    const { data } = await client.rest.issues.get(issue);
    expect(data.assignees?.map(({ login }) => login)).toEqual(['amara']);
    await client.rest.issues.listForRepo({ ...shop, state: 'all' });
    await client.rest.issues.listLabelsForRepo(shop);
  });
});
