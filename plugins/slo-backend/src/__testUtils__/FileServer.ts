import { Readable } from 'node:stream';
import { NotFoundError, NotModifiedError } from '@backstage/errors';
import type { UrlReaderService } from '@backstage/backend-plugin-api';

/** Files behind the URL reader, as a test says. */
export class FileServer {
  readonly files = new Map<string, string | Error>();
  /** Every address that was read, and whether it had changed. */
  readonly reads: string[] = [];

  /** The part of the URL reader that the plugin uses. */
  readUrl: UrlReaderService['readUrl'] = async (url, options) => {
    const content = this.files.get(url);
    if (content === undefined) {
      this.reads.push(`missing ${url}`);
      throw new NotFoundError(`${url} does not exist`);
    }
    if (content instanceof Error) {
      throw content;
    }
    const etag = `"${content.length}-${content.slice(-40)}"`;
    if (options?.etag === etag) {
      this.reads.push(`unchanged ${url}`);
      throw new NotModifiedError();
    }
    this.reads.push(`sent ${url}`);
    return {
      etag,
      buffer: async () => Buffer.from(content),
      stream: () => Readable.from([Buffer.from(content)]),
    };
  };
}
