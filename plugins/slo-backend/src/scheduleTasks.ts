import type {
  AuthService,
  LoggerService,
  RootConfigService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
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

/** Schedules all work; each task runs on one replica at a time. */
export async function scheduleTasks(options: TaskOptions): Promise<void> {
  const { scheduler, config, collecting, definitions, measurements } = options;
  const { events, slices, update } = options;

  await scheduler
    .createScheduledTaskRunner(config.definitions.schedule)
    .run({ id: 'read-definitions', fn: signal => definitions.run(signal) });
  await scheduler
    .createScheduledTaskRunner(collecting.schedule)
    .run({ id: 'measure', fn: signal => measurements.run(signal) });
  await scheduler
    .createScheduledTaskRunner(UPDATE_SCHEDULE)
    .run({ id: 'update-budgets', fn: update });
  await scheduler.createScheduledTaskRunner(CLEANING_SCHEDULE).run({
    id: 'compact-slices',
    async fn() {
      const now = Math.floor(Date.now() / 1000);
      await slices.compact(now - collecting.compactAfterSeconds);
      await slices.prune(now - collecting.retentionSeconds);
      await events.prune(now - collecting.retentionSeconds);
    },
  });

  const deploys = createDeploymentCollector(options);
  if (deploys && config.deployments) {
    await scheduler
      .createScheduledTaskRunner(config.deployments.schedule)
      .run({ id: 'collect-deploys', fn: signal => deploys.run(signal) });
  }
  const incidents = createIncidentCollector(options);
  if (incidents && config.incidents) {
    await scheduler
      .createScheduledTaskRunner(config.incidents.schedule)
      .run({ id: 'collect-incidents', fn: signal => incidents.run(signal) });
  }
}
