import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, it } from 'node:test';
import { resolveTool } from '../../tools/resolve.mjs';
import {
  chartFolder,
  lint,
  listValues,
  parseDocuments,
  productionValues,
  template,
} from './chart.mjs';
import { checkQuestions } from './schema.mjs';
import { snapshotFile } from './snapshot.mjs';
import {
  checkClusterPolicies,
  checkRules,
  readAlertTests,
} from './withTools.mjs';

async function tool(name, context) {
  try {
    return await resolveTool(name);
  } catch (error) {
    if (process.env.CI === 'true') {
      throw error;
    }
    context.skip(error.message);
    return undefined;
  }
}

/** A copy of the chart in which one file is changed. */
function changedChart(file, from, to) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'portal-chart-test-'));
  fs.cpSync(chartFolder, folder, { recursive: true });
  const text = fs.readFileSync(path.join(folder, file), 'utf8');
  assert.ok(text.includes(from));
  fs.writeFileSync(path.join(folder, file), text.replace(from, to));
  return folder;
}

describe('helm', () => {
  it('refuses a template that does not render', async context => {
    const helm = await tool('helm', context);
    if (helm) {
      const folder = changedChart('templates/service.yaml', '{{ ', '{{ bad ');
      assert.notDeepEqual(await lint(helm, productionValues, folder), []);
      fs.rmSync(folder, { recursive: true });
    }
  });

  it('takes a tag when the schema no longer refuses it', async context => {
    const helm = await tool('helm', context);
    if (helm) {
      const folder = changedChart(
        'values.schema.json',
        '^sha256:[a-f0-9]{64}$',
        '.*',
      );
      const extra = {
        image: { repository: 'ghcr.io/a/b', digest: 'latest' },
      };
      const values = productionValues;
      const loose = await template(helm, { values, extra }, folder);
      assert.equal(loose.code, 0);
      const strict = await template(helm, { values, extra });
      assert.match(strict.output, /\/image\/digest/);
      fs.rmSync(folder, { recursive: true });
    }
  });

  it('notices a chart that no longer asks', async context => {
    const helm = await tool('helm', context);
    if (helm) {
      const folder = changedChart(
        'templates/_helpers.tpl',
        'eq .Release.Namespace "default"',
        'eq .Release.Namespace "nowhere"',
      );
      assert.match(
        (await checkQuestions(helm, folder)).join('\n'),
        /namespace default/,
      );
      fs.rmSync(folder, { recursive: true });
    }
  });

  it('has a values file for each switch', () => {
    assert.deepEqual(listValues(), [
      'default-values.yaml',
      'extra-settings-values.yaml',
      'fixed-size-values.yaml',
      'names-by-istio-values.yaml',
      'no-ingress-values.yaml',
      'own-migrations-values.yaml',
      'own-priority-class-values.yaml',
      'unwatched-values.yaml',
    ]);
  });
});

describe('gator', () => {
  it('refuses an image of a stranger and a pod without an owner', async context => {
    const gator = await tool('gator', context);
    if (gator) {
      const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'portal-gator-'));
      const objects = parseDocuments(fs.readFileSync(snapshotFile, 'utf8'));
      assert.deepEqual(await checkClusterPolicies(gator, objects, folder), []);
      const text = JSON.stringify(objects)
        .replaceAll('210000000013.dkr.ecr.us-east-1', 'evil')
        .replaceAll('arctiq.io/team', 'arctiq.io/nobody');
      const [problem] = await checkClusterPolicies(
        gator,
        JSON.parse(text),
        folder,
      );
      assert.match(problem, /\["images"\]/);
      assert.match(problem, /\["required-labels"\]/);
      fs.rmSync(folder, { recursive: true });
    }
  });
});

describe('promtool', () => {
  // What is changed, how, and which unit tests must notice it.
  const mutations = [
    ['a threshold that is never reached', '* 0.001)', '* 1)', /in fifty/],
    ['probes that count', 'health|events', 'none', /failing probes/],
    [
      'replicas that do not share their work',
      'max by (namespace, taskId)',
      'min by (namespace, taskId)',
      /another replica/,
    ],
    [
      'failures that count as answers',
      '2..|304',
      '|2..|304',
      /refuses connections/,
    ],
    ['another runbook', '/operations#', '/elsewhere#', /what to do/],
    [
      'an expression that is none',
      'sum by (namespace) (up',
      'sum by (namespace (up',
      /./,
    ],
  ];
  for (const [name, from, to, noticedBy] of mutations) {
    it(`refuses ${name}`, async context => {
      const promtool = await tool('promtool', context);
      if (!promtool) {
        return;
      }
      const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'portal-rules-'));
      const tests = readAlertTests()
        .map(file => ({
          ...file,
          tests: file.tests.filter(test => noticedBy.test(test.name)),
        }))
        .filter(file => file.tests.length > 0)
        .slice(0, 1);
      const objects = parseDocuments(fs.readFileSync(snapshotFile, 'utf8'));
      if (noticedBy.source !== '.') {
        assert.equal(tests[0].tests.length, 1);
        assert.deepEqual(
          await checkRules(promtool, objects, folder, tests),
          [],
        );
      }
      const text = JSON.stringify(objects);
      assert.ok(text.includes(from));
      const changed = JSON.parse(text.replaceAll(from, to));
      assert.notDeepEqual(
        await checkRules(promtool, changed, folder, tests),
        [],
      );
      fs.rmSync(folder, { recursive: true });
    });
  }
});
