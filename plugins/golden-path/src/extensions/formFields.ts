import { FormFieldBlueprint } from '@backstage/plugin-scaffolder-react/alpha';

export const serviceNameFormField = FormFieldBlueprint.make({
  name: 'service-name',
  params: {
    field: () => import('../fields/ServiceName').then(m => m.serviceNameField),
  },
});

export const ownerTeamFormField = FormFieldBlueprint.make({
  name: 'owner-team',
  params: {
    field: () => import('../fields/OwnerTeam').then(m => m.ownerTeamField),
  },
});

export const systemPickerFormField = FormFieldBlueprint.make({
  name: 'system-picker',
  params: {
    field: () =>
      import('../fields/SystemPicker').then(m => m.systemPickerField),
  },
});

export const tierChoiceFormField = FormFieldBlueprint.make({
  name: 'tier-choice',
  params: {
    field: () => import('../fields/TierChoice').then(m => m.tierChoiceField),
  },
});
