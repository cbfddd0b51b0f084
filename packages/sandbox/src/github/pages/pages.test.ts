import { startTestSandbox, TestSandbox } from '../../__testUtils__/testSandbox';
import { html } from './html';
import { renderMarkdown } from './markdown';

// Real servers and real git: slow machines need patience.
jest.setTimeout(30_000);

describe('html', () => {
  it('escapes what is filled in, but not HTML', () => {
    const link = html`<a href="${'"><script>'}">${"<b>'&"}</a>`;
    expect(html`<p>${link}${[1, undefined, false]}</p>`.text).toBe(
      '<p><a href="&quot;&gt;&lt;script&gt;">&lt;b&gt;&#39;&amp;</a>1</p>',
    );
  });

  it('shows Markdown without its dangers', () => {
    const { text } = renderMarkdown(
      '# A\n<img src=x onerror=alert(1)>\n[x](javascript:alert(1)) ![pic](http://elsewhere/x.png)',
    );
    expect(text).toContain('<h1>A</h1>');
    expect(text).not.toMatch(/<img|href="javascript:/);
  });
});

describe('pages', () => {
  let sandbox: TestSandbox;
  const get = (path: string) => fetch(`${sandbox.url}${path}`);

  beforeAll(async () => {
    sandbox = await startTestSandbox();
  });
  afterAll(async () => {
    await sandbox.stop();
  });

  it.each([
    ['/', 'Acme'],
    ['/acme', 'The shop'],
    ['/amara', 'Amara Okafor'],
    ['/acme/shop', 'git clone'],
    ['/acme/shop', 'Describe shop for the portal'],
    ['/acme/shop', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    ['/acme/shop.git', 'git clone'],
    ['/acme/museum', 'archived'],
    ['/acme/shop/tree/goodbye/docs', 'index.md'],
    ['/acme/shop/blob/main/catalog-info.yaml', 'kind: Component'],
    ['/acme/shop/blob/goodbye/docs/index.md', 'Goodbye'],
    ['/acme/shop/blob/main/docs/sub%20dir/%C3%BCn%C3%AFcode.md', 'Hej'],
    ['/acme/shop/commits', 'Start shop'],
    ['/acme/shop/commits/goodbye', 'Say goodbye'],
    ['/acme/shop/commit/goodbye', '+Goodbye'],
    ['/acme/shop/pulls', 'Say goodbye'],
    ['/acme/shop/pull/1', '+Goodbye'],
    ['/acme/shop/actions', 'no runners'],
  ])('%s shows %j', async (path, text) => {
    const response = await get(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'/,
    );
    const body = await response.text();
    expect(body).toContain(text);
    expect(body).toContain('Sandbox GitHub');
    expect(body).not.toContain('<script');
  });

  it.each([
    ['/acme/shop/raw/goodbye/docs/index.md', 'Hello\nGoodbye\n'],
    ['/acme/shop/blob/main/README.md?raw', '<script>alert(1)</script>'],
    ['/acme/shop/pull/1.diff', '+Goodbye'],
  ])('%s is plain text', async (path, text) => {
    const response = await get(path);
    expect(response.headers.get('content-type')).toMatch(/^text\/plain/);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await response.text()).toContain(text);
  });

  it('draws avatars and the style sheet', async () => {
    const amara = await sandbox
      .client()
      .rest.users.getByUsername({ username: 'amara' });
    const avatar = await fetch(amara.data.avatar_url);
    expect(await avatar.text()).toContain('>AO</text>');
    expect((await get('/_sandbox/assets/icon.svg')).status).toBe(200);
    const css = await get('/_sandbox/assets/site.css');
    expect(await css.text()).toContain('prefers-color-scheme: dark');
  });

  it.each([
    '/acme/vault',
    '/acme/nope',
    '/nobody',
    '/acme/shop/blob/main/nope',
    '/acme/shop/tree/nope',
    '/acme/shop/raw/main/.git/config',
    '/acme/shop/raw/main/..%2f..%2fvault.git%2fHEAD',
    '/acme/shop/commit/nope',
    '/acme/shop/pull/99',
    '/acme/shop/pull/x',
    '/acme/shop/wiki',
    '/avatars/u/x',
    '/acme/shop/blob/%ff',
    '/_sandbox/assets/x',
  ])('%s is not found', async path => {
    expect((await get(path)).status).toBe(404);
  });

  it('shows a protected branch and an empty repository', async () => {
    const client = sandbox.client();
    await client.rest.repos.updateBranchProtection({
      owner: 'acme',
      repo: 'shop',
      branch: 'main',
      required_status_checks: null,
      enforce_admins: null,
      required_pull_request_reviews: null,
      restrictions: null,
    });
    expect(await (await get('/acme/shop')).text()).toContain('protected: main');
    await client.rest.repos.createInOrg({ org: 'acme', name: 'empty' });
    expect(await (await get('/acme/empty')).text()).toContain('empty');
  });
});
