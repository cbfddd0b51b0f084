import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { createLogger, transports } from 'winston';
import { LocalMkdocsGenerator } from './LocalMkdocsGenerator';
import { LocalRunner } from './LocalRunner';
import { MkdocsInstallation } from './MkdocsInstallation';

const MAKING_MS = 5 * 60_000;
const BUILDING_MS = 60_000;

/** Python with pip, and a package index that answers. */
function isInstallable(): boolean {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'pip-probe-'));
  const { status } = spawnSync(
    'python3',
    ['-m', 'pip', 'download', '--quiet', '--no-deps', 'mkdocs==1.6.1'],
    { cwd: folder, timeout: 60_000 },
  );
  rmSync(folder, { recursive: true });
  return status === 0;
}

// Whoever has no Python can still run the other tests; CI must have it.
const withPython = process.env.CI || isInstallable() ? describe : describe.skip;

withPython('LocalMkdocsGenerator with a real mkdocs', () => {
  const disk = createMockDirectory();
  const env = { ...process.env, BACKEND_SECRET: 'hunter2' };
  let installation: MkdocsInstallation;
  let directory: string;

  beforeAll(async () => {
    directory = await fs.mkdtemp(path.join(os.tmpdir(), 'real-mkdocs-'));
    installation = new MkdocsInstallation({
      config: { directory },
      env,
      logger: mockServices.logger.mock(),
      platform: process.platform,
    });
    await installation.prepare(() => {});
  }, MAKING_MS);

  afterAll(() => fs.rm(directory, { recursive: true, force: true }));

  async function build(repository: Record<string, string>) {
    disk.setContent({ repository, site: {} });
    const stream = new PassThrough();
    const chunks: Buffer[] = [];
    stream.on('data', chunk => chunks.push(chunk));
    const config = mockServices.rootConfig({
      data: { techdocs: { builder: 'local', generator: { runIn: 'local' } } },
    });
    const logger = mockServices.logger.mock();
    const generator = new LocalMkdocsGenerator({
      config,
      logger,
      installation,
      containerRunner: new LocalRunner({ installation, env }),
    });
    await generator.run({
      inputDir: disk.resolve('repository'),
      outputDir: disk.resolve('site'),
      etag: 'abc',
      logger: createLogger({ transports: [new transports.Stream({ stream })] }),
      logStream: stream,
      siteOptions: { name: 'Order service' },
    });
    const html = await fs.readFile(disk.resolve('site/index.html'), 'utf8');
    return { html, log: Buffer.concat(chunks).toString() };
  }

  it(
    'builds documentation that has no mkdocs.yml',
    async () => {
      const { html, log } = await build({
        'docs/index.md': '# Orders\n\n!!! note\n    Mind the *gap*.',
      });
      expect(html).toMatch(/<h1[^>]*>Orders/);
      expect(html).toMatch(/class="admonition note"/);
      expect(log).toContain('Documentation built in');
      const metadata = JSON.parse(
        await fs.readFile(disk.resolve('site/techdocs_metadata.json'), 'utf8'),
      );
      expect(metadata).toMatchObject({
        site_name: 'Order service',
        etag: 'abc',
      });
    },
    BUILDING_MS,
  );

  it(
    'keeps the secrets of the backend out of the documentation',
    async () => {
      const { html } = await build({
        'mkdocs.yml': `site_name: !ENV [BACKEND_SECRET, 'nothing to see']\nplugins: [techdocs-core]\n`,
        'docs/index.md': '# Orders',
      });
      expect(html).toContain('nothing to see');
      expect(html).not.toContain('hunter2');
    },
    BUILDING_MS,
  );

  it(
    'runs no code from the repository',
    async () => {
      const evil = `open(${JSON.stringify(
        disk.resolve('was-here'),
      )}, 'w').close()\n`;
      await build({
        'mkdocs.yml':
          'site_name: Orders\nplugins: [techdocs-core]\nhooks: [hook.py]\n',
        'hook.py': evil,
        'yaml.py': evil,
        'mkdocs.py': evil,
        'sitecustomize.py': evil,
        'docs/index.md': '# Orders',
      });
      await expect(fs.access(disk.resolve('was-here'))).rejects.toThrow(
        'ENOENT',
      );
    },
    BUILDING_MS,
  );

  it(
    'tells the author what mkdocs refuses',
    async () => {
      await expect(
        build({
          'mkdocs.yml': 'site_name: Orders\ndocs_dir: handbook\n',
          'README.md': '# Orders',
        }),
      ).rejects.toMatchObject({
        name: 'MkdocsFailedError',
        message: expect.stringMatching(
          /^mkdocs refused the documentation: Config value 'docs_dir': The path 'handbook' isn't an existing directory\. Correct it/,
        ),
      });
    },
    BUILDING_MS,
  );
});
