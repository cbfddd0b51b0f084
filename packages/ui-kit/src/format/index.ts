export { formatAge, formatUtc } from './time';
export { formatCount, formatNumber } from './number';
export { formatBudget, formatBurn, formatShare, formatTarget } from './share';
export { formatDay, formatDuration, formatMoment } from './duration';
