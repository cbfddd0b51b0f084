export type {
  EventTopic,
  EventType,
  Fields,
  GraphqlContract,
  RestContract,
  RestOperation,
} from './contracts/types';
export { createModel } from './createModel';
export type { ModelOptions } from './createModel';
export { ESCALATION, RECOVERY, SERVICE_DEFAULTS, SUPPORT } from './defaults';
export { RENOVATE } from './pullRequests';
export { latestHandover, onCallAt } from './onCall';
export type { OnCallShift } from './onCall';
export type {
  CallFlow,
  CallTarget,
  CompanyFlow,
  EventFlow,
} from './flows/types';
export { createRandom } from './random';
export type { Random } from './random';
export type * from './types';
