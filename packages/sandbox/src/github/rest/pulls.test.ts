import { startTestSandbox, TestSandbox } from '../../__testUtils__/testSandbox';

// Real servers and real git: slow machines need patience.
jest.setTimeout(30_000);

describe('REST API: pull requests', () => {
  let sandbox: TestSandbox;
  const shop = { owner: 'acme', repo: 'shop' };

  beforeAll(async () => {
    sandbox = await startTestSandbox();
  });
  afterAll(async () => {
    await sandbox.stop();
  });

  async function branchWith(branch: string, path: string, content: string) {
    const client = sandbox.client();
    const main = await client.rest.git.getRef({ ...shop, ref: 'heads/main' });
    await client.rest.git.createRef({
      ...shop,
      ref: `refs/heads/${branch}`,
      sha: main.data.object.sha,
    });
    const known = await client.rest.repos
      .getContent({ ...shop, path, ref: branch })
      .then(({ data }) => (data as { sha: string }).sha)
      .catch(() => undefined);
    await client.rest.repos.createOrUpdateFileContents({
      ...shop,
      path,
      branch,
      message: `Write ${path}`,
      content: Buffer.from(content).toString('base64'),
      sha: known,
    });
  }

  it('shows the pull requests of the seed', async () => {
    const client = sandbox.client();
    const list = await client.rest.pulls.list(shop);
    expect(list.data).toHaveLength(1);
    const number = { ...shop, pull_number: 1 };
    const { data } = await client.rest.pulls.get(number);
    expect(data).toMatchObject({
      title: 'Say goodbye',
      user: { login: 'daniel' },
      created_at: '2026-11-01T10:00:00Z',
      mergeable: true,
      mergeable_state: 'clean',
      commits: 1,
      additions: 1,
      deletions: 0,
      changed_files: 1,
    });
    const files = await client.rest.pulls.listFiles(number);
    expect(files.data[0]).toMatchObject({
      filename: 'docs/index.md',
      status: 'modified',
    });
    const commits = await client.rest.pulls.listCommits(number);
    expect(commits.data[0].author).toMatchObject({ login: 'daniel' });
    const reviewers = await client.rest.pulls.listRequestedReviewers(number);
    expect(reviewers.data.users.map(({ login }) => login)).toEqual(['amara']);
    const diff = await client.rest.pulls.get({
      ...number,
      mediaType: { format: 'diff' },
    });
    expect(diff.data).toContain('+Goodbye');
    await expect(
      client.rest.pulls.get({ ...shop, pull_number: 99 }),
    ).rejects.toMatchObject({ status: 404 });
  });

  it('opens, changes, reviews and merges one', async () => {
    const client = sandbox.client();
    await branchWith('feature/pay', 'pay.txt', 'pay\n');
    const opened = await client.rest.pulls.create({
      ...shop,
      title: 'Pay',
      head: 'acme:feature/pay',
      base: 'main',
      body: 'Money',
    });
    const number = { ...shop, pull_number: opened.data.number };
    expect(opened.data.mergeable).toBe(true);
    await expect(
      client.rest.pulls.create({
        ...shop,
        title: 'Pay again',
        head: 'feature/pay',
        base: 'main',
      }),
    ).rejects.toMatchObject({ status: 422, message: /already exists/ });
    await client.rest.pulls.update({
      ...number,
      title: 'Pay now',
      body: 'Soon',
    });
    await client.rest.pulls.requestReviewers({
      ...number,
      reviewers: ['amara'],
      team_reviewers: ['payments'],
    });
    const amara = sandbox.client(await sandbox.tokenFor('amara'));
    await amara.rest.pulls.createReview({ ...number, event: 'APPROVE' });
    const reviews = await client.rest.pulls.listReviews(number);
    expect(reviews.data).toHaveLength(1);
    await client.rest.pulls.removeRequestedReviewers({
      ...number,
      reviewers: [],
      team_reviewers: ['payments'],
    });
    await expect(client.rest.pulls.checkIfMerged(number)).rejects.toMatchObject(
      {
        status: 404,
      },
    );
    const merged = await client.rest.pulls.merge({
      ...number,
      merge_method: 'squash',
    });
    expect(merged.data.merged).toBe(true);
    await client.rest.pulls.checkIfMerged(number);
    const after = await client.rest.pulls.get(number);
    expect(after.data).toMatchObject({
      state: 'closed',
      merged: true,
      merged_by: { login: 'arctiq-portal-bot' },
      merge_commit_sha: merged.data.sha,
    });
    const head = await client.rest.repos.getCommit({ ...shop, ref: 'main' });
    expect(head.data.sha).toBe(merged.data.sha);
    expect(head.data.commit.message).toMatch(/^Pay now \(#2\)/);
    await expect(client.rest.pulls.merge(number)).rejects.toMatchObject({
      status: 405,
    });
  });

  it.each(['merge', 'rebase'] as const)('merges by %s', async method => {
    const client = sandbox.client();
    await branchWith(`by-${method}`, `${method}.txt`, 'x\n');
    const opened = await client.rest.pulls.create({
      ...shop,
      title: method,
      head: `by-${method}`,
      base: 'main',
    });
    const number = { ...shop, pull_number: opened.data.number };
    // The base goes on meanwhile.
    await client.rest.repos.createOrUpdateFileContents({
      ...shop,
      path: `base-${method}.txt`,
      message: 'Go on',
      content: '',
    });
    await client.rest.pulls.merge({ ...number, merge_method: method });
    for (const path of [`${method}.txt`, `base-${method}.txt`]) {
      const file = await client.rest.repos.getContent({ ...shop, path });
      expect(file.data).toMatchObject({ path });
    }
  });

  it('merges texts that were changed apart, and refuses conflicts', async () => {
    const client = sandbox.client();
    const lines = (first: string, last: string) =>
      `${first}\n${'middle\n'.repeat(10)}${last}\n`;
    await branchWith('base-text', 'text.txt', lines('a', 'z'));
    const base = await client.rest.pulls.create({
      ...shop,
      title: 'Text',
      head: 'base-text',
      base: 'main',
    });
    await client.rest.pulls.merge({ ...shop, pull_number: base.data.number });
    await branchWith('first-line', 'text.txt', lines('A', 'z'));
    await branchWith('last-line', 'text.txt', lines('a', 'Z'));
    await branchWith('clash', 'text.txt', lines('X', 'z'));
    const open = async (head: string) => {
      const { data } = await client.rest.pulls.create({
        ...shop,
        title: head,
        head,
        base: 'main',
      });
      return { ...shop, pull_number: data.number };
    };
    const [first, last, clash] = [
      await open('first-line'),
      await open('last-line'),
      await open('clash'),
    ];
    await client.rest.pulls.merge(first);
    await client.rest.pulls.merge(last);
    const { data } = await client.rest.repos.getContent({
      ...shop,
      path: 'text.txt',
      mediaType: { format: 'raw' },
    });
    expect(data).toBe(lines('A', 'Z'));
    const conflict = await client.rest.pulls.get(clash);
    expect(conflict.data).toMatchObject({
      mergeable: false,
      mergeable_state: 'dirty',
    });
    await expect(client.rest.pulls.merge(clash)).rejects.toMatchObject({
      status: 405,
    });
  });

  it('waits for what the protection of the base asks for', async () => {
    const client = sandbox.client();
    await client.rest.repos.updateBranchProtection({
      ...shop,
      branch: 'main',
      required_status_checks: { strict: false, contexts: ['review-bot'] },
      enforce_admins: true,
      required_pull_request_reviews: { required_approving_review_count: 1 },
      restrictions: null,
    });
    const number = { ...shop, pull_number: 1 };
    const before = await client.rest.pulls.get(number);
    expect(before.data.mergeable_state).toBe('blocked');
    await expect(client.rest.pulls.merge(number)).rejects.toMatchObject({
      status: 405,
      message: /approving review/,
    });
    await client.rest.pulls.createReview({ ...number, event: 'APPROVE' });
    await expect(client.rest.pulls.merge(number)).rejects.toMatchObject({
      status: 405,
      message: /review-bot/,
    });
    await client.rest.repos.createCommitStatus({
      ...shop,
      sha: before.data.head.sha,
      state: 'success',
      context: 'review-bot',
    });
    await client.rest.pulls.merge(number);
    await client.rest.repos.deleteBranchProtection({ ...shop, branch: 'main' });
  });

  it('closes with its branch and opens again', async () => {
    const client = sandbox.client();
    await branchWith('short-lived', 'short.txt', 'x');
    const { data } = await client.rest.pulls.create({
      ...shop,
      title: 'Short',
      head: 'short-lived',
      base: 'main',
      draft: true,
    });
    const number = { ...shop, pull_number: data.number };
    await client.rest.pulls.update({ ...number, state: 'closed' });
    const open = await client.rest.pulls.update({ ...number, state: 'open' });
    expect(open.data).toMatchObject({ state: 'open', draft: true });
    await expect(client.rest.pulls.merge(number)).rejects.toMatchObject({
      status: 405,
    });
    await client.rest.git.deleteRef({ ...shop, ref: 'heads/short-lived' });
    const closed = await client.rest.pulls.get(number);
    expect(closed.data.state).toBe('closed');
    const files = await client.rest.pulls.listFiles(number);
    expect(files.data).toHaveLength(1);
    await expect(
      client.rest.pulls.update({ ...number, state: 'open' }),
    ).rejects.toMatchObject({ status: 422 });
  });

  it.each([
    ['no such head', { head: 'nope' }],
    ['no such base', { base: 'nope' }],
    ['nothing new', { head: 'main' }],
    ['a head like an option', { head: '--all' }],
  ])('refuses to open one with %s', async (_, change) => {
    await expect(
      sandbox.client().rest.pulls.create({
        ...shop,
        title: 'x',
        head: 'goodbye',
        base: 'main',
        ...change,
      }),
    ).rejects.toMatchObject({ status: 422 });
  });
});
