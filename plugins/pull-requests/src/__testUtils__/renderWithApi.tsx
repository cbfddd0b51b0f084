import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import {
  PullRequestPage,
  PullRequestQuery,
} from '@arctiq/plugin-pull-requests-common';
import { PullRequestsApi, pullRequestsApiRef } from '../api';
import { rootRouteRef } from '../routes';

/** A backend that answers what the test says, one after the other. */
export function mockList() {
  return jest.fn<Promise<PullRequestPage>, [PullRequestQuery]>();
}

/** Draws an element in an app whose backend answers with `list`. */
export function renderWithApi(
  element: JSX.Element,
  list: PullRequestsApi['list'],
  initialRouteEntries = ['/'],
) {
  return renderInTestApp(element, {
    apis: [[pullRequestsApiRef, { list }]],
    mountedRoutes: {
      '/pull-requests': rootRouteRef,
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
