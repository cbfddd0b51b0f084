import type { SloState } from '@arctiq/plugin-slo-common';
import { createTestDatabases, openStores } from '../__testUtils__/databases';
import { evaluatedSlo } from '../__testUtils__/slos';
import {
  type StateChange,
  type StatusFilter,
  type StatusPosition,
  type StatusSort,
} from './StatusStore';

const databases = createTestDatabases();
const now = new Date('2026-11-21T15:00:00Z');
const nothing = { tell: [], first: new Map() };

const slos = [
  evaluatedSlo({
    id: 'default/cart/availability',
    ownerRef: 'group:default/cart',
    systemRef: 'system:default/cart',
    status: {
      currentBurn: 6,
      remaining: 0.2,
      state: 'critical',
      countdown: { kind: 'at', time: 500 },
    },
  }),
  evaluatedSlo({
    id: 'default/order/availability',
    status: {
      currentBurn: 0,
      remaining: -0.5,
      state: 'exhausted',
      countdown: { kind: 'exhausted' },
    },
  }),
  evaluatedSlo({
    id: 'default/order/latency',
    tier: 2,
    displayName: '100%_fast',
    status: {
      currentBurn: 1.5,
      remaining: 0.9,
      countdown: { kind: 'survives-window', windowEnd: 900 },
    },
  }),
  evaluatedSlo({
    id: 'default/search/freshness',
    ownerRef: undefined,
    systemRef: 'system:default/search',
    tier: undefined,
    status: {
      currentBurn: undefined,
      remaining: undefined,
      state: 'no-data',
      countdown: { kind: 'unknown' },
    },
  }),
];
const [cart, order, latency, freshness] = slos.map(({ summary }) => summary.id);

const change: StateChange = {
  sloId: cart,
  displayName: 'Availability',
  entityTitle: 'cart',
  ownerRef: 'group:default/cart',
  from: 'healthy',
  to: 'critical',
  title: 't',
  description: 'd',
  severity: 'high',
};

describe.each(databases.eachSupportedId())('DatabaseStatusStore on %s', id => {
  async function prepare() {
    const { statuses } = await openStores(await databases.init(id));
    await statuses.write(slos, nothing, now);
    return statuses;
  }

  it.each<[StatusSort, string[]]>([
    ['burn', [cart, latency, order, freshness]],
    ['remaining', [order, cart, latency, freshness]],
    ['ends', [order, cart, latency, freshness]],
    ['name', [cart, latency, order, freshness]],
  ])(
    'sorts by %s, what is unknown last, and pages without loss',
    async (sort, expected) => {
      const store = await prepare();
      const whole = await store.list({}, { sort, limit: 10 });
      expect(whole.items.map(({ summary }) => summary.id)).toEqual(expected);
      expect(whole.next).toBeUndefined();
      expect(whole.items).toEqual(expect.arrayContaining(slos));
      const found: string[] = [];
      let after: StatusPosition | undefined;
      do {
        const page = await store.list({}, { sort, limit: 1, after });
        expect(page.totalItems).toBe(4);
        found.push(...page.items.map(({ summary }) => summary.id));
        after = page.next;
      } while (after);
      expect(found).toEqual(expected);
    },
  );

  it.each<[StatusFilter, string[]]>([
    [{ ownerRefs: ['group:default/cart'] }, [cart]],
    [{ ownerRefs: [] }, []],
    [{ systemRef: 'system:default/search' }, [freshness]],
    [{ entityRef: 'component:default/order' }, [order, latency]],
    [{ tier: 2 }, [latency]],
    [{ states: ['critical', 'no-data'] }, [cart, freshness]],
    [{ text: 'ORDER avail' }, [order]],
    [{ text: '100%_' }, [latency]],
    [{ text: '%' }, [latency]],
    [{ text: 'system:default/search' }, [freshness]],
    [{ text: '\\' }, []],
    [{ text: "'; drop table statuses" }, []],
    [{ tier: 1, states: ['exhausted'], text: 'order' }, [order]],
  ])('filters by %p', async (filter, expected) => {
    const store = await prepare();
    const { items, totalItems } = await store.list(filter, {
      sort: 'name',
      limit: 10,
    });
    const ids = items.map(({ summary }) => summary.id);
    expect(ids.sort()).toEqual([...expected].sort());
    expect(totalItems).toBe(expected.length);
    const all = await store.all(filter);
    expect(all.map(({ summary }) => summary.id).sort()).toEqual(ids);
  });

  it('counts states by all filters but that of states', async () => {
    const store = await prepare();
    const { states, totalItems } = await store.list(
      { entityRef: 'component:default/order', states: ['healthy'] },
      { sort: 'burn', limit: 10 },
    );
    expect(states).toEqual({ exhausted: 1, healthy: 1 });
    expect(totalItems).toBe(1);
  });

  it('gives back one budget, replaces it and forgets it', async () => {
    const store = await prepare();
    await expect(store.get(cart)).resolves.toEqual(slos[0]);
    const better = evaluatedSlo({ id: cart, status: { state: 'healthy' } });
    await store.write([better], nothing, now);
    await expect(store.get(cart)).resolves.toEqual(better);
    await store.keepOnly([order]);
    await expect(store.get(cart)).resolves.toBeUndefined();
    await expect(store.all({})).resolves.toHaveLength(1);
  });

  it('writes many at once', async () => {
    const { statuses } = await openStores(await databases.init(id));
    const many = Array.from({ length: 1500 }, (_, index) =>
      evaluatedSlo({
        id: `default/s${index}/a`,
        status: { currentBurn: index },
      }),
    );
    await statuses.write(many, nothing, now);
    const { totalItems } = await statuses.list({}, { sort: 'burn', limit: 1 });
    expect(totalItems).toBe(1500);
  });

  it('counts a version with every write', async () => {
    const store = await prepare();
    const { version } = await store.round();
    await store.write([], nothing, now);
    const round = {
      asOf: now.toISOString(),
      evaluatedAt: now.toISOString(),
      reason: 'r',
    };
    await store.endRound(round);
    await expect(store.round()).resolves.toEqual({
      version: version + 2,
      ...round,
    });
  });

  describe('changes', () => {
    const first = new Map<string, SloState>([[cart, 'healthy']]);

    it('are written once, whoever finds them', async () => {
      const store = await prepare();
      await store.write([], { tell: [], first }, now);
      // Two replicas come to the same conclusion at the same time.
      await Promise.all([
        store.write([], { tell: [change], first: new Map() }, now),
        store.write([], { tell: [change], first: new Map() }, now),
      ]);
      await expect(store.told()).resolves.toEqual(
        new Map([[cart, 'critical']]),
      );
      const claims = await Promise.all([
        store.claimChange(now),
        store.claimChange(now),
      ]);
      expect(claims.filter(Boolean)).toEqual([
        { ...change, number: expect.any(Number) },
      ]);
    });

    it('do not overwrite what was told already', async () => {
      const store = await prepare();
      await store.write([], { tell: [], first }, now);
      await store.write(
        [],
        { tell: [], first: new Map([[cart, 'critical']]) },
        now,
      );
      await expect(store.told()).resolves.toEqual(first);
    });

    it('are offered again when their sender died, and no more once sent', async () => {
      const store = await prepare();
      await store.write([], { tell: [], first }, now);
      await store.write([], { tell: [change], first: new Map() }, now);
      const later = (minutes: number) =>
        new Date(now.getTime() + minutes * 60_000);
      await expect(store.claimChange(now)).resolves.toMatchObject(change);
      await expect(store.claimChange(later(4))).resolves.toBeUndefined();
      const again = await store.claimChange(later(6));
      expect(again).toMatchObject(change);
      await store.changeSent(again?.number ?? 0, later(6));
      await expect(store.claimChange(later(60))).resolves.toBeUndefined();
    });

    it('are no news after a day', async () => {
      const store = await prepare();
      await store.write([], { tell: [], first }, now);
      await store.write([], { tell: [change], first: new Map() }, now);
      const tomorrow = new Date(now.getTime() + 25 * 3600_000);
      await expect(store.claimChange(tomorrow)).resolves.toBeUndefined();
    });
  });
});
