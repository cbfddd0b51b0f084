import { Entity } from '@backstage/catalog-model';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Field } from '../../__testUtils__/Field';
import { SystemPicker } from './SystemPicker';

function system(name: string, title: string, owner: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'System',
    metadata: { name, namespace: 'default', title },
    spec: { owner },
    relations: [{ type: 'ownedBy', targetRef: `group:default/${owner}` }],
  };
}

const systems = [
  system('cart', 'Cart', 'cart-pricing'),
  system('returns', 'Returns & Refunds', 'orders'),
  system('orders', 'Orders', 'orders'),
];

describe('SystemPicker', () => {
  it("shows the owner's systems first and takes a full reference", async () => {
    renderInTestApp(
      <Field
        component={SystemPicker}
        title="System"
        owner="group:default/orders"
      />,
      { apis: [[catalogApiRef, catalogApiMock({ entities: systems })]] },
    );
    await userEvent.click(
      await screen.findByRole('combobox', { name: /System/ }),
    );
    expect(await screen.findByRole('listbox')).toHaveTextContent(
      /^Systems of the ownerOrdersReturns & RefundsOther systemsCart$/,
    );
    await userEvent.click(screen.getByRole('option', { name: 'Cart' }));
    expect(screen.getByText('value: system:default/cart')).toBeInTheDocument();
  });

  it('shows one list while there is no owner', async () => {
    renderInTestApp(<Field component={SystemPicker} title="System" />, {
      apis: [[catalogApiRef, catalogApiMock({ entities: systems })]],
    });
    await userEvent.click(
      await screen.findByRole('combobox', { name: /System/ }),
    );
    expect(await screen.findByRole('listbox')).toHaveTextContent(
      /^Other systemsCartOrdersReturns & Refunds$/,
    );
  });
});
