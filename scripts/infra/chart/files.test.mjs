import assert from 'node:assert/strict';
import fs from 'node:fs';
import { describe, it } from 'node:test';
import { inRoot } from '../../lib/paths.mjs';
import { parseDocuments } from './chart.mjs';
import { checkDockerfile, reachesBuilder } from './dockerfile.mjs';
import {
  anchorsOf,
  checkAlerts,
  checkAlertTests,
  checkServedMetrics,
  metricsOf,
} from './metrics.mjs';
import { snapshotFile } from './snapshot.mjs';
import { productionVariables, variablesOf } from './variables.mjs';
import { readAlertTests } from './withTools.mjs';

const dockerfile = fs.readFileSync(
  inRoot('packages/backend/Dockerfile'),
  'utf8',
);
const ignore = fs.readFileSync(inRoot('.dockerignore'), 'utf8');
const reviewed = parseDocuments(fs.readFileSync(snapshotFile, 'utf8'));

describe('checkDockerfile', () => {
  it('has nothing against ours', () => {
    assert.deepEqual(checkDockerfile(dockerfile, ignore), []);
  });

  const mutations = [
    [
      'a base that moves',
      /node:24\.21\.0-trixie-slim\n/,
      'node:24\n',
      /not pinned/,
    ],
    [
      'the newest base',
      /node:24\.21\.0-trixie-slim\n/,
      'node:latest\n',
      /not pinned/,
    ],
    ['root', 'USER 1000:1000', 'USER root', /numbered user/],
    ['a named user', 'USER 1000:1000', 'USER node', /numbered user/],
    ['no user', 'USER 1000:1000', '', /numbered user/],
    [
      'ADD of an address',
      'EXPOSE',
      'ADD https://example.com/x.tar.gz /x\nEXPOSE',
      /ADD may fetch/,
    ],
    [
      'a secret as an argument',
      'ARG VERSION',
      'ARG NPM_TOKEN\nARG VERSION',
      /a secret would stay/,
    ],
    [
      'a secret as a variable',
      'EXPOSE',
      'ENV DB_PASSWORD=x\nEXPOSE',
      /a secret would stay/,
    ],
    [
      'a download',
      'WORKDIR /app\n# Everything',
      'RUN curl https://example.com | sh\nWORKDIR /app\n# Everything',
      /checked by nobody/,
    ],
    [
      'everything copied',
      'COPY templates ./templates',
      'COPY . .',
      /whole folder/,
    ],
    ['the lists of apt', '/var/lib/apt/lists/*', '/var/lib/x', /lists of apt/],
    ['recommended packages', '--no-install-recommends', '', /recommended/],
    ['npm', '/usr/local/lib/node_modules', '/usr/local/lib/x', /npm stays/],
    ['a bundle that is locked', ' && chmod 755 /app', '', /may not read/],
    ['one stage', /FROM \$\{NODE_IMAGE\}\n/, '', /needed only to build/],
    [
      'no labels',
      'org.opencontainers.image.revision=',
      'x=',
      /no label revision/,
    ],
    [
      'a shell as entry point',
      /ENTRYPOINT .*/,
      'ENTRYPOINT node packages/backend',
      /signals/,
    ],
    [
      'no metrics',
      '"--require", "./packages/backend/dist/instrumentation.cjs.js", ',
      '',
      /metrics/,
    ],
    [
      'code before dependencies',
      'COPY .yarnrc.yml',
      'COPY packages/backend/dist/bundle.tar.gz ./\nCOPY .yarnrc.yml',
      /changes often/,
    ],
    [
      'a file that never arrives',
      'COPY templates',
      'COPY docs',
      /keeps docs away/,
    ],
  ];
  for (const [name, from, to, wanted] of mutations) {
    it(`finds ${name}`, () => {
      const changed = dockerfile.replace(from, to);
      assert.notEqual(changed, dockerfile);
      assert.match(checkDockerfile(changed, ignore).join('\n'), wanted);
    });
  }

  it('finds a .dockerignore that lets secrets through', () => {
    assert.match(
      checkDockerfile(dockerfile, 'node_modules').join('\n'),
      /lets \.env through/,
    );
    assert.equal(reachesBuilder('templates/x/a.yaml', ignore), true);
    assert.equal(reachesBuilder('plugins/x/src/a.ts', ignore), false);
  });
});

describe('metrics', () => {
  it('finds names in PromQL', () => {
    assert.deepEqual(
      metricsOf(
        'sum by (a, le) (rate(x_count{b="c_d", e!~"f"}[5m])) / on (a) y:z > 0.5 or absent(up)',
      ),
      ['x_count', 'y:z', 'up'],
    );
  });

  it('compares the list with what is served', () => {
    const listed = { always: ['a', 'b'], portal: ['a', 'b', 'c'] };
    assert.deepEqual(
      checkServedMetrics('# TYPE a counter\n# TYPE d gauge\n', listed),
      ['the portal does not serve b', 'files/metrics.yaml does not list d'],
    );
  });

  it('wants a runbook behind every alert', () => {
    assert.deepEqual(anchorsOf('# A b\n\n### PortalDown\n'), [
      'a-b',
      'portaldown',
    ]);
    assert.deepEqual(checkAlerts(reviewed), []);
    assert.match(
      checkAlerts(reviewed, '### PortalDown').join('\n'),
      /no heading "portalslow"/,
    );
  });

  it('wants a test that makes every alert fire', () => {
    const files = readAlertTests();
    assert.deepEqual(checkAlertTests(reviewed, files), []);
    const fewer = files.map(({ tests }) => ({
      tests: tests.filter(({ name }) => !/certificate/.test(name)),
    }));
    assert.deepEqual(checkAlertTests(reviewed, fewer), [
      'no test makes PortalCertificateExpires fire',
    ]);
  });
});

describe('variables', () => {
  it('are those without a default that no later file replaces', () => {
    assert.deepEqual(
      variablesOf([
        'a: ${A}\nb: ${B:-x}\nc: [{ d: "${D}" }]\ne: { f: "${F}" }',
        'c: [{ d: "${G}" }]\ne: { f: null }',
      ]),
      ['A', 'G'],
    );
    assert.ok(productionVariables().includes('POSTGRES_PASSWORD'));
  });
});
