import { TestDatabaseId } from '@backstage/backend-test-utils';
import { createTestDatabases, migrate } from '../__testUtils__/databases';
import { pullRequestRecord } from '../__testUtils__/records';
import { PullRequestRecord } from '../types';
import { DatabasePullRequestStore } from './DatabasePullRequestStore';

const databases = createTestDatabases();
const now = new Date('2026-08-31T12:00:00Z');
const everyone = {
  viewer: { teamSlugs: [], ownershipRefs: [] },
  limit: 100,
};

async function setup(id: TestDatabaseId) {
  const knex = await migrate(await databases.init(id));
  const store = new DatabasePullRequestStore(knex);
  async function save(...records: PullRequestRecord[]) {
    await store.saveChecks(
      await store.beginRun(),
      {
        found: records.map(record => ({ record, checkedAt: now, etag: '"1"' })),
        unchanged: [],
        gone: [],
      },
      now,
    );
  }
  async function listed() {
    const { items } = await store.list(everyone);
    return items.map(({ id: key }) => key);
  }
  return { knex, store, save, listed };
}

describe.each(databases.eachSupportedId())(
  'DatabasePullRequestStore on %s',
  id => {
    it('gives back what it was given', async () => {
      const { store, save } = await setup(id);
      const record = pullRequestRecord({
        number: 7,
        repository: 'Arctiq-Commerce/Order-Service',
        title: "Robert'); DROP TABLE pull_requests;-- \u{1F680}",
        draft: true,
        requestedReviewers: ['amara-okafor', 'amara-okafor'],
        requestedTeams: ['arctiq-commerce/orders'],
      });
      await save(record);
      await expect(store.list(everyone)).resolves.toEqual({
        items: [{ ...record, requestedReviewers: ['amara-okafor'] }],
        totalItems: 1,
      });
      await expect(store.known()).resolves.toEqual(
        new Map([
          [
            record.id,
            {
              updatedAt: record.updatedAt,
              open: true,
              checkedAt: now,
              etag: '"1"',
            },
          ],
        ]),
      );
    });

    it('lets reviewers go whose review was given', async () => {
      const { store, save } = await setup(id);
      await save(
        pullRequestRecord({ number: 7, requestedReviewers: ['a', 'b'] }),
      );
      await save(pullRequestRecord({ number: 7, requestedReviewers: ['b'] }));
      const { items } = await store.list(everyone);
      expect(items[0].requestedReviewers).toEqual(['b']);
    });

    it('comes to the same state whatever the order of events', async () => {
      const { store, listed } = await setup(id);
      const opened = pullRequestRecord({ number: 7, title: 'First title' });
      const renamed = {
        ...opened,
        title: 'Second title',
        updatedAt: new Date('2026-08-02T10:00:00Z'),
      };
      const closed = {
        ...renamed,
        updatedAt: new Date('2026-08-02T11:00:00Z'),
        closedAt: new Date('2026-08-02T11:00:00Z'),
      };
      for (const event of [renamed, opened, renamed, opened]) {
        await store.applyEvent(event);
      }
      const { items } = await store.list(everyone);
      expect(items.map(({ title }) => title)).toEqual(['Second title']);
      for (const event of [closed, renamed, opened, closed]) {
        await store.applyEvent(event);
      }
      await expect(listed()).resolves.toEqual([]);
      await store.applyEvent({
        ...renamed,
        updatedAt: new Date('2026-08-02T12:00:00Z'),
      });
      await expect(listed()).resolves.toEqual([opened.id]);
    });

    it('has what an event told read again', async () => {
      const { store, save } = await setup(id);
      const record = pullRequestRecord({ number: 7 });
      await save(record);
      await store.applyEvent(record);
      await expect(store.known()).resolves.toEqual(
        new Map([
          [
            record.id,
            {
              updatedAt: record.updatedAt,
              open: true,
              checkedAt: undefined,
              etag: undefined,
            },
          ],
        ]),
      );
    });

    it('closes what is gone and remembers what is unchanged', async () => {
      const { store, save, listed } = await setup(id);
      const gone = pullRequestRecord({ number: 1 });
      const same = pullRequestRecord({ number: 2 });
      await save(gone, same);
      const later = new Date('2026-08-31T13:00:00Z');
      await store.saveChecks(
        await store.beginRun(),
        { found: [], unchanged: [same.id], gone: [gone.id] },
        later,
      );
      await expect(listed()).resolves.toEqual([same.id]);
      const known = await store.known();
      expect(known.get(same.id)).toMatchObject({
        checkedAt: later,
        etag: '"1"',
      });
      expect(known.get(gone.id)).toMatchObject({ open: false });
    });

    it('lets no overtaken collection write', async () => {
      const { store, listed } = await setup(id);
      const old = await store.beginRun();
      const current = await store.beginRun();
      const found = [
        { record: pullRequestRecord({ number: 7 }), checkedAt: now },
      ];
      const results = { found, unchanged: [], gone: [] };
      const message = `Collection ${old} of pull requests was overtaken by collection ${current}`;
      await expect(store.saveChecks(old, results, now)).rejects.toThrow(
        message,
      );
      await expect(
        store.endRun(old, { quality: 'complete', asOf: now }, now),
      ).rejects.toThrow(message);
      await expect(listed()).resolves.toEqual([]);
      await expect(store.status()).resolves.toEqual({
        quality: 'not-measured',
      });
      await store.saveChecks(current, results, now);
      await expect(listed()).resolves.toHaveLength(1);
    });

    it('gives every collection its own number', async () => {
      const { store } = await setup(id);
      const runs = await Promise.all(
        Array.from({ length: 10 }, () => store.beginRun()),
      );
      expect(new Set(runs).size).toBe(10);
    });

    it('keeps the status of the last collection', async () => {
      const { store } = await setup(id);
      await expect(store.status()).resolves.toEqual({
        quality: 'not-measured',
      });
      const status = {
        asOf: now,
        quality: 'partial' as const,
        reason: 'GitHub is slow.',
        notBefore: new Date('2026-08-31T12:10:00Z'),
      };
      await store.endRun(await store.beginRun(), status, now);
      await expect(store.status()).resolves.toEqual(status);
      await store.endRun(
        await store.beginRun(),
        { asOf: now, quality: 'complete' },
        now,
      );
      await expect(store.status()).resolves.toEqual({
        asOf: now,
        quality: 'complete',
      });
    });

    it('forgets what was closed over thirty days ago, and only that', async () => {
      const { knex, store, save } = await setup(id);
      await save(
        pullRequestRecord({
          number: 1,
          requestedReviewers: ['a'],
          closedAt: new Date('2026-08-01T11:59:59Z'),
        }),
        pullRequestRecord({
          number: 2,
          closedAt: new Date('2026-08-01T12:00:01Z'),
        }),
        pullRequestRecord({
          number: 3,
          createdAt: new Date('2020-01-01T00:00:00Z'),
        }),
      );
      await store.endRun(await store.beginRun(), { quality: 'complete' }, now);
      expect([...(await store.known()).keys()].sort()).toEqual([
        'arctiq-commerce/order-service#2',
        'arctiq-commerce/order-service#3',
      ]);
      await expect(knex('review_requests').select()).resolves.toEqual([]);
    });
  },
);
