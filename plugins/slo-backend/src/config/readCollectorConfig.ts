import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  type SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { RangeOptions } from '../collector/ranges';

/** What is read under `slo.collector`. */
export interface CollectorConfig {
  schedule: SchedulerServiceTaskScheduleDefinition;
  ranges: RangeOptions;
  /** Age from which sums are kept per hour. */
  compactAfterSeconds: number;
  /** Age from which history is dropped. */
  retentionSeconds: number;
}

const DAY = 86_400;

const defaultSchedule: SchedulerServiceTaskScheduleDefinition = {
  frequency: { minutes: 5 },
  // A backfill of 90 days takes its time; the next run goes on where it stops.
  timeout: { minutes: 30 },
  initialDelay: { seconds: 15 },
};

/**
 * Reads `slo.collector`.
 *
 * @throws InputError naming the key that is wrong
 */
export function readCollectorConfig(config: Config): CollectorConfig {
  function number(key: string, fallback: number): number {
    const value = config.getOptionalNumber(`slo.collector.${key}`) ?? fallback;
    if (!(value > 0)) {
      throw new InputError(
        `slo.collector.${key} is ${value}; write a number above 0`,
      );
    }
    return value;
  }
  const schedule = 'slo.collector.schedule';
  return {
    schedule: config.has(schedule)
      ? readSchedulerServiceTaskScheduleDefinitionFromConfig(
          config.getConfig(schedule),
        )
      : defaultSchedule,
    ranges: {
      lateDataSeconds: number('lateDataMinutes', 15) * 60,
      backfillSeconds: number('backfillDays', 90) * DAY,
      settleSeconds: 60,
    },
    compactAfterSeconds: number('compactAfterDays', 90) * DAY,
    retentionSeconds: number('retentionMonths', 25) * 31 * DAY,
  };
}
