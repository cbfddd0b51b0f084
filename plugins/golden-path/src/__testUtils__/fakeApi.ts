import { OwnerOption } from '@arctiq/plugin-golden-path-common';
import { GoldenPathApi } from '../api';

export const ORDERS: OwnerOption = {
  entityRef: 'group:default/orders',
  title: 'Orders',
  membership: 'direct',
  mayAct: true,
};

export const PAYMENTS: OwnerOption = {
  entityRef: 'group:default/payments',
  title: 'Payments',
  membership: 'none',
  mayAct: false,
};

/** An API whose every method is a mock that agrees. */
export function fakeApi(
  overrides: Partial<GoldenPathApi> = {},
): jest.Mocked<GoldenPathApi> {
  return {
    checkName: jest.fn(async name => ({
      name,
      available: 'yes' as const,
      problems: [],
    })),
    listOwners: jest.fn(async () => [ORDERS, PAYMENTS]),
    check: jest.fn(async () => ({ problems: [] })),
    unregister: jest.fn(async entityRef => ({
      target: 'http://github/x',
      entityRefs: [entityRef],
    })),
    ...overrides,
  } as jest.Mocked<GoldenPathApi>;
}
