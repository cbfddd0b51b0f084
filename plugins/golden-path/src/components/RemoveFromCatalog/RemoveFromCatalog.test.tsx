import { Entity } from '@backstage/catalog-model';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { goldenPathApiRef } from '../../api';
import { fakeApi, ORDERS, PAYMENTS } from '../../__testUtils__/fakeApi';
import { RemoveDialog } from './RemoveDialog';
import { reasonAgainstRemoval } from './useRemoveFromCatalog';

function entity(owner?: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'returns-api', namespace: 'default' },
    spec: { type: 'service', lifecycle: 'production', owner },
    relations: owner
      ? [{ type: 'ownedBy', targetRef: `group:default/${owner}` }]
      : [],
  };
}

describe('reasonAgainstRemoval', () => {
  it.each([
    ['orders', undefined],
    ['payments', 'only Payments may'],
    // Not a team of the list: the backend decides.
    ['department', undefined],
    [undefined, undefined],
  ])('of an entity of %s is %s', (owner, expected) => {
    expect(reasonAgainstRemoval(entity(owner), [ORDERS, PAYMENTS])).toBe(
      expected,
    );
  });
});

describe('RemoveDialog', () => {
  function render(api = fakeApi()) {
    const onClose = jest.fn();
    renderInTestApp(
      <RemoveDialog entity={entity('orders')} onClose={onClose} />,
      { apis: [[goldenPathApiRef, api]] },
    );
    return { api, onClose };
  }

  it('says what leaves and what stays, and removes', async () => {
    const { api, onClose } = render();
    const dialog = await screen.findByRole('dialog', {
      name: 'Remove returns-api from the catalog?',
    });
    expect(dialog).toHaveAccessibleDescription(/repository.*stay as they are/);
    await userEvent.click(screen.getByRole('button', { name: 'Remove' }));
    await waitFor(() => expect(onClose).toHaveBeenCalledWith(true));
    expect(api.unregister).toHaveBeenCalledWith(
      'component:default/returns-api',
    );
  });

  it('does nothing when it is kept', async () => {
    const { api, onClose } = render();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Keep it' }),
    );
    expect(onClose).toHaveBeenCalledWith(false);
    expect(api.unregister).not.toHaveBeenCalled();
  });

  it("shows the backend's words when it refuses", async () => {
    const { onClose } = render(
      fakeApi({
        unregister: async () => {
          throw Object.assign(new Error('Request failed'), {
            body: { error: { message: 'It belongs to another team' } },
          });
        },
      }),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Remove' }),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'It belongs to another team',
    );
    expect(onClose).not.toHaveBeenCalled();
    expect(screen.getByRole('button', { name: 'Remove' })).toBeEnabled();
  });
});
