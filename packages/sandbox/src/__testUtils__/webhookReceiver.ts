import { createHmac } from 'node:crypto';
import http from 'node:http';
import { AddressInfo } from 'node:net';

/** A webhook as it arrived. */
export interface ReceivedWebhook {
  event: string;
  delivery: string;
  signature: string | undefined;
  body: string;
  payload: Record<string, any>;
}

/** Something that receives webhooks. */
export interface WebhookReceiver {
  url: string;
  received: ReceivedWebhook[];
  /** Answers the next requests with these codes, then with 200. */
  answers: number[];
  /** Waits until a webhook fits. */
  waitFor: (
    fits: (webhook: ReceivedWebhook) => boolean,
  ) => Promise<ReceivedWebhook>;
  close: () => Promise<void>;
}

/** The signature that a body must carry. */
export function expectedSignature(secret: string, body: string): string {
  return `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
}

/** Starts a receiver on a free port. */
export async function startWebhookReceiver(): Promise<WebhookReceiver> {
  const received: ReceivedWebhook[] = [];
  const answers: number[] = [];
  const server = http.createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) {
      body += chunk;
    }
    response.statusCode = answers.shift() ?? 200;
    if (response.statusCode === 200) {
      received.push({
        event: String(request.headers['x-github-event']),
        delivery: String(request.headers['x-github-delivery']),
        signature: request.headers['x-hub-signature-256'] as string | undefined,
        body,
        payload: JSON.parse(body),
      });
    }
    response.end();
  });
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/hook`,
    received,
    answers,
    async waitFor(fits) {
      const deadline = Date.now() + 15_000;
      for (;;) {
        const found = received.find(fits);
        if (found) {
          return found;
        }
        if (Date.now() > deadline) {
          throw new Error(
            `No such webhook among: ${received
              .map(one => `${one.event}.${one.payload.action}`)
              .join(', ')}`,
          );
        }
        await new Promise(resolve => {
          setTimeout(resolve, 20);
        });
      }
    },
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
