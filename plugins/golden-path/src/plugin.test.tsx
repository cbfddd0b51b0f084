import {
  createExtensionTester,
  renderInTestApp,
} from '@backstage/frontend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { ExtensionDefinition } from '@backstage/frontend-plugin-api';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { EntityContextMenuItemBlueprint } from '@backstage/plugin-catalog-react/alpha';
import {
  FormField,
  FormFieldBlueprint,
} from '@backstage/plugin-scaffolder-react/alpha';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { goldenPathApiRef } from './api';
import {
  ownerTeamFormField,
  serviceNameFormField,
  systemPickerFormField,
  tierChoiceFormField,
} from './extensions/formFields';
import { removeFromCatalogMenuItem } from './extensions/removeFromCatalog';
import { fakeApi } from './__testUtils__/fakeApi';

function componentOf(owner: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'returns-api' },
    relations: [{ type: 'ownedBy', targetRef: `group:default/${owner}` }],
  };
}

describe('form fields', () => {
  const fields: Array<[string, ExtensionDefinition<any>]> = [
    ['ServiceName', serviceNameFormField],
    ['OwnerTeam', ownerTeamFormField],
    ['SystemPicker', systemPickerFormField],
    ['TierChoice', tierChoiceFormField],
  ];

  it.each(fields)(
    'load %s under the name that templates use',
    async (name, extension) => {
      const load = createExtensionTester(extension).get(
        FormFieldBlueprint.dataRefs.formFieldLoader as any,
      ) as () => Promise<FormField>;
      await expect(load()).resolves.toMatchObject({ name });
    },
  );
});

describe('the menu item', () => {
  const data = createExtensionTester(removeFromCatalogMenuItem).get(
    EntityContextMenuItemBlueprint.dataRefs.data,
  );

  function Item() {
    const { title, disabled, onClick } = data.useProps();
    return (
      <button disabled={disabled} onClick={onClick}>
        {title}
      </button>
    );
  }

  function render(owner: string) {
    renderInTestApp(
      <EntityProvider entity={componentOf(owner)}>
        <Item />
      </EntityProvider>,
      { apis: [[goldenPathApiRef, fakeApi()]] },
    );
  }

  it("opens the dialog for an entity of the person's team", async () => {
    render('orders');
    const item = await screen.findByRole('button', {
      name: 'Remove from catalog…',
    });
    await screen.findByText('Remove from catalog…', { selector: ':enabled' });
    await userEvent.click(item);
    expect(
      await screen.findByRole('dialog', { name: /Remove returns-api from/ }),
    ).toBeInTheDocument();
  });

  it("is disabled, with the reason, for another team's entity", async () => {
    render('payments');
    expect(
      await screen.findByRole('button', {
        name: 'Remove from catalog (only Payments may)',
      }),
    ).toBeDisabled();
  });

  it.each([
    ['Component', true],
    ['User', false],
    ['Group', false],
    ['Location', false],
  ])('is for a %s: %s', (kind, expected) => {
    const filter = createExtensionTester(removeFromCatalogMenuItem).get(
      EntityContextMenuItemBlueprint.dataRefs.filterFunction,
    )!;
    expect(filter({ ...componentOf('orders'), kind })).toBe(expected);
  });
});
