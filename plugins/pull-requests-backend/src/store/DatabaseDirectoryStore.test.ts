import { createTestDatabases, migrate } from '../__testUtils__/databases';
import { DatabaseDirectoryStore } from './DatabaseDirectoryStore';

const databases = createTestDatabases();
const directory = {
  components: [
    {
      entityRef: 'component:default/b',
      repository: 'arctiq/shop',
      title: 'B',
      ownerRef: 'group:default/orders',
    },
    { entityRef: 'component:default/a', repository: 'arctiq/shop', title: 'A' },
  ],
  people: [
    {
      entityRef: 'user:default/amara.okafor',
      login: 'amara-okafor',
      displayName: 'Amara Okafor',
    },
    { entityRef: 'user:default/zoe', login: 'amara-okafor' },
  ],
  teams: [{ entityRef: 'group:default/orders', slug: 'arctiq/orders' }],
};

describe.each(databases.eachSupportedId())(
  'DatabaseDirectoryStore on %s',
  id => {
    it('tells components, people and viewers', async () => {
      const store = new DatabaseDirectoryStore(
        await migrate(await databases.init(id)),
      );
      await store.replace(directory);
      await expect(
        store.componentsOf(['arctiq/shop', 'arctiq/none']),
      ).resolves.toEqual(
        new Map([
          [
            'arctiq/shop',
            [
              { entityRef: 'component:default/a', title: 'A' },
              {
                entityRef: 'component:default/b',
                title: 'B',
                ownerRef: 'group:default/orders',
              },
            ],
          ],
        ]),
      );
      await expect(store.peopleOf(['amara-okafor', 'x'])).resolves.toEqual(
        new Map([['amara-okafor', directory.people[0]]]),
      );
      await expect(
        store.viewerOf('user:default/amara.okafor', ['group:default/orders']),
      ).resolves.toEqual({
        login: 'amara-okafor',
        teamSlugs: ['arctiq/orders'],
        ownershipRefs: ['group:default/orders'],
      });
      await expect(store.viewerOf('user:default/guest', [])).resolves.toEqual({
        teamSlugs: [],
        ownershipRefs: [],
      });
    });

    it('replaces everything, also by more than one statement can hold', async () => {
      const store = new DatabaseDirectoryStore(
        await migrate(await databases.init(id)),
      );
      await store.replace(directory);
      await store.replace({
        components: Array.from({ length: 1500 }, (_, index) => ({
          entityRef: `component:default/c${index}`,
          repository: `arctiq/r${index}`,
          title: `C${index}`,
          ownerRef: 'group:default/orders',
        })),
        people: [],
        teams: [],
      });
      const found = await store.componentsOf([
        'arctiq/shop',
        'arctiq/r0',
        'arctiq/r1499',
      ]);
      expect([...found.keys()].sort()).toEqual(['arctiq/r0', 'arctiq/r1499']);
      await expect(store.peopleOf(['amara-okafor'])).resolves.toEqual(
        new Map(),
      );
    });

    it('keeps what it had when the new directory cannot be stored', async () => {
      const store = new DatabaseDirectoryStore(
        await migrate(await databases.init(id)),
      );
      await store.replace(directory);
      const [component] = directory.components;
      await expect(
        store.replace({ ...directory, components: [component, component] }),
      ).rejects.toThrow();
      const found = await store.componentsOf(['arctiq/shop']);
      expect(found.get('arctiq/shop')).toHaveLength(2);
    });
  },
);
