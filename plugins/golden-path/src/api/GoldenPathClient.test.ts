import { GoldenPathClient } from './GoldenPathClient';
import { messageOf } from './messageOf';

function clientOf(...answers: Array<[number, unknown]>) {
  const fetch = jest.fn(async () => {
    const [status, body] = answers.shift()!;
    return new Response(JSON.stringify(body), {
      status,
      headers: { 'content-type': 'application/json' },
    });
  });
  return {
    fetch,
    client: new GoldenPathClient({ fetchApi: { fetch } as never }),
  };
}

describe('GoldenPathClient', () => {
  it('encodes what people typed', async () => {
    const { client, fetch } = clientOf([200, { available: 'no' }]);
    await client.checkName('a/../b?');
    expect(fetch).toHaveBeenCalledWith(
      'plugin://golden-path/v1/names/a%2F..%2Fb%3F',
      { signal: undefined },
    );
  });

  it('asks once for the owners, and again after a failure', async () => {
    const items = [{ entityRef: 'group:default/orders' }];
    const { client, fetch } = clientOf([503, {}], [200, { items }]);
    await expect(client.listOwners()).rejects.toThrow();
    await expect(client.listOwners()).resolves.toEqual(items);
    await expect(client.listOwners()).resolves.toEqual(items);
    expect(fetch).toHaveBeenCalledTimes(2);
  });

  it("passes on the backend's words", async () => {
    const { client } = clientOf([
      403,
      {
        error: { name: 'NotAllowedError', message: 'Ask Orders' },
        response: { statusCode: 403 },
      },
    ]);
    const error = await client.unregister('component:default/x').catch(e => e);
    expect(error).toMatchObject({ name: 'ResponseError' });
    expect(messageOf(error)).toBe('Ask Orders');
  });
});
