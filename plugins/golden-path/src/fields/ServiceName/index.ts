import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { ServiceName } from './ServiceName';
import { validateName } from './validateName';

export const serviceNameField = createFormField({
  name: 'ServiceName',
  component: ServiceName,
  validation: validateName,
});
