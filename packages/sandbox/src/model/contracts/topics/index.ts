import type { EventTopic } from '../types';
import { CHECKOUT_TOPICS } from './checkout';
import { CUSTOMER_TOPICS } from './customer';
import { toTopic } from './row';
import { SUPPLY_TOPICS } from './supply';

/** The twelve topics of the company. */
export const TOPICS: readonly EventTopic[] = [
  ...CHECKOUT_TOPICS,
  ...SUPPLY_TOPICS,
  ...CUSTOMER_TOPICS,
].map(toTopic);
