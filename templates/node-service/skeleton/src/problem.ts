import { STATUS_CODES } from 'node:http';
import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify';

/** An error whose text the caller may read (RFC 9457). Throw it in a route. */
export class Problem extends Error {
  override name = 'Problem';

  /**
   * @param statusCode - HTTP status of the answer, 400 to 599
   * @param message - what happened and what the caller can do; no internals
   */
  constructor(
    readonly statusCode: number,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** Fastify's own errors about the request: no such form, too large, too slow. */
function isRequestError(error: FastifyError): boolean {
  const status = error.statusCode ?? 500;
  return status !== 500 && (error.code ?? '').startsWith('FST_ERR_');
}

function send(reply: FastifyReply, status: number, detail: string) {
  return reply.code(status).type('application/problem+json').send({
    type: 'about:blank',
    title: STATUS_CODES[status],
    status,
    detail,
    requestId: reply.request.id,
  });
}

/**
 * Answers errors as problem documents. What was not meant for the caller stays
 * in the log, where the request id finds it.
 */
export function handleErrors(app: FastifyInstance): void {
  app.setErrorHandler<FastifyError | Problem>((error, request, reply) => {
    if (error instanceof Problem || isRequestError(error)) {
      const status = error.statusCode ?? 400;
      request.log[status >= 500 ? 'error' : 'info']({ err: error });
      return send(reply, status, error.message);
    }
    request.log.error({ err: error });
    return send(
      reply,
      500,
      'Something went wrong here. Tell the owner of the service the request id.',
    );
  });
  app.setNotFoundHandler((request, reply) =>
    send(reply, 404, `There is no ${request.method} at this path.`),
  );
}
