import { ServiceUnavailableError } from '@backstage/errors';
import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { RateLimitedError } from '../source/errors';
import { DatabasePullRequestStore } from '../store/DatabasePullRequestStore';
import { migrate } from '../__testUtils__/databases';
import { pullRequestRecord } from '../__testUtils__/records';
import { ListedSource } from '../__testUtils__/ListedSource';
import { PullRequestCollector } from './PullRequestCollector';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const { signal } = new AbortController();
const start = new Date('2026-08-31T12:00:00Z');

async function setup(options: { maxReadings?: number } = {}) {
  const knex = await migrate(await databases.init('SQLITE_3'));
  const store = new DatabasePullRequestStore(knex);
  const source = new ListedSource();
  let now = start;
  const logger = mockServices.logger.mock();
  const collector = new PullRequestCollector({
    ...options,
    source,
    store,
    logger,
    now: () => now,
  });
  return {
    store,
    source,
    logger,
    async collect(at: Date = start) {
      now = at;
      source.reads = [];
      await collector.run(signal);
    },
    async numbers() {
      const { items } = await store.list({
        viewer: { teamSlugs: [], ownershipRefs: [] },
        limit: 1000,
      });
      return items.map(({ number }) => number);
    },
  };
}

const one = pullRequestRecord({ number: 1 });
const two = pullRequestRecord({ number: 2 });
const three = pullRequestRecord({ number: 3 });
const later = new Date('2026-08-31T12:01:00Z');

describe('PullRequestCollector', () => {
  it('collects what is open and then reads only what changed', async () => {
    const { source, store, collect, numbers } = await setup();
    source.open = [one, two];
    await collect();
    await expect(numbers()).resolves.toEqual([1, 2]);
    await expect(store.status()).resolves.toEqual({
      asOf: start,
      quality: 'complete',
    });

    source.open = [
      one,
      { ...two, title: 'New', updatedAt: new Date('2026-08-31T12:00:30Z') },
      three,
    ];
    await collect(later);
    expect(source.reads.sort()).toEqual([two.id, three.id]);
    await expect(numbers()).resolves.toEqual([1, 2, 3]);
  });

  it('asks for what it has not read for an hour, and learns of no change', async () => {
    const { source, store, collect } = await setup();
    source.open = [one];
    await collect();
    const muchLater = new Date('2026-08-31T13:00:01Z');
    await collect(muchLater);
    expect(source.reads).toEqual([one.id]);
    const known = await store.known();
    expect(known.get(one.id)?.checkedAt).toEqual(muchLater);
  });

  it('closes what a complete listing lacks', async () => {
    const { source, collect, numbers } = await setup();
    source.open = [one, two, three];
    await collect();
    source.open = [one];
    source.answer = id =>
      id === two.id
        ? {
            state: 'found',
            record: {
              ...two,
              updatedAt: later,
              closedAt: later,
            },
          }
        : undefined;
    await collect(later);
    await expect(numbers()).resolves.toEqual([1]);
  });

  it('keeps what the listing lacks but is still open', async () => {
    const { source, store, collect, numbers } = await setup();
    source.open = [one, two];
    await collect();
    source.shown = [];
    await collect(later);
    await expect(numbers()).resolves.toEqual([1, 2]);
    await expect(store.status()).resolves.toMatchObject({
      quality: 'complete',
    });
  });

  it('does not bring back what the search still lists after it closed', async () => {
    const { source, store, collect, numbers } = await setup();
    source.open = [one];
    await collect();
    await store.applyEvent({ ...one, updatedAt: later, closedAt: later });
    source.answer = () => ({ state: 'found', record: one });
    await collect(later);
    await expect(numbers()).resolves.toEqual([]);
  });

  it('never deletes after a partial listing', async () => {
    const { source, store, logger, collect, numbers } = await setup();
    source.open = [one, two];
    await collect();
    source.open = [{ ...one, title: 'New', updatedAt: later }];
    source.listProblem = new ServiceUnavailableError('GitHub answered 500');
    await collect(later);
    await expect(numbers()).resolves.toEqual([1, 2]);
    expect(source.reads).toEqual([one.id]);
    await expect(store.status()).resolves.toEqual({
      asOf: start,
      quality: 'partial',
      reason: 'GitHub answered 500.',
    });
    expect(logger.warn).toHaveBeenCalledWith(
      'Pull requests are not up to date: GitHub answered 500.',
    );
  });

  it('keeps everything, and its age, while nothing can be listed', async () => {
    const { source, store, collect, numbers } = await setup();
    source.open = [one, two];
    await collect();
    source.shown = [];
    source.listProblem = new ServiceUnavailableError('GitHub is down');
    for (let minute = 1; minute <= 5; minute++) {
      await collect(new Date(start.getTime() + minute * 60_000));
    }
    await expect(numbers()).resolves.toEqual([1, 2]);
    await expect(store.status()).resolves.toEqual({
      asOf: start,
      quality: 'complete',
      reason: 'GitHub is down.',
    });

    source.shown = undefined;
    source.listProblem = undefined;
    const recovered = new Date('2026-08-31T12:06:00Z');
    await collect(recovered);
    await expect(store.status()).resolves.toEqual({
      asOf: recovered,
      quality: 'complete',
    });
  });

  it('calls nothing measured before GitHub was read once', async () => {
    const { source, store, collect } = await setup();
    source.listProblem = new ServiceUnavailableError('GitHub is down');
    await collect();
    await expect(store.status()).resolves.toEqual({
      quality: 'not-measured',
      reason: 'GitHub is down.',
    });
  });

  it('lets one poisoned pull request harm only itself', async () => {
    const { source, store, collect, numbers } = await setup();
    source.open = [one, two, three];
    await collect();
    source.open = source.open.map(record => ({ ...record, updatedAt: later }));
    source.answer = id => {
      if (id === two.id) {
        throw new ServiceUnavailableError('no pull request');
      }
      return undefined;
    };
    await collect(later);
    await expect(numbers()).resolves.toEqual([1, 2, 3]);
    await expect(store.status()).resolves.toEqual({
      asOf: later,
      quality: 'partial',
      reason: '1 pull requests could not be read yet: no pull request.',
    });
    const known = await store.known();
    expect(known.get(one.id)?.updatedAt).toEqual(later);
    expect(known.get(two.id)?.updatedAt).toEqual(two.updatedAt);
  });

  it('leaves a server in peace that fails again and again', async () => {
    const { source, collect, numbers } = await setup();
    source.open = Array.from({ length: 40 }, (_, index) =>
      pullRequestRecord({ number: index + 1 }),
    );
    source.answer = () => {
      throw new ServiceUnavailableError('GitHub answered 503');
    };
    await collect();
    expect(source.reads.length).toBeLessThan(10);
    await expect(numbers()).resolves.toEqual([]);
  });

  it('does not ask before the time that a rate limit names', async () => {
    const { source, store, collect, numbers } = await setup();
    source.open = [one];
    await collect();
    const retryAt = new Date('2026-08-31T12:10:00Z');
    source.open = [one, two, three];
    source.answer = () => {
      throw new RateLimitedError('limited', retryAt);
    };
    await collect(later);
    expect(source.reads.length).toBeLessThanOrEqual(4);
    await expect(store.status()).resolves.toMatchObject({
      notBefore: retryAt,
      quality: 'partial',
    });

    source.answer = undefined;
    const list = jest.spyOn(source, 'list');
    await collect(new Date('2026-08-31T12:09:59Z'));
    expect(list).not.toHaveBeenCalled();
    await collect(retryAt);
    await expect(numbers()).resolves.toEqual([1, 2, 3]);
    await expect(store.status()).resolves.toEqual({
      asOf: retryAt,
      quality: 'complete',
    });
  });

  it('spreads a large organization over several runs', async () => {
    const { source, store, collect, numbers } = await setup({
      maxReadings: 60,
    });
    source.open = Array.from({ length: 100 }, (_, index) =>
      pullRequestRecord({ number: index + 1 }),
    );
    await collect();
    await expect(numbers()).resolves.toHaveLength(60);
    await expect(store.status()).resolves.toMatchObject({
      quality: 'partial',
      reason:
        '40 pull requests could not be read yet and will be read next time.',
    });
    await collect(later);
    await expect(numbers()).resolves.toHaveLength(100);
    await expect(store.status()).resolves.toMatchObject({
      quality: 'complete',
    });
  });

  it('stops when its time is over and keeps what it had', async () => {
    const { source, store } = await setup();
    const controller = new AbortController();
    source.open = [one, two];
    source.answer = () => {
      controller.abort();
      return undefined;
    };
    const collector = new PullRequestCollector({
      source,
      store,
      logger: mockServices.logger.mock(),
      now: () => start,
    });
    await collector.run(controller.signal);
    await expect(store.status()).resolves.toMatchObject({ asOf: start });
    expect((await store.known()).size).toBeGreaterThan(0);
  });

  it('writes nothing after a later collection has begun', async () => {
    const { source, store, collect, numbers } = await setup();
    source.open = [one];
    source.answer = () => undefined;
    const list = source.list.bind(source);
    jest.spyOn(source, 'list').mockImplementationOnce(async () => {
      await store.beginRun();
      return list();
    });
    await expect(collect()).rejects.toThrow('was overtaken by collection');
    await expect(numbers()).resolves.toEqual([]);
  });
});
