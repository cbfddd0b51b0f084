import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';
import type { SloDefinition } from '../types';

/** JSON with sorted keys and without absent fields: equal values give equal text. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) {
    return `[${value.map(canonicalJson).join(',')}]`;
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value)
      .filter(([, field]) => field !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, field]) => `${JSON.stringify(key)}:${canonicalJson(field)}`);
    return `{${entries.join(',')}}`;
  }
  return JSON.stringify(value);
}

/**
 * SHA-256 (hex) of what decides which numbers are measured: indicators, method
 * and time slices, in the order of the objectives. Targets, weights, windows
 * and texts may change without measuring anew.
 */
export function measurementHash(
  definition: Pick<SloDefinition, 'budgetingMethod' | 'objectives'>,
): string {
  const measured = {
    method: definition.budgetingMethod,
    objectives: definition.objectives.map(
      ({ indicator, timeSliceMinutes, timeSliceTarget }) => ({
        indicator,
        timeSliceMinutes,
        timeSliceTarget,
      }),
    ),
  };
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(measured))));
}
