export { maximumBurn, maximumBurnOf } from './alertThreshold';
export {
  complement,
  normaliseDecimal,
  percentToShare,
  shareToPercent,
} from './decimal';
export { formatShorthand, minutesOf, parseShorthand } from './duration';
export type { DefinitionContext } from './finish';
export { measurementHash } from './hash';
export { parseDefinitions } from './parseDefinitions';
export {
  counterOverWindow,
  hasWindowPlaceholder,
  parseQuery,
  putWindow,
} from './promql';
