export { formatAge, formatUtc } from './time';
export { formatCount, formatNumber } from './number';
