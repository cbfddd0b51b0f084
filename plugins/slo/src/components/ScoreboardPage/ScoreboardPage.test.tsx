import type { Scoreboard } from '@arctiq/plugin-slo-common';
import { screen, within } from '@testing-library/react';
import { mockSloApi, renderWithApi } from '../../__testUtils__/renderWithApi';
import { rollupOf, summaryOf } from '../../__testUtils__/slo';
import { ScoreboardPage } from '.';

const board: Scoreboard = {
  objective: '0.9995',
  quarter: {
    from: '2026-10-01T00:00:00.000Z',
    to: '2027-01-01T00:00:00.000Z',
    timeZone: 'UTC',
  },
  company: rollupOf({ ref: 'company', title: 'Company', sli: 0.9997 }),
  allowedMinutes: 66.24,
  spentMinutes: 39.7,
  teams: [
    rollupOf({
      worst: summaryOf({ status: { remaining: -0.2, state: 'exhausted' } }),
    }),
    rollupOf({
      ref: 'group:default/cart',
      title: 'Cart',
      sli: undefined,
      remaining: undefined,
      states: { 'no-data': 1 },
    }),
  ],
  systems: [rollupOf({ ref: 'system:default/shop', title: 'Shop' })],
};

function renderBoard(scoreboard: Scoreboard) {
  return renderWithApi(
    <ScoreboardPage />,
    mockSloApi({ scoreboard: async () => scoreboard }),
    ['/slos/scoreboard'],
  );
}

describe('ScoreboardPage', () => {
  it('says whether the company keeps its promise, and who does', async () => {
    renderBoard(board);
    expect(
      await screen.findByRole('heading', {
        name: /The company keeps its 99\.95\s% this quarter\./,
      }),
    ).toBeVisible();
    expect(
      screen.getByText('The quarter allows 66 bad minutes; 40 are spent.'),
    ).toBeVisible();
    const teams = within(screen.getByRole('table', { name: 'Teams' }));
    expect(teams.getByRole('link', { name: 'Orders' })).toHaveAttribute(
      'href',
      '/slos?owner=group%3Adefault%2Forders',
    );
    expect(
      teams.getByRole('link', { name: 'Order service availability' }),
    ).toHaveAttribute('href', '/slos/default/order-service/availability');
    expect(
      teams.getByRole('img', { name: 'Budget left of Cart: unknown' }),
    ).toBeVisible();
    expect(
      within(screen.getByRole('table', { name: 'Systems' })).getByRole('link', {
        name: 'Shop',
      }),
    ).toHaveAttribute('href', '/slos?system=system%3Adefault%2Fshop');
  });

  it.each([
    [{ sli: 0.999 }, /misses its 99\.95\s%/],
    [{ sli: undefined, remaining: undefined }, /nothing was measured yet/],
  ])('judges %p', async (company, name) => {
    renderBoard({ ...board, company: rollupOf(company) });
    expect(await screen.findByRole('heading', { name })).toBeVisible();
  });

  it('says that nothing has an SLO', async () => {
    renderBoard({ ...board, company: rollupOf({ slos: 0 }) });
    expect(
      await screen.findByRole('heading', { name: 'No service has an SLO yet' }),
    ).toBeVisible();
  });
});
