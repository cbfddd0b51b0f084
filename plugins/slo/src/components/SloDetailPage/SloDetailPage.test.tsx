import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { name, renderDetailPage } from '../../__testUtils__/renderDetailPage';
import { mockSloApi, responseError } from '../../__testUtils__/renderWithApi';
import { detailOf, NOW } from '../../__testUtils__/slo';

function plain(element: HTMLElement): string {
  return (element.textContent ?? '').replace(/\s+/g, ' ').trim();
}

describe('SloDetailPage', () => {
  it('answers how much is left, how fast it burns and when it ends', async () => {
    const api = mockSloApi({
      get: async () =>
        detailOf({
          status: {
            watermark: Math.floor(Date.now() / 1000),
            remaining: 0.412,
            state: 'at-risk',
            currentBurn: 6.2,
            countdown: { kind: 'at', time: Date.now() / 1000 + 32_430 },
            burn: [
              { lookback: '1h', rate: 6.2, coverage: 1 },
              { lookback: '6h', rate: 7, coverage: 0.5 },
            ],
          },
        }),
    });
    renderDetailPage(api);
    expect(
      plain(await screen.findByRole('heading', { name: /burns 6\.2×/ })),
    ).toMatch(/^Availability burns 6\.2×: its budget ends in 9 h \(.*UTC\)\.$/);
    expect(
      screen.getByRole('meter', { name: 'Budget left of Availability' }),
    ).toHaveAttribute('aria-valuenow', '41');
    expect(screen.getByRole('link', { name: 'Order service' })).toHaveAttribute(
      'href',
      '/catalog/default/component/order-service',
    );
    const rows = within(
      screen.getByRole('table', { name: 'Burn by look-back' }),
    ).getAllByRole('row');
    expect(rows.map(plain)).toEqual([
      'LastBurnsAlert',
      '1 h6.2×page above 13.4×',
      '6 h 50 % known7.0×page above 5.6×Above',
    ]);
    expect(
      screen.getByText(/Below 50\s%: Features freeze\. Fixes only\./),
    ).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'Ask the gate for Order service' }),
    ).toHaveAttribute('href', '/catalog/default/component/order-service/slos');
    expect(api.get).toHaveBeenCalledWith(name, expect.anything());
  });

  it('draws what is left with what happened', async () => {
    const api = mockSloApi({
      get: async () =>
        detailOf({
          events: [
            {
              event: {
                id: 'd1',
                kind: 'deploy',
                entityRef: 'component:default/order-service',
                title: 'order-service v7',
                url: 'https://github.test/deploy/7',
                start: NOW - 86_400,
                label: 'v7',
                actor: 'mei.tanaka',
              },
              spent: 0.3,
              from: NOW - 86_400,
              to: NOW - 82_800,
              needsPostmortem: false,
            },
            {
              event: {
                id: 'i1',
                kind: 'incident',
                entityRef: 'component:default/order-service',
                title: 'Checkout down',
                start: NOW - 43_200,
                end: NOW - 39_600,
              },
              spent: 0.5,
              from: NOW - 43_200,
              to: NOW - 39_600,
              needsPostmortem: true,
            },
          ],
        }),
      series: async () => ({
        stepSeconds: 3_600,
        points: [
          { time: NOW - 3_600, remaining: 0.9, coverage: 1 },
          { time: NOW, remaining: 0.6, coverage: 1 },
        ],
      }),
    });
    renderDetailPage(api);
    expect(
      await screen.findByRole('figure', {
        name: /^From 90\.0\s% on 21\sNov to 60\.0\s% now\.$/,
      }),
    ).toBeVisible();
    const rows = within(
      screen.getByRole('table', {
        name: 'Deploys and incidents by what they spent',
      }),
    ).getAllByRole('row');
    expect(rows.slice(1).map(plain)).toEqual([
      expect.stringMatching(/^Checkout down.*Incident.*50\.0 %Postmortem due$/),
      expect.stringMatching(
        /^order-service v7v7 · mei\.tanaka.*Deploy.*30\.0 %$/,
      ),
    ]);
    expect(api.series).toHaveBeenCalledWith(
      name,
      { from: NOW - 28 * 86_400, to: NOW, stepSeconds: 7_200 },
      expect.anything(),
    );
  });

  it('walks through the slices', async () => {
    const api = mockSloApi({
      slices: async () => ({
        stepSeconds: 300,
        cells: [
          {
            time: NOW - 300,
            state: 'measured',
            burn: 12,
            good: 900,
            total: 1_000,
          },
          {
            time: NOW,
            state: 'unmeasured',
            good: 0,
            total: 0,
            reason: 'Prometheus answered 503',
          },
        ],
      }),
    });
    renderDetailPage(api);
    const slider = await screen.findByRole('slider', {
      name: 'Look at one slice',
    });
    expect(slider).toHaveAttribute(
      'aria-valuetext',
      expect.stringMatching(/12\.0×, 100 of 1,000 events bad$/),
    );
    fireEvent.change(slider, { target: { value: '1' } });
    expect(
      screen.getByText(/could not be measured \(Prometheus answered 503\)$/),
    ).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Show 28 d' }));
    expect(api.slices).toHaveBeenLastCalledWith(
      name,
      expect.objectContaining({ stepSeconds: 3_600 }),
      expect.anything(),
    );
  });

  it('says what is promised and where the figures come from', async () => {
    renderDetailPage(mockSloApi());
    expect(
      await screen.findByRole('link', { name: 'slo.yaml, line 3' }),
    ).toHaveAttribute(
      'href',
      'https://github.test/arctiq/order-service/blob/main/slo.yaml#L3',
    );
    expect(screen.getByText('sum(good_total)')).toBeVisible();
    expect(
      screen.getByText(
        '1,000,000 events, 200 bad: 200 of 500 allowed are spent.',
      ),
    ).toBeVisible();
    expect(screen.getByText('sum(increase(good_total[5m]))')).toBeVisible();
    expect(screen.getByText('First seen', { exact: false })).toBeVisible();
  });

  it('fetches the alert rules when they are wanted', async () => {
    const api = mockSloApi();
    renderDetailPage(api);
    const button = await screen.findByRole('button', {
      name: 'Show the rules',
    });
    expect(api.rules).not.toHaveBeenCalled();
    await userEvent.click(button);
    expect(await screen.findByText('groups: []')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Copy' })).toBeVisible();
  });

  it('does not draw what was never measured', async () => {
    const api = mockSloApi({
      get: async () =>
        detailOf({
          status: {
            watermark: undefined,
            remaining: undefined,
            sli: undefined,
            budget: undefined,
            currentBurn: undefined,
            state: 'not-measured',
            quality: 'not-measured',
            countdown: { kind: 'unknown' },
            reasons: ['The first round runs within 5 minutes.'],
          },
        }),
    });
    renderDetailPage(api);
    expect(
      await screen.findByRole('heading', {
        name: 'Availability was not measured yet.',
      }),
    ).toBeVisible();
    expect(
      screen.getByText('The first round runs within 5 minutes.'),
    ).toBeVisible();
    expect(api.series).not.toHaveBeenCalled();
    expect(api.slices).not.toHaveBeenCalled();
  });

  it('says that there is no such SLO', async () => {
    renderDetailPage(
      mockSloApi({
        get: async () => {
          throw responseError(404, 'No SLO');
        },
      }),
    );
    expect(
      await screen.findByRole('heading', {
        name: 'There is no SLO default/order-service/availability',
      }),
    ).toBeVisible();
    expect(screen.getByRole('link', { name: 'Show all SLOs' })).toBeVisible();
  });

  it('keeps the page when a part of it fails', async () => {
    renderDetailPage(
      mockSloApi({
        series: async () => {
          throw responseError(500, 'The store is busy');
        },
      }),
    );
    expect(await screen.findByText('The store is busy')).toBeVisible();
    expect(
      screen.getByRole('meter', { name: 'Budget left of Availability' }),
    ).toBeVisible();
  });
});
