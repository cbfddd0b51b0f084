import { explainGitHubFailure, gitHubFailureOf } from './githubFailure';

const now = new Date('2026-08-01T10:00:00Z');
const reset = now.getTime() / 1000 + 90;

describe('explainGitHubFailure', () => {
  it.each([
    [
      'no answer',
      { message: 'connect ECONNREFUSED' },
      'unreachable',
      'did not answer (connect ECONNREFUSED)',
      true,
    ],
    [
      'a late answer',
      { message: 'The operation was aborted due to timeout' },
      'unreachable',
      'did not answer in time',
      true,
    ],
    [
      'primary limit',
      {
        status: 403,
        message: 'API rate limit exceeded',
        headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset },
      },
      'rate-limited',
      'limits the number of calls; it accepts more in 90 s',
      true,
    ],
    [
      'secondary limit',
      { status: 403, message: 'slow down', headers: { 'retry-after': '7' } },
      'rate-limited',
      'limits the number of calls; it accepts more in 7 s',
      true,
    ],
    [
      '429 without a time',
      { status: 429, message: 'Too many' },
      'rate-limited',
      'limits the number of calls at the moment',
      true,
    ],
    [
      'bad token',
      { status: 401, message: 'Bad credentials' },
      'unauthorized',
      "does not accept the portal's token (Bad credentials); the platform team must renew it",
      false,
    ],
    [
      'forbidden',
      { status: 403, message: 'Resource not accessible' },
      'refused',
      'refused the call (HTTP 403: Resource not accessible)',
      false,
    ],
    [
      'server error',
      { status: 502, message: '<html>' },
      'failing',
      'answers with an error of its own (HTTP 502)',
      true,
    ],
  ])('%s', (_name, failure, kind, phrase, transient) => {
    expect(explainGitHubFailure(failure, now)).toMatchObject({
      kind,
      phrase,
      transient,
    });
  });
});

describe('gitHubFailureOf', () => {
  it('takes no status from an error without a response', () => {
    const error = Object.assign(new Error('fetch failed'), { status: 500 });
    expect(gitHubFailureOf(error)).toEqual({
      status: undefined,
      headers: undefined,
      message: 'fetch failed',
    });
  });

  it.each([
    [undefined, 'no answer'],
    ['text', 'text'],
    [new Error('outer', { cause: new Error('ECONNRESET') }), 'ECONNRESET'],
    [new Error('outer', { cause: { message: '', code: 'E1' } }), 'E1'],
  ])('tells of %j that %s', (value, message) => {
    expect(gitHubFailureOf(value).message).toBe(message);
  });
});
