import { UrlReaders } from '@backstage/backend-defaults/urlReader';
import { UrlReaderService } from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import { startTestSandbox, TestSandbox } from '../__testUtils__/testSandbox';

// Real servers and real git: slow machines need patience.
jest.setTimeout(30_000);

const logger = {
  error: () => {},
  warn: () => {},
  info: () => {},
  debug: () => {},
  child: () => logger,
};

describe("Backstage's own reader of GitHub", () => {
  let sandbox: TestSandbox;
  let reader: UrlReaderService;
  let root: string;

  beforeAll(async () => {
    sandbox = await startTestSandbox();
    const { host } = new URL(sandbox.url);
    root = `http://${host}/acme`;
    reader = UrlReaders.default({
      logger,
      config: new ConfigReader({
        integrations: {
          github: [{ host, apiBaseUrl: sandbox.api, token: 'portal-token' }],
        },
      }),
    });
  });
  afterAll(async () => {
    await sandbox.stop();
  });

  it('reads a file, and nothing when it did not change', async () => {
    const url = `${root}/shop/blob/main/catalog-info.yaml`;
    const file = await reader.readUrl(url);
    expect((await file.buffer()).toString()).toBe('kind: Component\n');
    await expect(
      reader.readUrl(url, { etag: file.etag }),
    ).rejects.toMatchObject({ name: 'NotModifiedError' });
    await expect(
      reader.readUrl(`${root}/shop/blob/main/nope.yaml`),
    ).rejects.toMatchObject({ name: 'NotFoundError' });
  });

  it('reads a file of a private repository by its token', async () => {
    const file = await reader.readUrl(`${root}/vault/blob/main/README.md`);
    expect((await file.buffer()).toString()).toBe('# Vault\n');
  });

  it('reads a tree', async () => {
    const url = `${root}/shop/tree/main/docs`;
    const tree = await reader.readTree(url);
    const files = await tree.files();
    expect(files.map(({ path }) => path).sort()).toEqual([
      'index.md',
      'sub dir/ünïcode.md',
    ]);
    await expect(
      reader.readTree(url, { etag: tree.etag }),
    ).rejects.toMatchObject({ name: 'NotModifiedError' });
  });

  it('searches with a glob', async () => {
    const found = await reader.search(`${root}/shop/blob/main/**/*.md`);
    expect(found.files.map(({ url }) => url).sort()).toEqual([
      `${root}/shop/blob/main/README.md`,
      `${root}/shop/blob/main/docs/index.md`,
      `${root}/shop/blob/main/docs/sub%20dir/%C3%BCn%C3%AFcode.md`,
    ]);
    const index = found.files.find(({ url }) => url.endsWith('index.md'));
    expect((await index?.content())?.toString()).toBe('Hello\n');
  });
});
