import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { createLimitedFetch } from './limitedFetch';

describe('createLimitedFetch', () => {
  let server: http.Server;
  let url: string;
  let answer: http.RequestListener;
  const limited = createLimitedFetch({ timeoutMs: 300, maxBytes: 1000 });

  beforeAll(async () => {
    server = http.createServer((request, response) =>
      answer(request, response),
    );
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });

  it('hands on status, headers and body', async () => {
    answer = (_, response) =>
      response.writeHead(404, { 'x-kind': 'test' }).end('not here');
    const response = await limited(url);
    expect(response.status).toBe(404);
    expect(response.headers.get('x-kind')).toBe('test');
    expect(await response.text()).toBe('not here');
  });

  it('hands on an answer without a body', async () => {
    answer = (_, response) => response.writeHead(204).end();
    expect((await limited(url)).status).toBe(204);
  });

  it.each<[string, http.RequestListener, string]>([
    ['silent', () => undefined, 'no complete answer within 0.3 s'],
    [
      'endless but slow',
      (_, response) => response.writeHead(200).write('begun'),
      'no complete answer within 0.3 s',
    ],
    [
      'too long',
      (_, response) => response.writeHead(200).end('x'.repeat(1001)),
      'the answer is longer than 1000 bytes',
    ],
    ['cut off', (_, response) => response.destroy(), 'other side closed'],
  ])('gives up on a server that is %s', async (_name, listener, message) => {
    answer = listener;
    await expect(limited(url)).rejects.toThrow(message);
  });

  it('says why nobody answers', async () => {
    await expect(limited('http://127.0.0.1:1')).rejects.toThrow(/bad port/);
  });

  it("stops when the caller's own signal says so", async () => {
    answer = () => undefined;
    const controller = new AbortController();
    const request = limited(url, { signal: controller.signal });
    controller.abort(new Error('the page was left'));
    await expect(request).rejects.toThrow('the page was left');
  });
});
