import type { Entity } from '@backstage/catalog-model';
import { identityApiRef } from '@backstage/frontend-plugin-api';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import {
  MockStarredEntitiesApi,
  catalogApiRef,
  entityRouteRef,
  starredEntitiesApiRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { visitsApiRef } from '@backstage/plugin-home';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HomeLayout } from './HomeLayout';

function component(name: string, tier: string, owner: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      namespace: 'default',
      labels: { 'arctiq.io/tier': tier },
      links: [{ url: `https://runbooks.example/${name}`, title: 'Runbook' }],
    },
    spec: { type: 'service', lifecycle: 'production', owner, system: 'orders' },
    relations: [{ type: 'ownedBy', targetRef: `group:default/${owner}` }],
  };
}

const team: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name: 'orders', namespace: 'default' },
  spec: {
    type: 'team',
    children: [],
    profile: { displayName: 'Orders & Returns' },
  },
};

async function renderHome(options: {
  entities: Entity[];
  catalog?: Partial<ReturnType<typeof catalogApiMock>>;
}) {
  const catalog = catalogApiMock({ entities: options.entities });
  await renderInTestApp(<HomeLayout widgets={[]} />, {
    apis: [
      [catalogApiRef, Object.assign(catalog, options.catalog)],
      [
        identityApiRef,
        mockApis.identity({
          userEntityRef: 'user:default/amara.okafor',
          ownershipEntityRefs: [
            'user:default/amara.okafor',
            'group:default/orders',
          ],
          displayName: 'Amara Okafor',
        }),
      ],
      [starredEntitiesApiRef, new MockStarredEntitiesApi()],
      [visitsApiRef, { list: async () => [], save: jest.fn() }],
    ],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
  });
  return catalog;
}

describe('HomeLayout', () => {
  it('greets the person, names the team and lists its services by tier', async () => {
    await renderHome({
      entities: [
        team,
        component('returns-lab', '3', 'orders'),
        component('order-service', '1', 'orders'),
        component('payment-service', '1', 'payments'),
      ],
    });

    expect(
      await screen.findByRole('heading', { level: 1, name: /Amara$/ }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'Orders & Returns' }),
    ).toHaveAttribute('href', '/catalog/default/group/orders');

    const table = await screen.findByRole('table');
    const rows = within(table).getAllByRole('rowheader');
    expect(rows.map(row => row.textContent)).toEqual([
      'order-serviceservice',
      'returns-labservice',
    ]);
    expect(
      within(table).getByRole('link', { name: /Runbook of order-service/ }),
    ).toHaveAttribute('href', 'https://runbooks.example/order-service');
    expect(screen.getByText('My services (2)')).toBeInTheDocument();
  });

  it('shows the way to the first service when there is none', async () => {
    await renderHome({ entities: [team] });

    expect(
      await screen.findByText('You and your teams own no service yet'),
    ).toBeInTheDocument();
    expect(
      screen.getAllByRole('link', { name: 'Create a service' })[1],
    ).toHaveAttribute('href', '/create');
    expect(screen.getByText('No stars yet')).toBeInTheDocument();
  });

  it('says when the catalog cannot be read, and tries again', async () => {
    const queryEntities = jest
      .fn()
      .mockRejectedValueOnce(new Error('503 from the catalog'))
      .mockResolvedValue({
        items: [component('order-service', '1', 'orders')],
        totalItems: 1,
        pageInfo: {},
      });
    await renderHome({ entities: [team], catalog: { queryEntities } });

    expect(await screen.findByRole('alert')).toHaveTextContent(
      '503 from the catalog',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));

    expect(
      await screen.findByRole('link', { name: 'order-service' }),
    ).toBeInTheDocument();
  });
});
