import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  type RootConfigService,
  type SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { RangeOptions } from '../collector/ranges';
import type { Retention } from '../collector/maintainSlices';

/** What is read under `slo.collector`. */
export interface CollectorConfig {
  schedule: SchedulerServiceTaskScheduleDefinition;
  ranges: RangeOptions;
  retention: Retention;
}

/**
 * Slices close every five minutes; a run that finds nothing new asks nobody. A
 * run that a crash cut off holds its lock until its timeout, so that this is
 * short; a backfill that takes longer goes on in the next run.
 */
const defaultSchedule: SchedulerServiceTaskScheduleDefinition = {
  frequency: { seconds: 30 },
  timeout: { minutes: 2 },
  initialDelay: { seconds: 5 },
  scope: 'global',
};

/**
 * Reads `slo.collector`.
 *
 * @throws InputError naming the key that is wrong and what to write
 */
export function readCollectorConfig(
  config: RootConfigService,
): CollectorConfig {
  function number(key: string, fallback: number, least: number, most: number) {
    const path = `slo.collector.${key}`;
    const value = config.getOptionalNumber(path) ?? fallback;
    if (!(value >= least && value <= most)) {
      throw new InputError(
        `${path} is ${value}; write a number from ${least} to ${most}`,
      );
    }
    return value;
  }
  const schedule = config.getOptionalConfig('slo.collector.schedule');
  const compactAfterDays = number('compactAfterDays', 90, 2, 800);
  return {
    schedule: schedule
      ? readSchedulerServiceTaskScheduleDefinitionFromConfig(schedule)
      : defaultSchedule,
    ranges: {
      lateDataSeconds: 60 * number('lateDataMinutes', 15, 0, 24 * 60),
      backfillSeconds: 86_400 * number('backfillDays', 90, 0, 760),
      settleSeconds: number('settleSeconds', 30, 0, 600),
    },
    retention: {
      compactAfterDays,
      retentionMonths: number('retentionMonths', 25, 4, 120),
    },
  };
}
