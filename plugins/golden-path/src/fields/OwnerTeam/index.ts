import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { createCreationValidation } from '../validateCreation';
import { OwnerTeam } from './OwnerTeam';

export const ownerTeamField = createFormField({
  name: 'OwnerTeam',
  component: OwnerTeam,
  validation: createCreationValidation('owner'),
});
