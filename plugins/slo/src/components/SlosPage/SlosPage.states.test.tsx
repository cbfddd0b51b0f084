import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  mockSloApi,
  renderWithApi,
  responseError,
} from '../../__testUtils__/renderWithApi';
import { pageOf, summaryOf } from '../../__testUtils__/slo';
import type { SloApi } from '../../api';
import { SlosPage } from '.';

const calm = summaryOf();

function renderPage(address: string, api: SloApi) {
  return renderWithApi(<SlosPage />, api, [address]);
}

describe('SlosPage when something is wrong', () => {
  it.each([
    ['stale', 'These figures are old'],
    ['partial', 'Some of it could not be measured'],
    ['not-measured', 'Nothing was measured yet'],
  ] as const)(
    'says that figures are %s, with the reason',
    async (quality, title) => {
      renderPage(
        '/slos?view=all',
        mockSloApi({
          list: async () =>
            pageOf([calm], { quality, reason: 'Prometheus answered 503.' }),
        }),
      );
      expect(await screen.findByRole('heading', { name: title })).toBeVisible();
      expect(screen.getByText('Prometheus answered 503.')).toBeVisible();
      expect(screen.getByRole('table', { name: 'SLOs' })).toBeVisible();
    },
  );

  it('notices by itself that figures are old', async () => {
    const asOf = new Date(Date.now() - 40 * 60_000).toISOString();
    renderPage(
      '/slos?view=all',
      mockSloApi({ list: async () => pageOf([calm], { asOf }) }),
    );
    await screen.findByRole('heading', { name: 'These figures are old' });
    expect(
      screen.getByText('Measured last', { exact: false }),
    ).toHaveTextContent('Measured last 40 min ago.');
  });

  it('never calls what has no data healthy', async () => {
    const silent = summaryOf({
      status: {
        state: 'no-data',
        remaining: undefined,
        sli: undefined,
        currentBurn: undefined,
        countdown: { kind: 'unknown' },
        quality: 'stale',
      },
    });
    renderPage(
      '/slos?view=all',
      mockSloApi({ list: async () => pageOf([silent]) }),
    );
    const table = await screen.findByRole('table', { name: 'SLOs' });
    expect(within(table).getByText('No data')).toBeVisible();
    expect(within(table).getByText('old figures')).toBeVisible();
    expect(
      within(table).getByRole('img', {
        name: 'Budget left of Availability: unknown',
      }),
    ).toBeVisible();
    expect(
      screen.getByRole('heading', {
        name: 'Nothing has enough data to say how fast it burns.',
      }),
    ).toBeVisible();
  });

  it('says why it failed and tries again', async () => {
    const api = mockSloApi();
    api.list.mockRejectedValueOnce(responseError(500, 'The database is down'));
    api.list.mockResolvedValue(pageOf([calm]));
    renderPage('/slos?view=all', api);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The database is down',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('table', { name: 'SLOs' })).toBeVisible();
  });

  it('says that the person may not see it', async () => {
    renderPage(
      '/slos?view=all',
      mockSloApi({
        list: async () => {
          throw responseError(403, 'Needs slo.read');
        },
      }),
    );
    expect(await screen.findByText('Needs slo.read')).toBeVisible();
  });

  it('says that it is loading', async () => {
    renderPage(
      '/slos?view=all',
      mockSloApi({ list: () => new Promise<never>(() => undefined) }),
    );
    expect(await screen.findByText('Reading SLOs')).toBeVisible();
  });
});
