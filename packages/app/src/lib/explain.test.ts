import { ResponseError } from '@backstage/errors';
import { explain } from './explain';

describe('explain', () => {
  it('takes the words of the backend', async () => {
    const error = await ResponseError.fromResponse(
      new Response(
        JSON.stringify({
          error: { name: 'NotFoundError', message: 'Nobody has this name' },
          response: { statusCode: 404 },
        }),
        { status: 404, headers: { 'Content-Type': 'application/json' } },
      ) as any,
    );

    expect(explain(error)).toBe('Nobody has this name');
  });

  it('keeps other messages', () => {
    expect(explain(new TypeError('Failed to fetch'))).toBe('Failed to fetch');
  });
});
