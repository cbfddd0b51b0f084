import type { Exemption } from '../types';

/**
 * Whether an exemption lets this component ship now: granted, not ended, not
 * revoked, and for this environment or for all.
 *
 * @param now - Unix seconds
 */
export function isExemptionActive(
  exemption: Exemption,
  target: { entityRef: string; environment: string },
  now: number,
): boolean {
  const milliseconds = now * 1000;
  return (
    exemption.revoked === undefined &&
    exemption.entityRef === target.entityRef &&
    (exemption.environment === undefined ||
      exemption.environment === target.environment) &&
    Date.parse(exemption.grantedAt) <= milliseconds &&
    Date.parse(exemption.expiresAt) > milliseconds
  );
}
