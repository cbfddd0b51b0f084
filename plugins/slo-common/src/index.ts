export * from './annotations';
export * from './permissions';
export * from './types';
export * from './engine';
export * from './definitions';
export * from './rules';
