import { normaliseDecimal, percentToShare } from './decimal';
import type { Located } from './yaml/Located';

/** Objectives below this are taken for a slip of the pen until somebody looks. */
const LOW_TARGET = 0.9;

/**
 * Reads a target from the text of the file, so that `99.95` is 0.9995 exactly.
 *
 * @param unit - what the field holds: a share of 1, or percent
 * @returns a decimal string above 0 and below 1, or undefined after a report
 */
export function readTarget(
  field: Located<number | string>,
  unit: 'share' | 'percent',
): string | undefined {
  const text = field.source ?? String(field.value);
  const example = unit === 'percent' ? '99.9' : '0.999';
  const share =
    unit === 'percent' ? percentToShare(text) : normaliseDecimal(text);
  if (share === undefined) {
    return field.error(
      `"${text}" is no plain decimal number with at most 12 digits after the point: write for example ${example}`,
    );
  }
  const value = Number(share);
  if (value === 0) {
    return field.error(
      `A target of 0 is kept by a service that never works, so it promises nothing: write for example ${example}`,
    );
  }
  if (value === 1) {
    return field.error(
      `A target of 100 % leaves no error budget, so the first bad event would overspend it without end: write for example ${example}`,
    );
  }
  if (value > 1) {
    return field.error(
      unit === 'share' && value < 100
        ? `A target is a share below 1: write ${percentToShare(
            text,
          )}, or targetPercent: ${text}`
        : `A target must be below 100 %: write for example ${example}`,
    );
  }
  if (value < LOW_TARGET) {
    field.warning(
      unit === 'percent' && value < 0.01
        ? `This promises only ${text} %. If ${text} was meant as a share of 1, write it in percent.`
        : `This allows more than one bad event in ten (${text}); is that what users expect?`,
    );
  }
  return share;
}

/**
 * Reads the share of good from which a time slice is good.
 *
 * @returns a decimal string above 0 and at most 1, or undefined after a report
 */
export function readTimeSliceTarget(
  field: Located<number>,
): string | undefined {
  const text = field.source ?? String(field.value);
  const share = normaliseDecimal(text);
  if (share === undefined || Number(share) === 0 || Number(share) > 1) {
    return field.error(
      `"${text}" is no share of good events: write a plain decimal above 0 and at most 1, for example 0.95`,
    );
  }
  return share;
}
