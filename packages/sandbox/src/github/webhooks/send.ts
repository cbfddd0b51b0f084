import { createHmac } from 'node:crypto';
import { DeliveryDoc, HookDoc } from '../store/types';

/** The signature of a body, as `x-hub-signature-256` carries it. */
export function sign(secret: string, body: string): string {
  return `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
}

/** The headers of a webhook, without its signature. */
export function deliveryHeaders(
  hook: HookDoc & { id: number },
  delivery: DeliveryDoc,
): Record<string, string> {
  return {
    accept: '*/*',
    'content-type':
      hook.contentType === 'form'
        ? 'application/x-www-form-urlencoded'
        : 'application/json',
    'user-agent': 'GitHub-Hookshot/sandbox',
    'x-github-delivery': delivery.guid,
    'x-github-event': delivery.event,
    'x-github-hook-id': String(hook.id),
  };
}

/** What became of an attempt. */
export interface SendResult {
  ok: boolean;
  statusCode: number;
  statusText: string;
  durationMs: number;
  responseBody: string;
}

/**
 * Posts a webhook once. A receiver that cannot be reached is an answer with
 * status code 0, not an error.
 */
export async function send(
  hook: HookDoc & { id: number },
  delivery: DeliveryDoc,
  signal: AbortSignal,
): Promise<SendResult> {
  const body =
    hook.contentType === 'form'
      ? new URLSearchParams({ payload: delivery.payload }).toString()
      : delivery.payload;
  const startedAt = performance.now();
  const duration = () => Math.round(performance.now() - startedAt);
  try {
    const response = await fetch(hook.url, {
      method: 'POST',
      body,
      headers: {
        ...deliveryHeaders(hook, delivery),
        ...(hook.secret
          ? { 'x-hub-signature-256': sign(hook.secret, body) }
          : {}),
      },
      redirect: 'manual',
      signal: AbortSignal.any([signal, AbortSignal.timeout(10_000)]),
    });
    const text = await response.text();
    return {
      ok: response.ok,
      statusCode: response.status,
      statusText: response.statusText || String(response.status),
      durationMs: duration(),
      responseBody: text.slice(0, 2000),
    };
  } catch (error) {
    const { cause, message } = error as Error;
    return {
      ok: false,
      statusCode: 0,
      statusText: 'failed to connect to host',
      durationMs: duration(),
      responseBody: cause instanceof Error ? cause.message : message,
    };
  }
}
