import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  RootConfigService,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';

/** What the plugin reads from the configuration, key `pullRequests`. */
export interface PullRequestsConfig {
  /** Host of GitHub, with its port where it has one. */
  host: string;
  /** Login of the organization. */
  organization: string;
  schedule: SchedulerServiceTaskScheduleDefinition;
  directorySchedule: SchedulerServiceTaskScheduleDefinition;
}

const defaultSchedule: SchedulerServiceTaskScheduleDefinition = {
  frequency: { seconds: 60 },
  timeout: { minutes: 5 },
  initialDelay: { seconds: 3 },
};

const defaultDirectorySchedule: SchedulerServiceTaskScheduleDefinition = {
  frequency: { seconds: 30 },
  timeout: { minutes: 2 },
  initialDelay: { seconds: 5 },
};

/**
 * Reads the configuration of the plugin.
 *
 * @throws Error naming the key when one is missing or not of its type
 */
export function readPullRequestsConfig(
  config: RootConfigService,
): PullRequestsConfig {
  const own = config.getConfig('pullRequests');
  function schedule(
    key: string,
    fallback: SchedulerServiceTaskScheduleDefinition,
  ) {
    return own.has(key)
      ? readSchedulerServiceTaskScheduleDefinitionFromConfig(own.getConfig(key))
      : fallback;
  }
  return {
    host: own.getString('github.host'),
    organization: own.getString('github.organization'),
    schedule: schedule('schedule', defaultSchedule),
    directorySchedule: schedule('directorySchedule', defaultDirectorySchedule),
  };
}
