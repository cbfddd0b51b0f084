export { catalogRepositories } from './catalog';
export { readConfig } from './config';
export type { RateLimitConfig, SandboxConfig } from './config';
export { createModel } from './model';
export type * from './seed';
export { startSandbox } from './server';
export type { Sandbox, SandboxOptions } from './server';
