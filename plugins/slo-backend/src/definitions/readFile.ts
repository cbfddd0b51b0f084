import type { UrlReaderService } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';

/** What became of reading a file. */
export type FileContent =
  | { state: 'found'; text: string; etag?: string }
  | { state: 'unchanged' }
  | { state: 'failed'; reason: string };

/** What {@link readFile} keeps to. */
export interface ReadFileOptions {
  reader: UrlReaderService;
  maxBytes: number;
  timeoutMs: number;
}

/**
 * Reads a file through the URL reader, which knows the hosts and credentials.
 *
 * @param url - its address
 * @param etag - of the last reading, so that the same content is not sent again
 * @param signal - ends the reading early
 * @throws Error when `signal` ended it; everything else is an answer
 */
export async function readFile(
  url: string,
  etag: string | undefined,
  options: ReadFileOptions,
  signal: AbortSignal,
): Promise<FileContent> {
  const { reader, maxBytes, timeoutMs } = options;
  const timeout = AbortSignal.timeout(timeoutMs);
  try {
    const response = await reader.readUrl(url, {
      etag,
      signal: AbortSignal.any([signal, timeout]),
    });
    const chunks: Buffer[] = [];
    let size = 0;
    // The size is checked while it is read: a huge file must not fill the memory.
    for await (const chunk of response.stream?.() ?? [
      await response.buffer(),
    ]) {
      const bytes = Buffer.from(chunk);
      size += bytes.length;
      if (size > maxBytes) {
        return {
          state: 'failed',
          reason: `the file is larger than ${Math.round(
            maxBytes / 1024,
          )} kB; split it into several and list them in the annotation`,
        };
      }
      chunks.push(bytes);
    }
    const text = Buffer.concat(chunks).toString('utf8');
    return { state: 'found', text, etag: response.etag };
  } catch (error) {
    signal.throwIfAborted();
    if (isError(error) && error.name === 'NotModifiedError') {
      return { state: 'unchanged' };
    }
    return { state: 'failed', reason: describe(error, timeout, timeoutMs) };
  }
}

function describe(
  error: unknown,
  timeout: AbortSignal,
  timeoutMs: number,
): string {
  if (timeout.aborted) {
    return `no complete answer within ${timeoutMs / 1000} s`;
  }
  if (isError(error) && error.name === 'NotFoundError') {
    return 'there is no such file; correct the annotation or add the file to the default branch';
  }
  const message = isError(error) ? error.message : String(error);
  return message
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .slice(0, 200);
}
