import { PullRequestsClient } from './PullRequestsClient';

function clientOf(status: number, body: unknown) {
  const fetch = jest.fn(
    async () =>
      new Response(JSON.stringify(body), {
        status,
        headers: { 'content-type': 'application/json' },
      }),
  );
  return { fetch, client: new PullRequestsClient({ fetchApi: { fetch } }) };
}

describe('PullRequestsClient', () => {
  it('sends the filters that are set', async () => {
    const page = { items: [], totalItems: 0, pageInfo: {} };
    const { client, fetch } = clientOf(200, page);
    const { signal } = new AbortController();
    await expect(
      client.list(
        { owner: 'group:default/a&b', author: undefined, limit: 5 },
        { signal },
      ),
    ).resolves.toEqual(page);
    expect(fetch).toHaveBeenCalledWith(
      'plugin://pull-requests/v1/pull-requests?owner=group%3Adefault%2Fa%26b&limit=5',
      { signal },
    );
  });

  it('passes on what the backend refuses', async () => {
    const { client } = clientOf(403, {
      error: { name: 'NotAllowedError', message: 'Not yours' },
      response: { statusCode: 403 },
    });
    await expect(client.list({})).rejects.toMatchObject({
      statusCode: 403,
      cause: { message: 'Not yours' },
    });
  });
});
