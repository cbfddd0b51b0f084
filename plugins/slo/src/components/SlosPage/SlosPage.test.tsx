import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { mockSloApi, renderWithApi } from '../../__testUtils__/renderWithApi';
import { pageOf, rollupOf, summaryOf } from '../../__testUtils__/slo';
import type { SloApi } from '../../api';
import { SlosPage } from '.';

const burning = summaryOf({
  name: 'latency',
  displayName: 'Latency',
  status: {
    state: 'at-risk',
    remaining: 0.412,
    currentBurn: 6.2,
    countdown: { kind: 'at', time: Date.now() / 1000 + 9 * 3_600 + 30 },
  },
});
const calm = summaryOf();

function renderPage(address: string, api: SloApi) {
  return renderWithApi(<SlosPage />, api, [address]);
}

function plain(element: HTMLElement): string {
  return (element.textContent ?? '').replace(/\s+/g, ' ').trim();
}

describe('SlosPage', () => {
  it('answers first what burns, and shows the rows', async () => {
    const api = mockSloApi({ list: async () => pageOf([burning, calm]) });
    renderPage('/slos', api);
    const table = await screen.findByRole('table', { name: 'SLOs' });
    const hero = screen.getByRole('heading', { level: 2, name: /burns/ });
    expect(plain(hero)).toMatch(
      /^Order service latency burns 6\.2×: its budget ends in 9 h \(.*UTC\)\.$/,
    );
    expect(
      within(hero).getByRole('link', { name: 'Order service latency' }),
    ).toHaveAttribute('href', '/slos/default/order-service/latency');
    const [, first, second] = within(table).getAllByRole('row');
    expect(plain(first)).toMatch(
      /^LatencyOrder service · orders · tier 1At riskburns 6\.2×41\.2 %ends in 9 h.*UTCtarget 99\.95 %over 28 d$/,
    );
    expect(
      within(first).getByRole('meter', { name: 'Budget left of Latency' }),
    ).toHaveAttribute('aria-valuenow', '41');
    expect(within(second).getByText('Healthy')).toBeVisible();
    expect(api.list).toHaveBeenCalledWith(
      { mine: true, sort: 'burn', limit: 25 },
      expect.anything(),
    );
  });

  it('counts the states; each is a filter', async () => {
    renderPage(
      '/slos?view=all&q=pay',
      mockSloApi({ list: async () => pageOf([burning, calm]) }),
    );
    const states = await screen.findByRole('navigation', { name: 'State' });
    expect(
      within(states)
        .getAllByRole('link')
        .map(link => [plain(link), link.getAttribute('href')]),
    ).toEqual([
      ['Every state 2', '/slos?view=all&q=pay'],
      ['At risk 1', '/slos?view=all&state=at-risk&q=pay'],
      ['Healthy 1', '/slos?view=all&state=healthy&q=pay'],
    ]);
    expect(
      within(states).getByRole('link', { current: true }),
    ).toHaveTextContent('Every state');
  });

  it("shows everybody's to a person who owns none", async () => {
    const api = mockSloApi({
      list: async ({ mine }) => pageOf(mine ? [] : [calm]),
    });
    renderPage('/slos', api);
    expect(await screen.findByRole('table', { name: 'SLOs' })).toBeVisible();
    expect(
      within(screen.getByRole('navigation', { name: 'Which SLOs' })).getByRole(
        'link',
        { current: true },
      ),
    ).toHaveTextContent('All');
  });

  it('says so when the address asks for what the person does not own', async () => {
    renderPage('/slos?view=mine', mockSloApi());
    expect(
      await screen.findByRole('heading', {
        name: 'Your teams have no SLOs yet',
      }),
    ).toBeVisible();
    expect(screen.getByRole('link', { name: 'Show all SLOs' })).toHaveAttribute(
      'href',
      '/slos?view=all',
    );
  });

  it.each([
    ['/slos?view=all&q=nothing', 'No SLO matches these filters'],
    ['/slos?view=all', 'No service has an SLO yet'],
  ])('has words for the emptiness of %s', async (address, title) => {
    renderPage(address, mockSloApi());
    expect(await screen.findByRole('heading', { name: title })).toBeVisible();
  });

  it('points to what burns elsewhere', async () => {
    const api = mockSloApi({
      list: async ({ mine }) => pageOf([mine ? calm : burning]),
    });
    renderPage('/slos?view=mine', api);
    expect(
      await screen.findByText(/Burning first in the whole company/),
    ).toHaveTextContent('Order service latency 6.2× (orders)');
    expect(
      screen.getByRole('heading', {
        name: 'Nothing burns faster than it may.',
      }),
    ).toBeVisible();
  });

  it('does not call it good that budgets are spent', async () => {
    renderPage(
      '/slos?view=all',
      mockSloApi({
        list: async () =>
          pageOf([calm], { states: { healthy: 1, exhausted: 2 } }),
      }),
    );
    const hero = await screen.findByRole('heading', {
      name: 'Nothing burns faster than it may, but 2 budgets are spent.',
    });
    expect(
      within(hero).getByRole('link', { name: '2 budgets' }),
    ).toHaveAttribute('href', '/slos?view=all&state=exhausted');
  });

  it('puts search, filters and order into the address', async () => {
    const api = mockSloApi({
      list: async () => pageOf([calm]),
      rollups: async by =>
        by === 'owner'
          ? [rollupOf()]
          : [rollupOf({ ref: 'system:default/shop', title: 'Shop' })],
    });
    renderPage('/slos?view=all', api);
    await screen.findByRole('table', { name: 'SLOs' });
    await userEvent.type(
      screen.getByRole('searchbox', { name: 'Find an SLO or service' }),
      'pay{Enter}',
    );
    await userEvent.selectOptions(
      await screen.findByRole('combobox', { name: 'Team' }),
      'Orders',
    );
    await userEvent.selectOptions(
      screen.getByRole('combobox', { name: 'System' }),
      'Shop',
    );
    await userEvent.selectOptions(
      screen.getByRole('combobox', { name: 'Tier' }),
      'Tier 2',
    );
    await userEvent.selectOptions(
      screen.getByRole('combobox', { name: 'Order' }),
      'Name',
    );
    await waitFor(() =>
      expect(api.list).toHaveBeenCalledWith(
        {
          q: 'pay',
          owner: 'group:default/orders',
          system: 'system:default/shop',
          tier: 2,
          sort: 'name',
          limit: 25,
        },
        expect.anything(),
      ),
    );
    expect(screen.getByRole('link', { name: 'Clear filters' })).toHaveAttribute(
      'href',
      '/slos?view=all&sort=name',
    );
  });

  it('pages by cursor, and keeps the worst on top', async () => {
    const api = mockSloApi({
      list: async ({ limit }) =>
        limit === 1
          ? pageOf([burning])
          : pageOf([calm], {
              totalItems: 70,
              pageInfo: { nextCursor: 'third' },
            }),
    });
    renderPage('/slos?view=all&tier=1&cursor=second', api);
    expect(
      await screen.findByRole('link', { name: 'Next page' }),
    ).toHaveAttribute('href', '/slos?view=all&tier=1&cursor=third');
    expect(screen.getByRole('link', { name: 'First page' })).toHaveAttribute(
      'href',
      '/slos?view=all&tier=1',
    );
    expect(screen.getByText('1 of 70')).toBeVisible();
    expect(
      await screen.findByRole('heading', { name: /latency burns/ }),
    ).toBeVisible();
  });
});
