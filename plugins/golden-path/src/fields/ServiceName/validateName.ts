import { ApiHolder } from '@backstage/frontend-plugin-api';
import { validateServiceName } from '@arctiq/plugin-golden-path-common';
import { goldenPathApiRef, messageOf } from '../../api';
import { FieldErrors } from '../validateCreation';

/** Keeps the form on its step while the name is of the wrong form or taken. */
export async function validateName(
  name: unknown,
  validation: FieldErrors,
  context: { apiHolder: ApiHolder },
): Promise<void> {
  const text = typeof name === 'string' ? name : '';
  let problems = validateServiceName(text);
  if (problems.length === 0) {
    try {
      const api = context.apiHolder.get(goldenPathApiRef)!;
      problems = (await api.checkName(text)).problems;
    } catch (error) {
      validation.addError(
        `The portal could not check the name (${messageOf(error)}): try again.`,
      );
    }
  }
  for (const { severity, message } of problems) {
    if (severity === 'error') {
      validation.addError(message);
    }
  }
}
