import { FakeGitHub } from '../__testUtils__/FakeGitHub';
import { openSession } from '../__testUtils__/openSession';
import { ClaimedRepository } from './claimRepository';
import { RepositoryPublisher, RepositorySetup } from './RepositoryPublisher';

const TRAILER = 'Portal-Run: http://portal/create/tasks/run-1';
const PROTECT = 'PUT /repos/acme/returns-api/branches/main/protection';
const TEAM = 'PUT /orgs/acme/teams/orders/repos/acme/returns-api';
const TOPICS = 'PUT /repos/acme/returns-api/topics';
const COMMITS = 'GET /repos/acme/returns-api/commits';

const setup: RepositorySetup = {
  teamSlug: 'orders',
  topics: ['golden-path'],
  requiredChecks: ['verify'],
  trailer: TRAILER,
};

describe('RepositoryPublisher', () => {
  let github: FakeGitHub;

  beforeEach(async () => {
    github = await FakeGitHub.start();
    github.addRepository('returns-api');
  });
  afterEach(() => github.stop());

  async function publish(
    options: { isNew?: boolean; push?: () => Promise<string> } = {},
  ) {
    const { octokit, logger } = await openSession(github.host, 1000);
    const push = jest.fn(options.push ?? (async () => 'pushed'));
    const repository: ClaimedRepository = {
      owner: 'acme',
      name: 'returns-api',
      htmlUrl: 'http://github/acme/returns-api',
      cloneUrl: 'http://github/acme/returns-api.git',
      createdAt: '2026-01-02T03:04:05Z',
      isNew: options.isNew ?? true,
    };
    const publisher = new RepositoryPublisher({ octokit, logger, push });
    return {
      push,
      logger,
      result: await publisher.publish(repository, setup).then(
        hash => ({ hash }),
        (error: Error) => ({ error }),
      ),
    };
  }

  it('pushes, gives access, sets topics and protects main', async () => {
    const { result, logger } = await publish();
    expect(result).toEqual({ hash: 'pushed' });
    expect(github.calls).toEqual([TEAM, TOPICS, PROTECT]);
    expect(github.bodies.get(TEAM)).toEqual({ permission: 'maintain' });
    expect(github.bodies.get(TOPICS)).toEqual({ names: ['golden-path'] });
    expect(github.bodies.get(PROTECT)).toMatchObject({
      required_status_checks: { strict: true, contexts: ['verify'] },
      enforce_admins: false,
      required_pull_request_reviews: { require_code_owner_reviews: true },
      allow_force_pushes: false,
    });
    expect(logger.info).toHaveBeenCalledTimes(4);
    expect(logger.info).toHaveBeenCalledWith(
      expect.stringContaining('http://github/acme/returns-api/commits/main'),
    );
  });

  it('does not push again what an earlier attempt pushed', async () => {
    github.commits = ['later change', `feat: create\n\n${TRAILER}\n`];
    const { result, push } = await publish({ isNew: false });
    expect(result).toEqual({ hash: 'sha1' });
    expect(push).not.toHaveBeenCalled();
    expect(github.calls).toEqual([COMMITS, TEAM, TOPICS, PROTECT]);
  });

  it('pushes when the earlier attempt came to nothing', async () => {
    expect((await publish({ isNew: false })).push).toHaveBeenCalledTimes(1);
    github.commits = ["another run's commit"];
    expect((await publish({ isNew: false })).push).toHaveBeenCalledTimes(1);
  });

  it('says what exists, what is done and what is left', async () => {
    github.faults.set(TOPICS, [
      { status: 403, body: { message: 'Resource not accessible' } },
    ]);
    const { result } = await publish();
    expect(result).toEqual({ error: expect.any(Error) });
    const { message } = (result as { error: Error }).error;
    expect(message).toBe(
      'Topics failed: GitHub refused the call (HTTP 403: Resource not accessible). ' +
        'The repository http://github/acme/returns-api exists. ' +
        'Done: First commit on main; Access of the team orders (maintain). ' +
        'Not done: Topics; Protection of main. ' +
        'Press Retry on the page of this run: it continues where it stopped and does not make a second repository.',
    );
  });

  it('passes on the words of a failed push', async () => {
    const { result } = await publish({
      push: async () => {
        throw new Error('GitHub did not answer in time');
      },
    });
    expect((result as { error: Error }).error.message).toMatch(
      /^First commit on main failed: GitHub did not answer in time\. .*Done: nothing\. /,
    );
    expect(github.calls).toEqual([COMMITS]);
  });

  it('takes the commit of the same run in another process', async () => {
    github.commits = [`feat: create\n\n${TRAILER}\n`];
    const { result } = await publish({
      push: async () => {
        throw new Error('GitHub refused the call');
      },
    });
    expect(result).toEqual({ hash: 'sha0' });
  });

  it('waits until GitHub knows the branch that was pushed', async () => {
    github.faults.set(PROTECT, [
      { status: 404, body: { message: 'Branch not found' } },
    ]);
    const { result } = await publish();
    expect(result).toEqual({ hash: 'pushed' });
    expect(github.calls.filter(call => call === PROTECT)).toHaveLength(2);
  });
});
