import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { createCreationValidation } from '../validateCreation';
import { TierChoice } from './TierChoice';

// Also the name: it may have been taken since the first step.
export const tierChoiceField = createFormField({
  name: 'TierChoice',
  component: TierChoice,
  validation: createCreationValidation('tier', 'name'),
});
