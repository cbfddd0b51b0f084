import { DefaultSchedulerService } from '@backstage/backend-defaults/scheduler';
import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import { keepIdle } from './idleScheduler';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const schedule = { frequency: { milliseconds: 10 }, timeout: { seconds: 10 } };

async function prepare() {
  const knex = await databases.init('SQLITE_3');
  const scheduler = DefaultSchedulerService.create({
    database: mockServices.database({ knex }),
    logger: mockServices.logger.mock(),
    rootLifecycle: mockServices.rootLifecycle.mock(),
    httpRouter: mockServices.httpRouter.mock(),
    pluginMetadata: { getId: () => 'example' },
    metrics: metricsServiceMock.mock(),
  });
  return { knex, idle: await keepIdle(scheduler) };
}

describe('keepIdle', () => {
  it('has the tables of the scheduler before any task comes', async () => {
    const { knex } = await prepare();
    await expect(knex('backstage_backend_tasks__tasks')).resolves.toEqual([]);
  });

  it.each(['global', 'local'] as const)(
    'stores a %s task and does not run it',
    async scope => {
      const { knex, idle } = await prepare();
      const fn = jest.fn();
      await idle.scheduleTask({ ...schedule, id: 'one', scope, fn });
      await idle
        .createScheduledTaskRunner({ ...schedule, scope })
        .run({ id: 'two', fn });
      await idle.triggerTask('one');
      await new Promise(resolve => {
        setTimeout(resolve, 200);
      });
      expect(fn).not.toHaveBeenCalled();
      const rows = await knex('backstage_backend_tasks__tasks').select('id');
      expect(rows.map(({ id }) => id).sort()).toEqual(
        scope === 'global' ? ['one', 'two'] : [],
      );
      expect((await idle.getScheduledTasks()).map(({ id }) => id)).toEqual([
        'one',
        'two',
      ]);
    },
  );
});
