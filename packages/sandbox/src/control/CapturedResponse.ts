import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { Duplex } from 'node:stream';

/** Takes bytes and keeps none. */
function createSink(): Duplex {
  return new Duplex({
    read() {},
    write(_chunk, _encoding, done) {
      done();
    },
  });
}

function toBuffer(chunk: unknown): Buffer | undefined {
  if (typeof chunk === 'string') {
    return Buffer.from(chunk);
  }
  return chunk instanceof Uint8Array ? Buffer.from(chunk) : undefined;
}

/** An answer that reaches nobody but can be looked at. */
export class CapturedResponse extends ServerResponse {
  readonly #chunks: Buffer[] = [];

  constructor(request: IncomingMessage) {
    super(request);
    this.assignSocket(createSink() as Socket);
  }

  /** The body so far. */
  get body(): Buffer {
    return Buffer.concat(this.#chunks);
  }

  override write(chunk: unknown, ...rest: unknown[]): boolean {
    const bytes = toBuffer(chunk);
    if (bytes) {
      this.#chunks.push(bytes);
    }
    return Reflect.apply(super.write, this, [chunk, ...rest]);
  }

  override end(...args: unknown[]): this {
    const bytes = toBuffer(args[0]);
    if (bytes) {
      this.#chunks.push(bytes);
    }
    return Reflect.apply(super.end, this, args);
  }
}
