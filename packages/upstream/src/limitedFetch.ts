/**
 * Makes a fetch that gives up on an answer that takes too long or is too long,
 * and says why it failed.
 *
 * @param options - `timeoutMs` for the whole answer, `maxBytes` of its body
 */
export function createLimitedFetch(options: {
  timeoutMs: number;
  maxBytes: number;
}): typeof fetch {
  const { timeoutMs, maxBytes } = options;
  return async (input, init) => {
    const timeout = AbortSignal.timeout(timeoutMs);
    const signal = init?.signal
      ? AbortSignal.any([init.signal, timeout])
      : timeout;
    try {
      const response = await fetch(input, { ...init, signal });
      const { status, statusText, headers } = response;
      const body = await readBody(response, maxBytes);
      return new Response(body, { status, statusText, headers });
    } catch (error) {
      if (timeout.aborted) {
        throw new Error(`no complete answer within ${timeoutMs / 1000} s`);
      }
      throw new Error(findCause(error), { cause: error });
    }
  };
}

/** Fetch says "fetch failed"; what a person needs to know is in its cause. */
function findCause(error: unknown): string {
  const { message, cause } = error as {
    message?: string;
    cause?: { message?: string; code?: string };
  };
  return cause?.message || cause?.code || message || String(error);
}

async function readBody(
  response: Response,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (!response.body) {
    return undefined;
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body) {
    size += chunk.length;
    if (size > maxBytes) {
      throw new Error(`the answer is longer than ${maxBytes} bytes`);
    }
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}
