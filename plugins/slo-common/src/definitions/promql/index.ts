export { counterOverWindow } from './counter';
export { parseQuery } from './parse';
export type { Matcher, ParsedQuery, Selector } from './parse';
export { hasWindowPlaceholder, putWindow } from './window';
