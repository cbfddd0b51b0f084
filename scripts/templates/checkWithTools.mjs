import {
  checkChartLint,
  checkChartObjects,
  checkChartSchema,
  checkWorkflows,
} from './checks/tools.mjs';

/** What outside tools say of a rendered repository. */
export async function checkWithTools(checks, folder) {
  await checks.runWith('actionlint', 'actionlint', actionlint =>
    checkWorkflows(folder, actionlint),
  );
  await checks.runWith('helm', 'helm lint', helm =>
    checkChartLint(folder, helm),
  );
  await checks.runWith('helm', 'the chart refuses unknown values', helm =>
    checkChartSchema(folder, helm),
  );
  await checks.runWith(
    ['helm', 'kubernetes-validate'],
    'Kubernetes takes what the chart renders',
    (helm, validate) => checkChartObjects(folder, helm, validate),
  );
}
