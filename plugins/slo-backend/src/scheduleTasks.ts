import type {
  AuthService,
  LoggerService,
  RootConfigService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { maintainSlices } from './collector/maintainSlices';
import type { MeasurementCollector } from './collector/MeasurementCollector';
import type { CollectorConfig } from './config/readCollectorConfig';
import type { SloConfig } from './config/readSloConfig';
import type { DefinitionCollector } from './definitions/DefinitionCollector';
import {
  createDeploymentCollector,
  createIncidentCollector,
} from './events/createEventCollectors';
import type { EventStore } from './store/EventStore';
import type { SliceStore } from './store/SliceStore';

/** What {@link scheduleTasks} needs. */
export interface TaskOptions {
  auth: AuthService;
  catalog: CatalogService;
  collecting: CollectorConfig;
  config: SloConfig;
  definitions: DefinitionCollector;
  events: EventStore;
  logger: LoggerService;
  measurements: MeasurementCollector;
  rootConfig: RootConfigService;
  scheduler: SchedulerService;
  slices: SliceStore;
  /** Evaluates all SLOs and tells about changes. */
  update: () => Promise<void>;
}

/** Budgets age even while nothing is measured, and somebody must be told. */
const UPDATE_SCHEDULE = {
  frequency: { minutes: 5 },
  timeout: { minutes: 5 },
  initialDelay: { seconds: 60 },
};
const CLEANING_SCHEDULE = {
  frequency: { hours: 24 },
  timeout: { hours: 1 },
  initialDelay: { minutes: 10 },
};

/** The task that measures. */
const MEASURE_TASK = 'measure';

/** Tasks that read events, as far as the configuration says from where. */
const EVENT_TASKS = {
  deployments: 'collect-deploys',
  incidents: 'collect-incidents',
} as const;

/**
 * Measures and reads events now instead of at the next interval: components that
 * have just got SLOs were left out before.
 *
 * @throws Error when the scheduler cannot be used
 */
export async function triggerReading(
  scheduler: SchedulerService,
  config: SloConfig,
): Promise<void> {
  const keys = ['deployments', 'incidents'] as const;
  const tasks = [
    MEASURE_TASK,
    ...keys.filter(key => config[key]).map(key => EVENT_TASKS[key]),
  ];
  for (const task of tasks) {
    try {
      await scheduler.triggerTask(task);
    } catch (error) {
      // One that runs already sees them soon enough.
      if (!isError(error) || error.name !== 'ConflictError') {
        throw error;
      }
    }
  }
}

/** Schedules all work; each task runs on one replica at a time. */
export async function scheduleTasks(options: TaskOptions): Promise<void> {
  const { scheduler, config, collecting, definitions, measurements } = options;
  const { events, slices, update } = options;

  await scheduler
    .createScheduledTaskRunner(config.definitions.schedule)
    .run({ id: 'read-definitions', fn: signal => definitions.run(signal) });
  await scheduler
    .createScheduledTaskRunner(collecting.schedule)
    .run({ id: MEASURE_TASK, fn: signal => measurements.run(signal) });
  await scheduler
    .createScheduledTaskRunner(UPDATE_SCHEDULE)
    .run({ id: 'update-budgets', fn: update });
  await scheduler.createScheduledTaskRunner(CLEANING_SCHEDULE).run({
    id: 'maintain-slices',
    async fn() {
      const now = Math.floor(Date.now() / 1000);
      const { retention } = collecting;
      await maintainSlices(slices, retention, now);
      await events.prune(now - retention.retentionMonths * 31 * 86_400);
    },
  });

  const deploys = createDeploymentCollector(options);
  if (deploys && config.deployments) {
    await scheduler
      .createScheduledTaskRunner(config.deployments.schedule)
      .run({ id: EVENT_TASKS.deployments, fn: signal => deploys.run(signal) });
  }
  const incidents = createIncidentCollector(options);
  if (incidents && config.incidents) {
    await scheduler
      .createScheduledTaskRunner(config.incidents.schedule)
      .run({ id: EVENT_TASKS.incidents, fn: signal => incidents.run(signal) });
  }
}
