import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { UserError, main, say } from '../lib/output.mjs';
import { inRoot } from '../lib/paths.mjs';
import { Stage } from '../lib/stage.mjs';
import { Checks } from '../templates/Checks.mjs';
import { cases } from '../templates/cases.mjs';
import { checkFiles } from '../templates/checkFiles.mjs';
import { checkRunning } from '../templates/checkRunning.mjs';
import { checkWithTools } from '../templates/checkWithTools.mjs';
import { renderTemplate } from '../templates/render.mjs';

/** Folders below templates/ that hold a template. */
function listTemplates() {
  return fs
    .readdirSync(inRoot('templates'))
    .filter(name => fs.existsSync(inRoot('templates', name, 'template.yaml')));
}

/**
 * Renders every template through the scaffolder and proves that what comes out
 * is sound.
 *
 * @param options.only - checks one template
 * @param stage - collects the results
 */
async function checkTemplates(stage, { only } = {}) {
  const templates = listTemplates();
  if (only && !templates.includes(only)) {
    throw new UserError(
      `There is no template "${only}". The templates are: ${templates.join(
        ', ',
      )}.`,
    );
  }
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'portal-templates-'));
  for (const template of only ? [only] : templates) {
    for (const [index, { name, answers }] of cases.entries()) {
      const checks = new Checks(stage, `${template}, ${name}`);
      const folder = path.join(home, template, String(index));
      fs.mkdirSync(folder, { recursive: true });
      const rendered = await checks.run('renders', async () => {
        await renderTemplate(template, answers, folder);
        return [];
      });
      if (rendered) {
        await checkFiles(checks, folder, answers, template);
      }
      // The first case is tier 1; its repository is the one that is run.
      if (rendered && index === 0) {
        await checkWithTools(checks, folder);
        await checkRunning(checks, folder, answers);
      }
    }
  }
  if (stage.failed > 0) {
    say(`the rendered repositories: ${home}`);
  } else {
    fs.rmSync(home, { recursive: true, force: true });
  }
}

await main(async () => {
  const stage = new Stage('templates');
  const args = process.argv.slice(2).filter(arg => arg !== '--only');
  await checkTemplates(stage, { only: args[0] });
  return stage.end();
});
