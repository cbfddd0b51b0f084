export * from './definition';
export * from './gate';
export * from './measurement';
export * from './status';
