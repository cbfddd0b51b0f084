import path from 'node:path';
import { tail } from '../../lib/run.mjs';
import {
  pinProblems,
  promotionProblems,
  setProblems,
  statementProblems,
} from './applications.mjs';
import { expandPlatform } from './expand.mjs';
import { plainYamlFiles, platformFolder, readDocuments } from './files.mjs';
import { imageProblems, imagesOf } from './images.mjs';
import { findModels } from '../kubernetes/models.mjs';
import { mutants } from './mutants.mjs';
import { checkPolicies, checkProjects, unique } from './own.mjs';
import { inParallel } from './parallel.mjs';
import {
  poolProblems,
  profileProblems,
  readModuleProfiles,
  readPoolProfiles,
} from './nodePools.mjs';
import {
  coverageProblems,
  readConstraints,
  readSuites,
  verifyMutant,
  verifySuites,
} from './policies.mjs';
import { linkProblems, renderApplication } from './rendered.mjs';
import { validateObjects } from '../kubernetes/schemas.mjs';
import {
  readCostCentres,
  readModelTeams,
  readTeams,
  teamProblems,
} from './teams.mjs';

/**
 * Checks everything below infra/platform.
 *
 * @param options.resolveTool - gives the path of helm, gator and hcl2json, or throws
 * @param options.log - told what was not validated, and why
 * @returns rows of { check, ok, why }; ok is undefined where a tool is missing
 */
export async function checkPlatform({ resolveTool, log }) {
  const results = [];
  const report = (check, problems) =>
    results.push({
      check: `platform: ${check}`,
      ok: problems.length === 0,
      why: problems.slice(0, 40).join('\n'),
    });
  const attempt = async (check, work) => {
    try {
      report(check, await work());
    } catch (error) {
      report(check, [error.message]);
    }
  };
  const tool = async name => {
    try {
      return await resolveTool(name);
    } catch (error) {
      results.push({
        check: `platform: all that needs ${name}`,
        ok: undefined,
        why: error.message,
      });
      return undefined;
    }
  };

  await attempt('every YAML file can be read', () => {
    plainYamlFiles().forEach(file =>
      readDocuments(path.join(platformFolder, file)),
    );
    return [];
  });
  await attempt('team files say what company and Terraform say', () =>
    teamProblems(readTeams(), readModelTeams(), readCostCentres()),
  );

  const gator = await tool('gator');
  if (gator) {
    await attempt('suites of the policies pass', async () => {
      const { ok, output } = await verifySuites(gator);
      return ok ? [] : [output];
    });
    await attempt('every constraint is tested with good and bad objects', () =>
      coverageProblems(readConstraints(), readSuites()),
    );
    await attempt(
      `each of ${mutants.length} weakened policies fails its suite`,
      async () => {
        const verdicts = await inParallel(mutants, async ([file, mutate]) => {
          const { ok, output } = await verifyMutant(gator, file, mutate);
          // A mutant that is no Rego proves nothing.
          const noticed = !ok && /unexpected number of violations/.test(output);
          return noticed
            ? []
            : [`${file}: ${mutate} was not noticed: ${tail(output, 3)}`];
        });
        return verdicts.flat();
      },
    );
  }

  const helm = await tool('helm');
  if (!helm) {
    return results;
  }
  let rows = [];
  await attempt('every ApplicationSet makes its Applications', async () => {
    rows = await expandPlatform(helm);
    return rows.length > 0 ? [] : ['there are none'];
  });
  const sets = [...new Set(rows.map(({ set }) => set).filter(Boolean))];
  const each = rule => rows.flatMap(({ application }) => rule(application));
  report(
    `charts and sources of ${rows.length} Applications are pinned`,
    each(pinProblems),
  );
  report(
    'project, destination, sync options, retries and finalizers are said',
    each(statementProblems),
  );
  report(
    'ApplicationSets are strict and say what a deletion takes along',
    sets.flatMap(setProblems),
  );
  report(
    'chart versions reach production through dev and staging',
    sets.flatMap(promotionProblems),
  );
  report('folders and value files are there', each(linkProblems));
  const names = rows.map(
    ({ controlPlane, application }) =>
      `${controlPlane}/${application.metadata.name}`,
  );
  report(
    'no two Applications share a name',
    names.filter((name, index) => names.indexOf(name) !== index),
  );

  const rendered = [];
  await attempt(
    'every folder and chart of this repository renders',
    async () => {
      rendered.push(
        ...(await inParallel(rows, async row => ({
          ...row,
          objects: await renderApplication(helm, row.application),
        }))),
      );
      return [];
    },
  );
  checkProjects(rendered, report);
  const definitions = rows.map(({ application }) => application);
  const objects = [
    ...definitions,
    ...sets,
    ...rendered.flatMap(row => row.objects),
  ];

  await attempt('images are named by version or digest', () =>
    imageProblems(imagesOf(objects)),
  );
  await attempt(
    'every object fits its schema, without unknown fields',
    async () => {
      const { problems, validated, unknown } = await validateObjects(
        unique(objects),
        await findModels(),
      );
      log?.(`platform: ${validated} different objects validated`);
      for (const [kind, count] of unknown) {
        log?.(
          `platform: not validated, no package has the schema: ${count} x ${kind}`,
        );
      }
      return problems;
    },
  );

  const hcl2json = await tool('hcl2json');
  if (hcl2json) {
    await attempt(
      'node pools have the profiles of module karpenter',
      async () =>
        profileProblems(readPoolProfiles(), await readModuleProfiles(hcl2json)),
    );
  }
  report(
    'node pools split the limit of their cluster by the spot share',
    rendered
      .filter(
        ({ application }) =>
          application.metadata.labels?.['arctiq.io/component'] === 'karpenter',
      )
      .flatMap(({ objects: own, cluster }) => {
        const environment = cluster.metadata.labels['arctiq.io/environment'];
        return poolProblems(own, readPoolProfiles()[environment], environment);
      }),
  );
  if (gator) {
    await checkPolicies(gator, rendered, attempt);
  }
  return results;
}
