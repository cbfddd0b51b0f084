import type { RestContract } from '../types';
import { CHECKOUT } from './checkout';
import { CUSTOMER_CONTRACTS } from './customer';
import { PAYMENTS_AND_GATEWAY } from './payments';
import { PUBLISHED } from './published';
import { SUPPLY_CONTRACTS } from './supply';

/** Every REST interface, published or internal. */
export const REST_CONTRACTS: readonly RestContract[] = [
  ...PUBLISHED,
  ...PAYMENTS_AND_GATEWAY,
  ...CHECKOUT,
  ...SUPPLY_CONTRACTS,
  ...CUSTOMER_CONTRACTS,
];
