import {
  classify,
  comparePullRequests,
  Viewer,
} from '@arctiq/plugin-pull-requests-common';
import { TestDatabaseId } from '@backstage/backend-test-utils';
import fc from 'fast-check';
import { createTestDatabases, migrate } from '../__testUtils__/databases';
import { pullRequestRecord } from '../__testUtils__/records';
import { PullRequestRecord } from '../types';
import { DatabaseDirectoryStore } from './DatabaseDirectoryStore';
import { DatabasePullRequestStore } from './DatabasePullRequestStore';
import { ListFilter } from './PullRequestStore';

const databases = createTestDatabases();

const components = [
  {
    entityRef: 'component:default/order-service',
    repository: 'arctiq-commerce/order-service',
    title: 'order-service',
    ownerRef: 'group:default/orders',
  },
  // Two components of different owners in one repository.
  {
    entityRef: 'component:default/shop-web',
    repository: 'arctiq-commerce/shop',
    title: 'shop-web',
    ownerRef: 'group:default/storefront',
  },
  {
    entityRef: 'component:default/shop-admin',
    repository: 'arctiq-commerce/shop',
    title: 'shop-admin',
    ownerRef: 'group:default/orders',
  },
];

const amara: Viewer = {
  login: 'amara',
  teamSlugs: ['arctiq-commerce/orders'],
  ownershipRefs: ['user:default/amara', 'group:default/orders'],
};

async function setup(id: TestDatabaseId) {
  const knex = await migrate(await databases.init(id));
  const store = new DatabasePullRequestStore(knex);
  await new DatabaseDirectoryStore(knex).replace({
    components,
    people: [],
    teams: [],
  });
  async function replaceAll(records: PullRequestRecord[]) {
    await knex('review_requests').delete();
    await knex('pull_requests').delete();
    for (const record of records) {
      await store.applyEvent(record);
    }
  }
  return { store, replaceAll };
}

/** What the store has to list, by the rules that hold in the browser too. */
function expectedIds(records: PullRequestRecord[], filter: ListFilter) {
  const { viewer } = filter;
  return records
    .filter(({ closedAt }) => !closedAt)
    .map(record => {
      const own = components.filter(
        ({ repository }) => repository === record.repository.toLowerCase(),
      );
      const attention = classify(
        {
          ...record,
          author: { login: record.authorLogin },
          components: own,
        },
        viewer,
      );
      const requested =
        record.requestedReviewers.includes(viewer.login ?? '') ||
        record.requestedTeams.some(team => viewer.teamSlugs.includes(team));
      const matches =
        (!filter.author || record.authorLogin === viewer.login) &&
        (!filter.reviewer || requested) &&
        (!filter.involves || attention !== undefined) &&
        (!filter.ownerRefs ||
          own.some(({ ownerRef }) => filter.ownerRefs?.includes(ownerRef))) &&
        (!filter.componentRef ||
          own.some(({ entityRef }) => entityRef === filter.componentRef));
      return {
        id: record.id,
        createdAt: record.createdAt.toISOString(),
        attention,
        matches,
      };
    })
    .filter(({ matches }) => matches)
    .sort(comparePullRequests)
    .map(({ id }) => id);
}

const person = fc.constantFrom('amara', 'mei', 'jonas');
const recordsArbitrary = fc
  .uniqueArray(
    fc.record({
      number: fc.integer({ min: 1, max: 40 }),
      repository: fc.constantFrom(
        'arctiq-commerce/order-service',
        'Arctiq-Commerce/Shop',
        'arctiq-commerce/unknown',
      ),
      authorLogin: person,
      draft: fc.boolean(),
      requestedReviewers: fc.uniqueArray(person, { maxLength: 2 }),
      requestedTeams: fc.constantFrom<string[][]>(
        [],
        ['arctiq-commerce/orders'],
        ['o/x'],
      ),
      createdAt: fc.constantFrom(
        new Date('2026-08-01T00:00:00.123Z'),
        new Date('2026-08-02T00:00:00Z'),
        new Date('2026-08-03T00:00:00Z'),
      ),
      closedAt: fc.option(fc.constant(new Date('2026-08-04T00:00:00Z')), {
        nil: undefined,
        freq: 5,
      }),
    }),
    { selector: ({ repository, number }) => `${repository}#${number}` },
  )
  .map(values => values.map(value => pullRequestRecord(value)));

const filterArbitrary: fc.Arbitrary<ListFilter> = fc.record({
  viewer: fc.constantFrom<Viewer[]>(
    amara,
    { ...amara, login: undefined },
    { teamSlugs: [], ownershipRefs: [] },
  ),
  ownerRefs: fc.constantFrom(undefined, [], ['group:default/storefront']),
  componentRef: fc.constantFrom(undefined, 'component:default/shop-admin'),
  author: fc.constantFrom(undefined, 'me' as const),
  reviewer: fc.constantFrom(undefined, 'me' as const),
  involves: fc.constantFrom(undefined, 'me' as const),
  limit: fc.constant(100),
});

describe.each(databases.eachSupportedId())('list on %s', id => {
  it('lists and sorts as the rules of the common package say', async () => {
    const { store, replaceAll } = await setup(id);
    await fc.assert(
      fc.asyncProperty(
        recordsArbitrary,
        fc.array(filterArbitrary, { minLength: 5, maxLength: 5 }),
        async (records, filters) => {
          await replaceAll(records);
          for (const filter of filters) {
            const { items, totalItems } = await store.list(filter);
            expect(items.map(item => item.id)).toEqual(
              expectedIds(records, filter),
            );
            expect(totalItems).toBe(items.length);
          }
        },
      ),
      { numRuns: 40 },
    );
  }, 60_000);

  it('shows every pull request exactly once, page by page', async () => {
    const { store, replaceAll } = await setup(id);
    const records = Array.from({ length: 25 }, (_, index) =>
      pullRequestRecord({
        number: index + 1,
        authorLogin: index % 4 === 0 ? 'amara' : 'mei',
        requestedReviewers: index % 3 === 0 ? ['amara'] : [],
        createdAt: new Date(
          Date.UTC(2026, 7, 1 + (index % 5), 0, 0, 0, index % 2),
        ),
      }),
    );
    await replaceAll(records);
    const filter: ListFilter = { viewer: amara, limit: 4 };
    const seen: string[] = [];
    let after: ListFilter['after'];
    for (let page = 0; page < 7; page++) {
      const { items, totalItems } = await store.list({ ...filter, after });
      expect(totalItems).toBe(25);
      seen.push(...items.map(item => item.id));
      const last = items[items.length - 1];
      after = {
        rank: ['needs-your-review', 'yours', 'your-team'].indexOf(
          last.attention!,
        ),
        createdAt: last.createdAt,
        id: last.id,
      };
    }
    expect(seen).toEqual(expectedIds(records, filter));
    await expect(store.list({ ...filter, after })).resolves.toEqual({
      items: [],
      totalItems: 25,
    });
  });
});
