import { DefaultSchedulerService } from '@backstage/backend-defaults/scheduler';
import {
  coreServices,
  createServiceFactory,
  type SchedulerService,
} from '@backstage/backend-plugin-api';
import { metricsServiceRef } from '@backstage/backend-plugin-api/alpha';
import { isError } from '@backstage/errors';

/** What {@link keepIdle} hands on; the task itself is never called. */
function neverRun<T extends { signal?: AbortSignal }>(task: T): T {
  return { ...task, signal: AbortSignal.abort() };
}

/**
 * Opens the database of a scheduler, which brings its tables up to date.
 *
 * @remarks
 * It does so when it first needs them, and a plugin that is kept from working
 * may never get there. Asking for a task that does not exist is the one way
 * that leaves nothing behind.
 */
async function openDatabase(scheduler: SchedulerService): Promise<void> {
  try {
    await scheduler.triggerTask('migrate-only');
  } catch (error) {
    if (!isError(error) || error.name !== 'NotFoundError') {
      throw error;
    }
  }
}

/**
 * Registers tasks and runs none: one whose signal is aborted before it starts is
 * stored and then left alone.
 */
export async function keepIdle(
  scheduler: SchedulerService,
): Promise<SchedulerService> {
  await openDatabase(scheduler);
  return {
    getScheduledTasks: () => scheduler.getScheduledTasks(),
    scheduleTask: task => scheduler.scheduleTask(neverRun(task)),
    createScheduledTaskRunner: schedule => ({
      run: task => scheduler.scheduleTask(neverRun({ ...schedule, ...task })),
    }),
    async triggerTask() {},
    async cancelTask() {},
  };
}

/** Takes the place of the scheduler while only tables are brought up to date. */
export const idleScheduler = createServiceFactory({
  service: coreServices.scheduler,
  deps: {
    database: coreServices.database,
    logger: coreServices.logger,
    rootLifecycle: coreServices.rootLifecycle,
    httpRouter: coreServices.httpRouter,
    pluginMetadata: coreServices.pluginMetadata,
    metrics: metricsServiceRef,
  },
  factory: deps => keepIdle(DefaultSchedulerService.create(deps)),
});
