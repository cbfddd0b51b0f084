import type { Resource } from '../types';
import { BUCKETS } from './buckets';
import { EXTERNALS } from './externals';
import { INFRASTRUCTURE } from './infrastructure';
import { toResource } from './row';
import { STORES } from './stores';
import { TOPIC_RESOURCES } from './topics';

/** What components need and no team builds. */
export const RESOURCES: readonly Resource[] = [
  ...STORES,
  ...BUCKETS,
  ...TOPIC_RESOURCES,
  ...INFRASTRUCTURE,
  ...EXTERNALS,
].map(toResource);
