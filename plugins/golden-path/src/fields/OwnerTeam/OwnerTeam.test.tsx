import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { goldenPathApiRef } from '../../api';
import { fakeApi, ORDERS, PAYMENTS } from '../../__testUtils__/fakeApi';
import { Field } from '../../__testUtils__/Field';
import { OwnerTeam } from './OwnerTeam';

function render(api = fakeApi()) {
  renderInTestApp(<Field component={OwnerTeam} title="Owner" />, {
    apis: [[goldenPathApiRef, api]],
  });
}

async function choose(name: string) {
  await userEvent.click(await screen.findByRole('combobox', { name: /Owner/ }));
  await userEvent.click(await screen.findByRole('option', { name }));
}

describe('OwnerTeam', () => {
  it('chooses the only team of a person, and shows own teams first', async () => {
    render(
      fakeApi({
        listOwners: async () => [
          ORDERS,
          {
            entityRef: 'group:default/commerce',
            title: 'Commerce',
            membership: 'through',
            mayAct: true,
          },
          PAYMENTS,
        ],
      }),
    );
    expect(
      await screen.findByText('value: group:default/orders'),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('combobox', { name: /Owner/ }));
    const list = await screen.findByRole('listbox');
    expect(list).toHaveTextContent(
      /^Your teamsOrdersGroups above your teamsCommerceOther teamsPayments$/,
    );
    expect(within(list).getAllByRole('option')).toHaveLength(3);
    const own = within(list).getByRole('group', { name: 'Your teams' });
    expect(within(own).getAllByRole('option')).toHaveLength(1);
  });

  it('leaves the choice to a person of two teams', async () => {
    render(
      fakeApi({
        listOwners: async () => [
          ORDERS,
          { ...PAYMENTS, membership: 'direct' as const },
        ],
      }),
    );
    await screen.findByRole('combobox', { name: /Owner/ });
    await choose('Payments');
    expect(
      screen.getByText('value: group:default/payments'),
    ).toBeInTheDocument();
  });

  it("explains why another team's choice is refused", async () => {
    render();
    await choose('Payments');
    expect(
      await screen.findByText(/You are not a member of Payments: choose one/),
    ).toBeInTheDocument();
    expect(screen.getByRole('combobox', { name: /Owner/ })).toBeInvalid();
  });

  it('lets the platform team act for others, and says so', async () => {
    render(
      fakeApi({ listOwners: async () => [{ ...PAYMENTS, mayAct: true }] }),
    );
    await choose('Payments');
    expect(
      await screen.findByText(/for Payments as a member of the platform team/),
    ).toBeInTheDocument();
    expect(screen.getByRole('combobox', { name: /Owner/ })).toBeValid();
  });

  it('says when the teams could not be loaded', async () => {
    render(
      fakeApi({
        listOwners: async () => {
          throw new Error('Bad gateway');
        },
      }),
    );
    expect(
      await screen.findByText(/could not be loaded \(Bad gateway\)/),
    ).toBeInTheDocument();
  });
});
