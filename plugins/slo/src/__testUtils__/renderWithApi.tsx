import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { type SloApi, sloApiRef } from '../api';
import { rootRouteRef } from '../routes';
import { detailOf, gateOf, pageOf, rollupOf } from './slo';

type SloApiMock = {
  [Method in keyof SloApi]: jest.MockedFunction<SloApi[Method]>;
};

function unexpected(): never {
  throw new Error('This test does not expect it to be asked for');
}

/** A backend with nothing in it; a test says what it answers instead. */
export function mockSloApi(overrides: Partial<SloApi> = {}): SloApiMock {
  const api: SloApi = {
    list: async () => pageOf([]),
    get: async () => detailOf(),
    series: async () => ({ stepSeconds: 3600, points: [] }),
    slices: async () => ({ stepSeconds: 300, cells: [] }),
    rules: async () => 'groups: []\n',
    correct: async () => unexpected(),
    revokeCorrection: async () => undefined,
    rollups: async () => [],
    scoreboard: async () => unexpected(),
    summary: async () => ({ rollup: rollupOf(), top: [] }),
    gate: async () => gateOf(),
    grantExemption: async () => unexpected(),
    revokeExemption: async () => undefined,
    problems: async () => [],
    ...overrides,
  };
  return {
    list: jest.fn(api.list),
    get: jest.fn(api.get),
    series: jest.fn(api.series),
    slices: jest.fn(api.slices),
    rules: jest.fn(api.rules),
    correct: jest.fn(api.correct),
    revokeCorrection: jest.fn(api.revokeCorrection),
    rollups: jest.fn(api.rollups),
    scoreboard: jest.fn(api.scoreboard),
    summary: jest.fn(api.summary),
    gate: jest.fn(api.gate),
    grantExemption: jest.fn(api.grantExemption),
    revokeExemption: jest.fn(api.revokeExemption),
    problems: jest.fn(api.problems),
  };
}

/** Draws an element in an app whose backend is `api`. */
export function renderWithApi(
  element: JSX.Element,
  api: SloApi,
  initialRouteEntries = ['/'],
) {
  return renderInTestApp(element, {
    apis: [[sloApiRef, api]],
    mountedRoutes: {
      '/slos': rootRouteRef,
      '/catalog/:namespace/:kind/:name': entityRouteRef,
    },
    initialRouteEntries,
  });
}

/** An error as the client throws it for an answer of the backend. */
export function responseError(statusCode: number, message: string): Error {
  return Object.assign(new Error(`Request failed with ${statusCode}`), {
    name: 'ResponseError',
    statusCode,
    cause: new Error(message),
  });
}
