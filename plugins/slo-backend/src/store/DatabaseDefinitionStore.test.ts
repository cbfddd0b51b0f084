import { createTestDatabases, openStores } from '../__testUtils__/databases';
import { sloComponent, sloDefinition } from '../__testUtils__/slos';

const databases = createTestDatabases();
const [first, second, third] = [1, 2, 3].map(
  day => `2026-11-0${day}T10:00:00.000Z`,
);
const component = sloComponent();
const { entityRef } = component;
const definition = sloDefinition();

describe.each(databases.eachSupportedId())(
  'DatabaseDefinitionStore on %s',
  id => {
    async function prepare() {
      const { definitions } = await openStores(await databases.init(id));
      await definitions.replace(component, [definition], [], first);
      return definitions;
    }

    it('keeps what it is given', async () => {
      const store = await prepare();
      const stored = { definition, component, revision: 1, since: first };
      await expect(store.active()).resolves.toEqual([stored]);
      await expect(store.get(definition.id)).resolves.toEqual(stored);
      await expect(store.get('default/x/y')).resolves.toBeUndefined();
      await expect(store.components()).resolves.toEqual([component]);
    });

    it.each([
      ['the same again', definition],
      [
        'another line of the file',
        { ...definition, source: { file: 'b', line: 9 } },
      ],
      [
        'fields in another order',
        Object.fromEntries(Object.entries(definition).reverse()) as never,
      ],
    ])('keeps the revision for %s', async (_, next) => {
      const store = await prepare();
      await store.replace(component, [next], [], second);
      await expect(store.get(definition.id)).resolves.toEqual({
        definition: next,
        component,
        revision: 1,
        since: first,
      });
    });

    it('counts edits up and keeps what was before', async () => {
      const store = await prepare();
      const edited = { ...definition, displayName: 'Answered' };
      await store.replace(component, [edited], [], second);
      await store.replace(component, [], [], second);
      await expect(store.active()).resolves.toEqual([]);
      await store.replace(component, [edited], [], third);
      await expect(store.get(definition.id)).resolves.toMatchObject({
        revision: 2,
        since: second,
      });
      await expect(store.revisions(definition.id)).resolves.toEqual([
        { revision: 2, since: second, definition: edited },
        { revision: 1, since: first, definition },
      ]);
    });

    it('takes over what the catalog says of the component', async () => {
      const store = await prepare();
      const moved = { entityRef, title: 'Orders', ownerRef: 'group:default/b' };
      await store.replace(moved, [definition], [], second);
      const stored = await store.get(definition.id);
      expect(stored?.component).toEqual({
        ...moved,
        systemRef: undefined,
        tier: undefined,
      });
    });

    it('retires components and keeps their history', async () => {
      const store = await prepare();
      const reading = { entityRef, file: 'f', problems: [] };
      await store.replace(component, [definition], [reading], second);
      await store.retire([entityRef], third);
      await expect(store.active()).resolves.toEqual([]);
      await expect(store.components()).resolves.toEqual([]);
      await expect(store.readings()).resolves.toEqual([]);
      await expect(store.revisions(definition.id)).resolves.toHaveLength(1);
    });

    it('replaces what was read of the files of a component', async () => {
      const store = await prepare();
      const reading = {
        entityRef,
        file: 'https://github.test/o/r/slo.yaml',
        etag: '"1"',
        readAt: first,
        problems: [{ file: 'f', message: 'm', severity: 'error' as const }],
      };
      await store.replace(
        component,
        [],
        [{ entityRef, file: 'gone', problems: [] }],
        first,
      );
      await store.replace(component, [], [reading], second);
      await expect(store.reading(entityRef)).resolves.toEqual([reading]);
      await expect(store.readings()).resolves.toEqual([reading]);
    });

    it('does not mix the components of two writers', async () => {
      const store = await prepare();
      const other = sloComponent({
        entityRef: 'component:default/cart-service',
      });
      await Promise.all([
        store.replace(
          other,
          [sloDefinition({ component: 'cart-service' })],
          [],
          first,
        ),
        store.replace(component, [{ ...definition, service: 'x' }], [], second),
        store.replace(component, [{ ...definition, service: 'x' }], [], second),
      ]);
      const active = await store.active();
      expect(active.map(item => [item.definition.id, item.revision])).toEqual([
        ['default/cart-service/availability', 1],
        ['default/order-service/availability', 2],
      ]);
    });
  },
);
