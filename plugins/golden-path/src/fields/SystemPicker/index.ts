import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { createCreationValidation } from '../validateCreation';
import { SystemPicker } from './SystemPicker';

export const systemPickerField = createFormField({
  name: 'SystemPicker',
  component: SystemPicker,
  validation: createCreationValidation('system'),
});
