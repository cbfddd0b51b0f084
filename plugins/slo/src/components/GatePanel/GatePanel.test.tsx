import type { Exemption, GateAnswer } from '@arctiq/plugin-slo-common';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { usePermission } from '@backstage/plugin-permission-react';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { mockSloApi, responseError } from '../../__testUtils__/renderWithApi';
import { gateOf } from '../../__testUtils__/slo';
import { type SloApi, sloApiRef } from '../../api';
import { rootRouteRef } from '../../routes';
import { GatePanel } from '.';

// The real hook remembers its answers from one test to the next.
jest.mock('@backstage/plugin-permission-react', () => ({
  ...jest.requireActual('@backstage/plugin-permission-react'),
  usePermission: jest.fn(),
}));

const entityRef = 'component:default/order-service';
const frozen = gateOf({
  decision: 'freeze',
  budgetRemaining: -0.183,
  policy: {
    below: 0.1,
    name: 'Gate 4 freezes',
    action: 'Only exempted fixes ship.',
    decision: 'freeze',
  },
  reasons: [
    {
      sloId: 'default/order-service/latency',
      displayName: 'Latency',
      decision: 'freeze',
      state: 'exhausted',
      remaining: -0.183,
      message: 'Overspent by 18.3 %.',
      spentBy: {
        title: 'order-service v7',
        url: 'https://github.test/deploy/7',
        spent: 0.312,
      },
    },
  ],
});
const exemption: Exemption = {
  id: 'e1',
  entityRef,
  cause: 'p0-fix',
  reason: 'Mends the leak',
  grantedBy: 'user:default/vp',
  grantedAt: '2026-11-21T09:00:00.000Z',
  expiresAt: '2027-11-21T18:40:00.000Z',
};

function renderPanel(api: SloApi, allowed = true) {
  jest.mocked(usePermission).mockReturnValue({ loading: false, allowed });
  return renderInTestApp(<GatePanel entityRef={entityRef} />, {
    apis: [[sloApiRef, api]],
    mountedRoutes: { '/slos': rootRouteRef },
  });
}

describe('GatePanel', () => {
  it('says why it froze and which deploy spent the budget', async () => {
    const api = mockSloApi({ gate: async () => frozen });
    renderPanel(api, false);
    expect(await screen.findByText('Nothing ships to prod now.')).toBeVisible();
    const reason = screen.getByRole('listitem');
    expect(reason).toHaveTextContent(
      /ExhaustedLatency−18\.3 % left.*Overspent by 18\.3 %\..*Costliest deploy: order-service v7, 31\.2 % of the budget/,
    );
    expect(
      within(reason).getByRole('link', { name: 'Latency' }),
    ).toHaveAttribute('href', '/slos/default/order-service/latency');
    expect(
      within(reason).getByRole('link', { name: 'order-service v7' }),
    ).toHaveAttribute('href', 'https://github.test/deploy/7');
    expect(screen.getByText(/ask a VP/)).toBeVisible();
    expect(
      screen.queryByRole('button', { name: 'Grant an exemption' }),
    ).not.toBeInTheDocument();
    expect(api.gate).toHaveBeenCalledWith(
      { entityRef, environment: 'prod' },
      expect.anything(),
    );
  });

  it.each<[GateAnswer['decision'], string, string]>([
    ['allow', 'Ship freely', 'You may ship to prod.'],
    ['caution', 'Ship with care', 'You may ship to prod with care.'],
    [
      'unknown',
      'Unknown',
      'The gate does not know enough to let anything ship to prod.',
    ],
  ])('tells %s', async (decision, word, sentence) => {
    renderPanel(mockSloApi({ gate: async () => gateOf({ decision }) }));
    expect(await screen.findByText(sentence)).toBeVisible();
    expect(screen.getByText(word)).toBeVisible();
  });

  it('asks for another environment', async () => {
    const api = mockSloApi();
    renderPanel(api);
    await screen.findByText('You may ship to prod.');
    await userEvent.selectOptions(
      screen.getByRole('combobox', { name: 'Environment' }),
      'staging',
    );
    expect(api.gate).toHaveBeenLastCalledWith(
      { entityRef, environment: 'staging' },
      expect.anything(),
    );
  });

  it('grants an exemption where that is allowed', async () => {
    const api = mockSloApi({
      gate: async () => frozen,
      grantExemption: async () => exemption,
    });
    renderPanel(api);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Grant an exemption' }),
    );
    const dialog = await screen.findByRole('dialog');
    await userEvent.type(
      within(dialog).getByRole('textbox', { name: /^Reason/ }),
      'Mends the leak',
    );
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Grant the exemption' }),
    );
    expect(api.grantExemption).toHaveBeenCalledWith({
      entityRef,
      environment: 'prod',
      cause: 'p0-fix',
      reason: 'Mends the leak',
      expiresAt: expect.stringMatching(/Z$/),
    });
    expect(api.gate).toHaveBeenCalledTimes(2);
  });

  it('shows the exemption that holds, and ends it', async () => {
    const api = mockSloApi({
      gate: async () => gateOf({ decision: 'caution', exemption }),
    });
    api.revokeExemption.mockRejectedValueOnce(
      responseError(409, 'It ended already'),
    );
    renderPanel(api);
    expect(
      await screen.findByText(
        /\(Fix of a P0\) by vp, until .*: Mends the leak/,
      ),
    ).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'End it now' }));
    expect(await screen.findByText('It ended already')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'End it now' }));
    expect(api.revokeExemption).toHaveBeenLastCalledWith('e1');
  });

  it('says that it could not be asked', async () => {
    renderPanel(
      mockSloApi({
        gate: async () => {
          throw responseError(500, 'The store is down');
        },
      }),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The gate could not be read',
    );
  });
});
