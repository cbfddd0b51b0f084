import { ServiceRequest } from './api';

let counter = 0;

/** A service name that no other test of this run uses. */
export function freshName(prefix: string): string {
  counter += 1;
  return `${prefix}-${process.pid.toString(36)}${counter}`;
}

/** A valid request of the featured developer, with changes. */
export function serviceRequest(
  changes: Partial<ServiceRequest> & { name: string },
): ServiceRequest {
  return {
    description: 'Answers which delivery slots are free',
    owner: 'group:default/orders',
    system: 'system:default/orders',
    tier: '2',
    ...changes,
  };
}
