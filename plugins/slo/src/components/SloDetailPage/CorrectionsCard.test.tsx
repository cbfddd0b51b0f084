import type { Correction } from '@arctiq/plugin-slo-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { name, renderDetailPage } from '../../__testUtils__/renderDetailPage';
import { mockSloApi, responseError } from '../../__testUtils__/renderWithApi';
import { detailOf, NOW } from '../../__testUtils__/slo';

const correction: Correction = {
  id: 'c1',
  sloId: 'default/order-service/availability',
  kind: 'planned-maintenance',
  range: { from: NOW - 7_200, to: NOW - 3_600 },
  reason: 'Move of the database',
  createdBy: 'user:default/mei.tanaka',
  createdAt: '2026-11-21T09:00:00.000Z',
};

describe('corrections of an SLO', () => {
  it('leaves time out, and counts it again, where that is allowed', async () => {
    const api = mockSloApi({
      get: async () =>
        detailOf({ allowed: { correct: true }, corrections: [correction] }),
      correct: async () => correction,
    });
    api.correct.mockRejectedValueOnce(responseError(400, 'Too long ago'));
    renderDetailPage(api);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Leave time out' }),
    );
    const dialog = await screen.findByRole('dialog', {
      name: 'Leave time out of the budget',
    });
    await userEvent.type(
      within(dialog).getByRole('textbox', { name: /^Reason/ }),
      'Load test of tonight',
    );
    const send = within(dialog).getByRole('button', { name: 'Leave it out' });
    await userEvent.click(send);
    expect(await within(dialog).findByText('Too long ago')).toBeVisible();
    await userEvent.click(send);
    expect(api.correct).toHaveBeenLastCalledWith(name, {
      kind: 'planned-maintenance',
      range: { from: NOW - 3_600 - (NOW % 300), to: NOW },
      reason: 'Load test of tonight',
    });
    expect(
      await screen.findByRole('button', { name: 'Count it again' }),
    ).toBeVisible();

    await userEvent.click(
      screen.getByRole('button', { name: 'Count it again' }),
    );
    const second = await screen.findByRole('dialog', {
      name: 'Count this time again',
    });
    await userEvent.type(
      within(second).getByRole('textbox', { name: /^Reason/ }),
      'Wrong day',
    );
    await userEvent.click(
      within(second).getByRole('button', { name: 'Count it again' }),
    );
    expect(api.revokeCorrection).toHaveBeenCalledWith(name, 'c1', 'Wrong day');
    expect(api.get.mock.calls.length).toBeGreaterThan(2);
  });

  it('shows corrections without buttons to those who may not', async () => {
    renderDetailPage(
      mockSloApi({
        get: async () =>
          detailOf({
            corrections: [
              {
                ...correction,
                revoked: {
                  by: 'user:default/x',
                  at: '2026-11-21T09:30:00.000Z',
                  reason: 'Wrong day',
                },
              },
            ],
          }),
      }),
    );
    expect(await screen.findByText('Move of the database')).toBeVisible();
    expect(screen.getByText('Counts again')).toBeVisible();
    expect(
      screen.queryByRole('button', { name: /Leave time out|Count it again/ }),
    ).not.toBeInTheDocument();
  });
});
