import type { Entity } from '@backstage/catalog-model';
import { createRouteRef } from '@backstage/frontend-plugin-api';
import {
  createExtensionTester,
  renderInTestApp,
  renderTestApp,
} from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import { homePageWidgetDataRef } from '@backstage/plugin-home-react/alpha';
import { screen, within } from '@testing-library/react';
import { mockSloApi } from './__testUtils__/renderWithApi';
import { pageOf, rollupOf, summaryOf } from './__testUtils__/slo';
import { sloApiRef } from './api';
import { sloEntityCard } from './extensions/entityCard';
import { sloEntityContent } from './extensions/entityContent';
import { sloHomeWidget } from './extensions/homeWidget';
import { sloTeamCard } from './extensions/teamCard';
import sloPlugin from '.';
// What extensions load when they are shown is loaded before the clock of a
// test runs.
import './components/EntitySlos';
import './components/HomeBudgets';
import './components/SloCard';
import './components/SloDetailPage';
import './components/SlosRouter';

const top = [summaryOf({ status: { currentBurn: 2, state: 'at-risk' } })];
const api = mockSloApi({
  list: async () => pageOf(top),
  summary: async () => ({ rollup: rollupOf(), top }),
  problems: async () => [
    {
      file: 'https://github.test/order-service/slo.yaml',
      line: 42,
      field: 'spec.objectives[0].target',
      message: 'A target of 100 % leaves no budget.',
      severity: 'error',
    },
  ],
});
const apis = [[sloApiRef, api]] as const;
const mountedRoutes = { '/catalog/:namespace/:kind/:name': entityRouteRef };

function entityOf(kind: string, annotations: Record<string, string>): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name: 'order-service', namespace: 'default', annotations },
  };
}

const component = entityOf('Component', { 'arctiq.io/slo': 'slo.yaml' });

describe('sloPlugin', () => {
  it('has a page for the list', async () => {
    renderTestApp({
      features: [sloPlugin],
      apis,
      mountedRoutes,
      initialRouteEntries: ['/slos?view=all'],
    });
    expect(await screen.findByRole('table', { name: 'SLOs' })).toBeVisible();
  });

  it('has a page for one SLO', async () => {
    renderTestApp({
      features: [sloPlugin],
      apis,
      mountedRoutes,
      initialRouteEntries: ['/slos/default/order-service/availability'],
    });
    expect(
      await screen.findByRole('heading', { name: 'What the policy says' }),
    ).toBeVisible();
  });

  it('has a tab on components with SLOs: gate, problems, rows', async () => {
    renderTestApp({
      extensions: [
        createTestEntityPage({ entity: component }),
        sloEntityContent,
      ],
      apis,
      mountedRoutes: { '/other': createRouteRef() },
    });
    expect(
      await screen.findByRole('table', { name: 'SLOs of order-service' }),
    ).toBeVisible();
    expect(await screen.findByText('You may ship to prod.')).toBeVisible();
    expect(
      await screen.findByRole('link', { name: 'slo.yaml, line 42' }),
    ).toHaveAttribute('href', 'https://github.test/order-service/slo.yaml#L42');
    expect(screen.getByText('spec.objectives[0].target')).toBeVisible();
    expect(
      screen.getByText('A target of 100 % leaves no budget.'),
    ).toBeVisible();
  });

  it.each([
    [
      'component',
      component,
      sloEntityCard,
      { entityRef: 'component:default/order-service' },
      'Availability',
    ],
    [
      'team',
      entityOf('Group', {}),
      sloTeamCard,
      { owner: 'group:default/order-service' },
      'Order service: Availability',
    ],
  ] as const)(
    'has a card on the page of a %s, made of one request',
    async (_kind, entity, card, query, line) => {
      jest.clearAllMocks();
      renderTestApp({
        extensions: [createTestEntityPage({ entity }), card],
        apis,
        mountedRoutes: { '/other': createRouteRef() },
      });
      const lines = await screen.findByRole('list', {
        name: 'What burns first',
      });
      expect(within(lines).getByText(line)).toBeVisible();
      expect(screen.getByText('2 healthy')).toBeVisible();
      expect(api.summary).toHaveBeenCalledTimes(1);
      expect(api.summary).toHaveBeenCalledWith(query, expect.anything());
      expect(api.list).not.toHaveBeenCalled();
    },
  );

  it('offers a widget with a frame of its own to the home page', async () => {
    const widget = createExtensionTester(sloHomeWidget).get(
      homePageWidgetDataRef,
    );
    expect(widget).toMatchObject({ name: 'ErrorBudgets' });
    renderInTestApp(widget.component, {
      apis,
      mountedRoutes,
    });
    expect(
      await screen.findByRole('list', { name: 'What burns first' }),
    ).toBeVisible();
    expect(
      screen.getAllByRole('heading', { name: 'Error budgets of your teams' }),
    ).toHaveLength(1);
    expect(api.list).toHaveBeenLastCalledWith(
      { mine: true, sort: 'burn', limit: 3 },
      expect.anything(),
    );
  });
});
