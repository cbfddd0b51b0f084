import type { SloObjective } from '../../types';
import { minutesOf, parseShorthand } from '../duration';
import { readTimeSliceTarget } from '../target';
import type { Located } from '../yaml/Located';
import type { Objective, SloSpec } from './schema';

type TimeSlices = Pick<SloObjective, 'timeSliceTarget' | 'timeSliceMinutes'>;

function readMinutes(field: Located<number | string>): number | undefined {
  const { value } = field;
  const duration = parseShorthand(
    typeof value === 'number' ? `${value}m` : value,
  );
  const minutes = duration && minutesOf(duration);
  if (minutes === undefined || minutes % 5 !== 0 || 60 % minutes !== 0) {
    return field.error(
      `"${value}" cannot be built from the portal's slices of 5 minutes, aligned to the hour: write 5m, 10m, 15m, 20m, 30m or 60m`,
    );
  }
  return minutes;
}

/** Reads the time slice of an objective, as far as the budgeting method has one. */
export function readTimeSlices(
  objective: Located<Objective>,
  method: SloSpec['budgetingMethod'],
): TimeSlices | undefined {
  const share = objective.optional('timeSliceTarget');
  const length = objective.optional('timeSliceWindow');
  if (method !== 'Timeslices' && share) {
    return share.error(
      `has no meaning with budgetingMethod ${method}: remove it, or write Timeslices`,
    );
  }
  if (method === 'Occurrences') {
    return length
      ? length.error(
          'has no meaning with budgetingMethod Occurrences: remove it, or write Timeslices',
        )
      : {};
  }
  if (!length) {
    return objective
      .at('timeSliceWindow')
      .error(`is missing: ${method} counts slices, for example of 5m`);
  }
  const timeSliceMinutes = readMinutes(length);
  if (timeSliceMinutes === undefined || method === 'RatioTimeslices') {
    return timeSliceMinutes === undefined ? undefined : { timeSliceMinutes };
  }
  if (!share) {
    return objective
      .at('timeSliceTarget')
      .error(
        'is missing: Timeslices needs the share of good events from which a slice is good, for example 0.95',
      );
  }
  const timeSliceTarget = readTimeSliceTarget(share);
  return timeSliceTarget === undefined
    ? undefined
    : { timeSliceTarget, timeSliceMinutes };
}
