import type { Component } from '../types';
import { COMMERCE } from './commerce';
import { CUSTOMER } from './customer';
import { DEAD_LETTERS } from './deadLetters';
import { EDGE_AND_PLATFORM } from './edge';
import { INSIGHT } from './insight';
import { toComponent } from './row';
import { SUPPLY } from './supply';

/** Everything that the company runs. */
export const COMPONENTS: readonly Component[] = [
  ...COMMERCE,
  ...SUPPLY,
  ...CUSTOMER,
  ...INSIGHT,
  ...EDGE_AND_PLATFORM,
  DEAD_LETTERS,
].map(toComponent);
