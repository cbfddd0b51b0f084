import { Entity } from '@backstage/catalog-model';
import { createRouteRef } from '@backstage/frontend-plugin-api';
import {
  createExtensionTester,
  renderInTestApp,
  renderTestApp,
} from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import { homePageWidgetDataRef } from '@backstage/plugin-home-react/alpha';
import { screen } from '@testing-library/react';
import { pullRequestsApiRef } from './api';
import { pullRequestsEntityCard } from './extensions/entityCard';
import { pullRequestsHomeWidget } from './extensions/homeWidget';
import { pageOf, pullRequest } from './__testUtils__/pullRequest';
import pullRequestsPlugin from '.';

const list = jest.fn(async () => pageOf([pullRequest({ number: 7 })]));
const apis = [[pullRequestsApiRef, { list }]] as const;
const mountedRoutes = { '/catalog/:namespace/:kind/:name': entityRouteRef };

function component(annotations: Record<string, string>): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'order-service', namespace: 'default', annotations },
  };
}

describe('pullRequestsPlugin', () => {
  it('has a page', async () => {
    renderTestApp({
      features: [pullRequestsPlugin],
      apis,
      mountedRoutes,
      initialRouteEntries: ['/pull-requests?view=all'],
    });
    expect(
      await screen.findByRole('table', { name: 'Pull requests: All' }),
    ).toBeVisible();
    expect(
      screen.getByRole('heading', { name: 'Pull requests' }),
    ).toBeVisible();
  });

  it('shows the pull requests of a component on its page', async () => {
    renderTestApp({
      extensions: [
        createTestEntityPage({
          entity: component({
            'github.com/project-slug': 'arctiq-commerce/order-service',
          }),
        }),
        pullRequestsEntityCard,
      ],
      apis,
      mountedRoutes: { '/other': createRouteRef() },
    });
    expect(
      await screen.findByRole('table', {
        name: 'Open pull requests of order-service',
      }),
    ).toBeVisible();
    expect(list).toHaveBeenLastCalledWith(
      { entityRef: 'component:default/order-service', limit: 5 },
      expect.anything(),
    );
    expect(
      screen.queryByRole('columnheader', { name: 'Component' }),
    ).not.toBeInTheDocument();
  });

  it('stays away from a component without a repository', async () => {
    renderTestApp({
      extensions: [
        createTestEntityPage({ entity: component({}) }),
        pullRequestsEntityCard,
      ],
      apis,
    });
    await new Promise(resolve => setTimeout(resolve, 100));
    expect(screen.queryByText('Open pull requests')).not.toBeInTheDocument();
  });

  it('offers a widget with a frame of its own to the home page', async () => {
    const widget = createExtensionTester(pullRequestsHomeWidget).get(
      homePageWidgetDataRef,
    );
    expect(widget).toMatchObject({
      name: 'PullRequests',
      title: 'Pull requests',
    });
    renderInTestApp(widget.component, { apis, mountedRoutes });
    expect(
      await screen.findByRole('table', { name: 'Pull requests for you' }),
    ).toBeVisible();
    expect(
      screen.getAllByRole('heading', { name: 'Pull requests' }),
    ).toHaveLength(1);
  });
});
