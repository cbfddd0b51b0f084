import { defaultPolicy } from '@arctiq/plugin-slo-common';
import { mockServices } from '@backstage/backend-test-utils';
import { createTestDatabases, openStores } from '../__testUtils__/databases';
import {
  sliceSeries,
  sloComponent,
  sloDefinition,
} from '../__testUtils__/slos';
import { StatusUpdater } from './StatusUpdater';

const databases = createTestDatabases();
const NOW = 1_760_000_100;
const WATERMARK = 1_759_999_800;
const names = ['a', 'b', 'c'];
const idOf = (name: string) => `default/${name}/availability`;
const window = {
  kind: 'rolling' as const,
  duration: { value: 1, unit: 'd' as const },
};

async function prepare() {
  const stores = await openStores(await databases.init('SQLITE_3'));
  for (const name of names) {
    const definition = sloDefinition({ component: name, window });
    await stores.definitions.replace(
      sloComponent({ entityRef: definition.entityRef, title: name }),
      [definition],
      [],
      '2025-10-01T00:00:00.000Z',
    );
  }
  await stores.slices.write(
    names.map(name => ({
      key: idOf(name),
      slices: sliceSeries(WATERMARK - 2 * 86_400, WATERMARK, 0.0005),
    })),
  );
  const logger = mockServices.logger.mock();
  const updater = new StatusUpdater({
    ...stores,
    policy: defaultPolicy,
    logger,
  });
  async function statusOf(name: string) {
    return (await stores.statuses.get(idOf(name)))?.summary.status;
  }
  return { stores, updater, logger, statusOf };
}

describe('StatusUpdater', () => {
  it('writes the budget of every SLO and what the round found', async () => {
    const { updater, stores, statusOf } = await prepare();
    await updater.update('all', NOW);
    for (const name of names) {
      await expect(statusOf(name)).resolves.toMatchObject({
        watermark: WATERMARK,
        remaining: expect.closeTo(0.5, 9),
        consumed: expect.closeTo(0.5, 9),
        quality: 'complete',
        coverage: 1,
        events: 288_000,
      });
    }
    const [{ measured }] = await stores.statuses.all({});
    expect(measured).toEqual([
      {
        target: '0.999',
        sums: expect.objectContaining({
          total: 288_000_000,
          good: 287_856_000,
        }),
      },
    ]);
    await expect(stores.statuses.round()).resolves.toMatchObject({
      asOf: new Date(WATERMARK * 1000).toISOString(),
      evaluatedAt: new Date(NOW * 1000).toISOString(),
      reason: undefined,
    });
  });

  it('evaluates only what it is asked for', async () => {
    const { updater, statusOf, stores } = await prepare();
    await updater.update([idOf('b'), 'default/unknown/x'], NOW);
    await expect(statusOf('a')).resolves.toBeUndefined();
    await expect(statusOf('b')).resolves.toMatchObject({ state: 'healthy' });
    await expect(stores.statuses.round()).resolves.toMatchObject({
      asOf: undefined,
    });
  });

  it('keeps one that cannot be evaluated from harming the others', async () => {
    const { updater, statusOf, stores, logger } = await prepare();
    await updater.update('all', NOW);
    const poisoned = sloDefinition({ component: 'b', window });
    poisoned.objectives[0].target = 'much';
    await stores.definitions.replace(
      sloComponent({ entityRef: poisoned.entityRef }),
      [poisoned],
      [],
      '2025-10-02T00:00:00.000Z',
    );
    const more = sliceSeries(WATERMARK, WATERMARK + 300, 0);
    await stores.slices.write(
      names.map(name => ({ key: idOf(name), slices: more })),
    );
    await updater.update('all', NOW + 300);
    await expect(statusOf('a')).resolves.toMatchObject({
      watermark: WATERMARK + 300,
    });
    await expect(statusOf('b')).resolves.toMatchObject({
      watermark: WATERMARK,
    });
    await expect(statusOf('c')).resolves.toMatchObject({
      watermark: WATERMARK + 300,
    });
    expect(logger.error).toHaveBeenCalledWith(
      expect.stringContaining('default/b/availability cannot be evaluated'),
    );
    const { reason } = await stores.statuses.round();
    expect(reason).toContain('1 could not be evaluated');
  });

  it('says that figures are old when nothing is measured any more, and forgets what is gone', async () => {
    const { updater, statusOf, stores } = await prepare();
    await stores.definitions.retire(
      ['component:default/c'],
      '2025-10-02T00:00:00.000Z',
    );
    await updater.update('all', NOW + 90_000);
    await expect(statusOf('a')).resolves.toMatchObject({
      quality: 'stale',
      watermark: WATERMARK,
    });
    await expect(statusOf('c')).resolves.toBeUndefined();
    const { reason } = await stores.statuses.round();
    expect(reason).toContain('2 of 2 SLOs have figures that are older');
    expect(reason).toContain(
      `measured up to ${new Date(WATERMARK * 1000).toISOString()}`,
    );
  });
});
