import { listFiles, read, readDocuments } from '../files.mjs';
import { readTemplate } from '../render.mjs';

/** Owners, lock file and pipeline fit the answers and the company's rules. */
export function checkRepository(folder, answers, template) {
  const problems = [];
  const owners = read(folder, 'CODEOWNERS');
  if (!owners.includes(`* @arctiq-commerce/${answers.owner.split('/')[1]}\n`)) {
    problems.push('CODEOWNERS does not name the team');
  }

  const [lock] = readDocuments(folder, 'package-lock.json');
  const [manifest] = readDocuments(folder, 'package.json');
  if (lock.name !== answers.name || manifest.name !== answers.name) {
    problems.push('package.json and package-lock.json do not have the name');
  }
  for (const [name, entry] of Object.entries(lock.packages)) {
    if (name !== '' && !entry.integrity) {
      problems.push(`package-lock.json has no hash for ${name}`);
    }
    if (entry.resolved) {
      problems.push(`package-lock.json names a registry for ${name}`);
    }
  }

  const workflows = listFiles(folder).filter(file =>
    file.startsWith('.github/workflows/'),
  );
  const jobs = [];
  for (const file of workflows) {
    const [workflow] = readDocuments(folder, file);
    jobs.push(...Object.keys(workflow.jobs));
    if (JSON.stringify(workflow.permissions) !== '{}') {
      problems.push(`${file} does not start without permissions`);
    }
    for (const [name, job] of Object.entries(workflow.jobs)) {
      if (!job['timeout-minutes'] || !job.permissions) {
        problems.push(`${file}: job ${name} lacks a time limit or permissions`);
      }
      for (const { uses, with: input } of job.steps.filter(step => step.uses)) {
        if (!/@[0-9a-f]{40}$/.test(uses)) {
          problems.push(`${file}: ${uses} is not pinned by commit`);
        }
        if (
          uses.startsWith('actions/checkout@') &&
          input?.['persist-credentials'] !== false
        ) {
          problems.push(`${file}: checkout leaves credentials behind`);
        }
      }
    }
  }
  const publish = readTemplate(template).spec.steps.find(
    ({ id }) => id === 'publish',
  );
  for (const check of publish.input.requiredChecks ?? []) {
    if (!jobs.includes(check)) {
      problems.push(`the branch requires "${check}", which no job reports`);
    }
  }

  for (const line of read(folder, 'Dockerfile').match(/^FROM .*$/gm)) {
    if (!/@sha256:[0-9a-f]{64}\b/.test(line)) {
      problems.push(`Dockerfile: ${line} is not pinned by digest`);
    }
  }
  return problems;
}
