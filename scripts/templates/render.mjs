import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { inRoot } from '../lib/paths.mjs';

// The packages are those that the backend runs with.
const fromBackend = createRequire(inRoot('packages/backend/package.json'));
const fromScaffolder = createRequire(
  fromBackend.resolve('@backstage/plugin-scaffolder-backend'),
);
const { createFetchTemplateAction } = fromBackend(
  '@backstage/plugin-scaffolder-backend',
);
const { ScmIntegrations } = fromScaffolder('@backstage/integration');
const { ConfigReader } = fromScaffolder('@backstage/config');
const { createTemplateRenderer } = fromScaffolder('nunjitsu');
const yaml = fromScaffolder('yaml');

const portalUrl = 'https://portal.arctiq.example';
const organization = 'arctiq-commerce';

/** The template entity as the catalog would read it. */
export function readTemplate(template) {
  return yaml.parse(
    fs.readFileSync(inRoot('templates', template, 'template.yaml'), 'utf8'),
  );
}

/** What the step `check` answers for these answers of the form. */
function checkOutput({ name, owner, system, tier }) {
  const htmlUrl = `https://github.com/${organization}/${name}`;
  return {
    name,
    owner,
    ownerName: owner.split('/')[1],
    ownerTitle: 'Orders & Returns',
    system,
    systemName: system.split('/')[1],
    tier,
    portalUrl,
    repository: {
      host: 'github.com',
      owner: organization,
      name,
      htmlUrl,
      cloneUrl: `${htmlUrl}.git`,
    },
  };
}

/** Evaluates the expressions of a step's input, as the task runner does. */
function stepInput(step, context) {
  const renderer = createTemplateRenderer({ allowRegexExecution: true });
  const prepared = renderer.prepareContext(context);
  return JSON.parse(JSON.stringify(step.input), (_key, value) =>
    typeof value === 'string' ? renderer.renderValue(value, prepared) : value,
  );
}

/**
 * Renders a template with the scaffolder's own action `fetch:template` and the
 * input that template.yaml gives it.
 *
 * @param template - folder below templates/
 * @param answers - what the person typed into the form
 * @param target - folder that receives the files; must be empty
 */
export async function renderTemplate(template, answers, target) {
  const step = readTemplate(template).spec.steps.find(
    ({ action }) => action === 'fetch:template',
  );
  const action = createFetchTemplateAction({
    integrations: ScmIntegrations.fromConfig(new ConfigReader({})),
    reader: undefined,
  });
  const logger = {
    ...Object.fromEntries(
      ['info', 'debug', 'warn', 'error'].map(level => [level, () => {}]),
    ),
    child: () => logger,
  };
  const temporary = [];
  try {
    await action.handler({
      input: stepInput(step, {
        parameters: answers,
        steps: { check: { output: checkOutput(answers) } },
      }),
      workspacePath: target,
      templateInfo: {
        baseUrl: pathToFileURL(inRoot('templates', template, 'template.yaml'))
          .href,
      },
      logger,
      createTemporaryDirectory: async () => {
        temporary.push(fs.mkdtempSync(path.join(os.tmpdir(), 'skeleton-')));
        return temporary.at(-1);
      },
    });
  } finally {
    for (const folder of temporary) {
      fs.rmSync(folder, { recursive: true, force: true });
    }
  }
}
