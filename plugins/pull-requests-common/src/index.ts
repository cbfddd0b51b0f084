export * from './annotations';
export * from './classify';
export * from './freshness';
export * from './order';
export * from './permissions';
export * from './staleness';
export * from './types';
