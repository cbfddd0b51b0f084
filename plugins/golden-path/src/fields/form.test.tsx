import { Entity } from '@backstage/catalog-model';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { Stepper } from '@backstage/plugin-scaffolder-react/alpha';
import { SecretsContextProvider } from '@backstage/plugin-scaffolder-react';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { goldenPathApiRef, GoldenPathApi } from '../api';
import { fakeApi } from '../__testUtils__/fakeApi';
import { OwnerTeam } from './OwnerTeam/OwnerTeam';
import { ServiceName } from './ServiceName/ServiceName';
import { validateName } from './ServiceName/validateName';
import { SystemPicker } from './SystemPicker/SystemPicker';
import { TierChoice } from './TierChoice/TierChoice';
import { createCreationValidation } from './validateCreation';

const extensions = [
  { name: 'ServiceName', component: ServiceName, validation: validateName },
  {
    name: 'OwnerTeam',
    component: OwnerTeam,
    validation: createCreationValidation('owner'),
  },
  {
    name: 'SystemPicker',
    component: SystemPicker,
    validation: createCreationValidation('system'),
  },
  {
    name: 'TierChoice',
    component: TierChoice,
    validation: createCreationValidation('tier', 'name'),
  },
];

function field(title: string, name: string) {
  return { title, type: 'string', 'ui:field': name };
}

const manifest = {
  title: 'Service',
  steps: [
    {
      title: 'What',
      schema: {
        required: ['name'],
        properties: { name: field('Name', 'ServiceName') },
      },
    },
    {
      title: 'Whose',
      schema: {
        required: ['owner', 'system', 'tier'],
        properties: {
          owner: field('Owner', 'OwnerTeam'),
          system: field('System', 'SystemPicker'),
          tier: field('Tier', 'TierChoice'),
        },
      },
    },
  ],
};

const system: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'System',
  metadata: { name: 'returns', namespace: 'default' },
  spec: {},
};

function render(api: GoldenPathApi) {
  const onCreate = jest.fn(async () => undefined);
  renderInTestApp(
    <SecretsContextProvider>
      <Stepper
        manifest={manifest as never}
        extensions={extensions as never}
        onCreate={onCreate}
      />
    </SecretsContextProvider>,
    {
      apis: [
        [goldenPathApiRef, api],
        [catalogApiRef, catalogApiMock({ entities: [system] })],
      ],
    },
  );
  return onCreate;
}

async function press(name: string) {
  await userEvent.click(await screen.findByRole('button', { name }));
}

async function fillSecondStep() {
  await userEvent.click(await screen.findByLabelText(/System/));
  await userEvent.click(await screen.findByRole('option', { name: 'returns' }));
  await userEvent.click(screen.getByRole('radio', { name: /internal/ }));
}

describe('the creation form', () => {
  beforeAll(() => {
    // The form scrolls up on each step; jsdom has no page to scroll.
    window.scrollTo = jest.fn();
  });

  it('leads from a name to a creation', async () => {
    const api = fakeApi();
    const onCreate = render(api);
    await userEvent.type(await screen.findByLabelText(/Name/), 'returns-api');
    await press('Next');
    await fillSecondStep();
    await press('Review');
    await press('Create');
    const values = {
      name: 'returns-api',
      owner: 'group:default/orders',
      system: 'system:default/returns',
      tier: '3',
    };
    await waitFor(() => expect(onCreate).toHaveBeenCalledWith(values));
    expect(api.check).toHaveBeenCalledTimes(1);
    expect(api.check).toHaveBeenCalledWith(values);
  });

  it('stays on the first step while the name is taken', async () => {
    render(
      fakeApi({
        checkName: async name => ({
          name,
          available: 'no',
          problems: [
            {
              code: 'repository-exists',
              message: 'The repository exists already: choose another name.',
              severity: 'error',
              field: 'name',
            },
          ],
        }),
      }),
    );
    await userEvent.type(await screen.findByLabelText(/Name/), 'returns-api');
    await press('Next');
    await waitFor(async () =>
      expect(
        (
          await screen.findAllByText(/repository exists already/)
        ).length,
      ).toBeGreaterThan(1),
    );
    expect(screen.queryByLabelText(/System/)).not.toBeInTheDocument();
  });

  it('shows each problem of the second step at its field', async () => {
    const onCreate = render(
      fakeApi({
        check: async () => ({
          problems: [
            {
              code: 'owner-not-member',
              message: 'You are not a member.',
              severity: 'error',
              field: 'owner',
            },
            {
              code: 'entity-exists',
              message: 'Somebody took the name.',
              severity: 'error',
              field: 'name',
            },
          ],
        }),
      }),
    );
    await userEvent.type(await screen.findByLabelText(/Name/), 'returns-api');
    await press('Next');
    await fillSecondStep();
    await press('Review');
    expect(
      (await screen.findAllByText(/You are not a member/)).length,
    ).toBeGreaterThan(0);
    expect(screen.getAllByText(/Somebody took the name/).length).toBe(
      screen.getAllByText(/You are not a member/).length,
    );
    expect(
      screen.queryByRole('button', { name: 'Create' }),
    ).not.toBeInTheDocument();
    expect(onCreate).not.toHaveBeenCalled();
  });

  it('does not go on unchecked when the portal does not answer', async () => {
    render(
      fakeApi({
        checkName: async () => {
          throw new Error('Failed to fetch');
        },
      }),
    );
    await userEvent.type(await screen.findByLabelText(/Name/), 'returns-api');
    await press('Next');
    expect(
      (await screen.findAllByText(/could not check the name/)).length,
    ).toBeGreaterThan(0);
  });
});
