import { checkCatalog } from './checks/catalog.mjs';
import { checkObjectives } from './checks/objectives.mjs';
import { checkRepository } from './checks/repository.mjs';
import {
  checkDescription,
  checkForm,
  checkNothingUnresolved,
} from './checks/text.mjs';

/** What can be said of a rendered repository by reading it. */
export async function checkFiles(checks, folder, answers, template) {
  await checks.run('every file is well formed', () => checkForm(folder));
  // An expression that was typed must stay; only our own must be gone.
  if (!/\{%|\$\{\{/.test(answers.description)) {
    await checks.run('no template expression is left', () =>
      checkNothingUnresolved(folder),
    );
  }
  await checks.run('the description stays text', () =>
    checkDescription(folder, answers),
  );
  await checks.run('catalog-info.yaml is valid', () =>
    checkCatalog(folder, answers),
  );
  await checks.run('slo.yaml fits the tier', () =>
    checkObjectives(folder, answers),
  );
  await checks.run('owners, lock file and pipeline', () =>
    checkRepository(folder, answers, template),
  );
}
