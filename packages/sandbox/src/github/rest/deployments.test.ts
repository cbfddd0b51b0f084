import {
  companyNow,
  startCompanySandbox,
} from '../../__testUtils__/companySandbox';

// Real servers and real git: slow machines need patience.
jest.setTimeout(60_000);

const owner = 'arctiq-commerce';
const repo = 'order-service';

describe('deployments', () => {
  let sandbox: Awaited<ReturnType<typeof startCompanySandbox>>;

  beforeAll(async () => {
    sandbox = await startCompanySandbox();
  });
  afterAll(async () => {
    await sandbox.stop();
  });

  it('are the last 60 days of the model, of commits that exist', async () => {
    const { rest, paginate } = sandbox.client();
    const all = await paginate(rest.repos.listDeployments, {
      owner,
      repo,
      environment: 'prod',
      per_page: 5,
    });
    expect(all.length).toBeGreaterThan(8);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    const dates = all.map(({ created_at: date }) => date);
    expect(dates).toEqual([...dates].sort().reverse());
    expect(dates[dates.length - 1] > '2026-09-21').toBe(true);
    // What burns now was deployed before it burned.
    expect(all[0]).toMatchObject({
      description: 'Reserve stock before the fraud check',
      created_at: '2026-11-20T13:51:00Z',
      environment: 'prod',
    });
    for (const sha of new Set(all.map(one => one.sha))) {
      await rest.repos.getCommit({ owner, repo, ref: sha });
    }
    const [first] = all;
    const one = await rest.repos.getDeployment({
      owner,
      repo,
      deployment_id: first.id,
    });
    expect(one.data).toEqual(first);
    const { data: none } = await rest.repos.listDeployments({
      owner,
      repo,
      environment: 'staging',
    });
    expect(none).toEqual([]);
  });

  it('say how they went', async () => {
    const { rest } = sandbox.client();
    const { data } = await rest.repos.listDeployments({
      owner,
      repo,
      per_page: 2,
    });
    const states = await Promise.all(
      data.map(async ({ id }) => {
        const answer = await rest.repos.listDeploymentStatuses({
          owner,
          repo,
          deployment_id: id,
        });
        return answer.data.map(({ state }) => state);
      }),
    );
    expect(states).toEqual([
      ['success', 'in_progress'],
      ['inactive', 'success', 'in_progress'],
    ]);
  });

  it('are none of repositories that the model does not deploy, and unknown ones are not found', async () => {
    const { rest } = sandbox.client();
    const { data } = await rest.repos.listDeployments({ owner, repo: 'shop' });
    expect(data).toEqual([]);
    await expect(
      rest.repos.getDeployment({ owner, repo, deployment_id: 1 }),
    ).rejects.toMatchObject({ status: 404 });
  });

  it('begin with the first release of a service that somebody created', async () => {
    const { rest } = sandbox.client();
    const created = { owner, repo: 'gift-service' };
    await rest.repos.createInOrg({
      org: owner,
      name: created.repo,
      auto_init: true,
    });
    expect((await rest.repos.listDeployments(created)).data).toEqual([]);
    sandbox.clock.now = new Date(companyNow.getTime() + 10 * 60_000);
    const { data } = await rest.repos.listDeployments(created);
    const { data: main } = await rest.repos.getBranch({
      ...created,
      branch: 'main',
    });
    sandbox.clock.now = companyNow;
    expect(data).toMatchObject([
      {
        description: 'First release',
        sha: main.commit.sha,
        environment: 'prod',
      },
    ]);
  });
});
