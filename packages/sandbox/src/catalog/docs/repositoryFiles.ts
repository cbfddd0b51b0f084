import type { CompanyModel, Component } from '../../model';
import { docsUrl } from '../addresses';
import type { ModelIndex } from '../modelIndex';
import { toYaml } from '../toYaml';
import type { CatalogOptions } from '../types';
import { describeScaling } from './facts';
import { bullets, page, section } from './markdown';

/** First page of the repository. */
export function readme(
  component: Component,
  index: ModelIndex,
  options: CatalogOptions,
): string {
  const team = index.team(component.team);
  return page(
    `# ${component.title}`,
    component.description,
    `Owned by ${team.title} (${team.chatChannel}). Tier ${component.tier}, ${
      component.lifecycle
    }, ${describeScaling(component)}.`,
    section(
      'Where things are',
      bullets([
        `[Documentation](${docsUrl(
          options,
          component.name,
        )}) and its source in \`docs/\``,
        `[Runbook](${docsUrl(
          options,
          component.name,
        )}/runbook) for whoever is paged`,
        `[Catalog](${options.portalUrl}/catalog/default/component/${component.name}): owner, relations, APIs`,
      ]),
    ),
    section(
      'Change it',
      'Open a pull request. One approval of the team and green checks merge it; the merge reaches production within ten minutes, as a canary first.',
    ),
  );
}

/** Configuration of the documentation. */
export function mkdocs(component: Component): string {
  return toYaml({
    site_name: component.title,
    site_description: component.description,
    nav: [{ Overview: 'index.md' }, { Runbook: 'runbook.md' }],
    plugins: ['techdocs-core'],
    // The fonts of the page that shows it; none from a server outside.
    theme: { name: 'material', font: false },
  });
}

/** Who must agree to a change. */
export function codeowners(model: CompanyModel, team: string): string {
  return `* @${model.login}/${team}\n`;
}
