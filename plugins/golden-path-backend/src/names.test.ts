import { ServerResponse } from 'node:http';
import request from 'supertest';
import { answer, FakeGitHub, notFound } from './__testUtils__/FakeGitHub';
import { startPlugin } from './__testUtils__/startPlugin';

const BASE = '/api/golden-path';

describe('whether a name is free', () => {
  let github: FakeGitHub;

  beforeEach(async () => {
    github = await FakeGitHub.start();
  });
  afterEach(() => github.stop());

  function start() {
    return startPlugin({ githubHost: github.host, memberships: ['orders'] });
  }

  it('tells a free name, asking GitHub once with its token', async () => {
    const { server } = await start();
    let authorization: string | undefined;
    github.handler = (req, res) => {
      authorization = req.headers.authorization;
      notFound(req, res);
    };
    const { status, body } = await request(server).get(
      `${BASE}/v1/names/returns-api`,
    );
    expect(status).toBe(200);
    expect(body).toEqual({
      name: 'returns-api',
      available: 'yes',
      problems: [],
    });
    expect(github.requests).toEqual([
      '/api/v3/repos/arctiq-commerce/returns-api',
    ]);
    expect(authorization).toBe('token github-token');
  });

  it('asks nobody about a name of the wrong form', async () => {
    const { server } = await start();
    const { body } = await request(server).get(
      `${BASE}/v1/names/${encodeURIComponent('Оrders/../x')}`,
    );
    expect(body.available).toBe('no');
    expect(body.problems.map((p: { code: string }) => p.code)).toEqual([
      'look-alike',
      'character',
    ]);
    expect(github.requests).toEqual([]);
  });

  it('names the entity that has the name, and whose it is', async () => {
    const { server } = await start();
    const { body } = await request(server).get(
      `${BASE}/v1/names/order-service`,
    );
    expect(body).toEqual({
      name: 'order-service',
      available: 'no',
      problems: [
        {
          code: 'entity-exists',
          message:
            'component:default/order-service of Orders exists already in the catalog: choose another name.',
          severity: 'error',
          field: 'name',
        },
      ],
    });
  });

  it.each([
    [null, /exists already: choose another name\.$/],
    ['http://portal/create/tasks/abc', /the run http:\S+\/abc made it\. Open/],
  ])('names a repository with homepage %s', async (homepage, expected) => {
    const { server } = await start();
    github.handler = answer(200, {
      name: 'Returns-API',
      html_url: 'http://github/arctiq-commerce/Returns-API',
      homepage,
    });
    const { body } = await request(server).get(`${BASE}/v1/names/returns-api`);
    expect(body.available).toBe('no');
    expect(body.problems[0].message).toMatch(expected);
  });

  it('takes the former name of a renamed repository for free', async () => {
    const { server } = await start();
    github.handler = answer(200, { name: 'new-name', html_url: 'x' });
    const { body } = await request(server).get(`${BASE}/v1/names/old-name`);
    expect(body.available).toBe('yes');
  });

  it.each([
    ['is down', answer(503, '<html>'), 'answers with an error of its own'],
    [
      'is rate limited',
      answer(403, { message: 'limit' }, { 'retry-after': '30' }),
      'it accepts more in 30 s',
    ],
    ['never answers', () => {}, 'did not answer in time'],
    [
      'answers with a page',
      (_req: unknown, res: ServerResponse) => {
        res.writeHead(200, { 'content-type': 'text/html' });
        res.end('<html>Unicorn</html>');
      },
      'the answer is not JSON',
    ],
    [
      'breaks the connection',
      (_req: unknown, res: ServerResponse) => {
        res.socket!.destroy();
      },
      'did not answer',
    ],
  ])('does not know when GitHub %s', async (_name, handler, phrase) => {
    const { server } = await start();
    github.handler = handler;
    const { status, body } = await request(server).get(
      `${BASE}/v1/names/returns-api`,
    );
    expect(status).toBe(200);
    expect(body.available).toBe('unknown');
    expect(body.problems).toEqual([
      {
        code: 'github-unchecked',
        message: expect.stringContaining(phrase),
        severity: 'warning',
        field: 'name',
      },
    ]);
  });
});
