import { IncomingMessage } from 'node:http';

const limit = 4 * 1024 * 1024;

/**
 * The parameters of a request: those of the address and, where the body is a
 * form, those of the body.
 *
 * @throws RangeError when the body is larger than 4 MiB
 */
export async function readForm(
  request: IncomingMessage,
  url: URL,
): Promise<URLSearchParams> {
  const parameters = new URLSearchParams(url.search);
  const type = request.headers['content-type'] ?? '';
  if (!type.startsWith('application/x-www-form-urlencoded')) {
    request.resume();
    return parameters;
  }
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > limit) {
      throw new RangeError(`The request body is larger than ${limit} bytes.`);
    }
    chunks.push(chunk);
  }
  const body = new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
  for (const [name, value] of body) {
    parameters.append(name, value);
  }
  return parameters;
}
