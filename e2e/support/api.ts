/**
 * The portal over HTTP, as a person's browser or a script speaks to it. Used by
 * the HTTP journeys and by the benchmarks, so it needs nothing but `fetch`.
 */

/** An HTTP answer, read. */
export interface Answer<T = any> {
  status: number;
  headers: Headers;
  body: T;
}

/** A signed-in person. */
export interface Session {
  token: string;
  entityRef: string;
}

/** What the form of the node-service golden path asks. */
export interface ServiceRequest {
  name: string;
  description: string;
  owner: string;
  system: string;
  tier: string;
}

/** The state of a creation. */
export interface Run {
  id: string;
  status: 'open' | 'processing' | 'completed' | 'failed' | 'cancelled';
}

/** One line of a run's account. */
export interface RunEvent {
  type: string;
  createdAt: string;
  body: { message: string; stepId?: string; status?: string; error?: unknown };
}

export const nodeServiceTemplate = 'template:default/node-service';

/** Waits for `milliseconds`. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise(resolve => {
    setTimeout(resolve, milliseconds);
  });
}

/** Asks again every `intervalMs` until `ask` gives a value other than undefined. */
export async function until<T>(
  what: string,
  ask: () => Promise<T | undefined>,
  timeoutMs = 60_000,
  intervalMs = 100,
): Promise<T> {
  const deadline = Date.now() + timeoutMs;
  let last: unknown;
  while (Date.now() < deadline) {
    try {
      const value = await ask();
      if (value !== undefined) {
        return value;
      }
    } catch (error) {
      last = error;
    }
    await pause(intervalMs);
  }
  throw new Error(
    `Waited ${timeoutMs / 1000} s for ${what}${last ? `: ${last}` : ''}`,
  );
}

/** A client for one running portal. */
export class PortalApi {
  readonly url: string;

  constructor(url: string) {
    this.url = url;
  }

  /** Sends a request and reads the answer, whatever its status. */
  async request(
    path: string,
    options: { method?: string; session?: Session; body?: unknown } = {},
  ): Promise<Answer> {
    const {
      session,
      body,
      method = body === undefined ? 'GET' : 'POST',
    } = options;
    const response = await fetch(`${this.url}${path}`, {
      method,
      headers: {
        ...(session && { authorization: `Bearer ${session.token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await response.text();
    const json = /json/.test(response.headers.get('content-type') ?? '');
    return {
      status: response.status,
      headers: response.headers,
      body: json && text ? JSON.parse(text) : text,
    };
  }

  /** Signs in as a person of the catalog, the way the sign-in page does. */
  async signIn(entityRef: string): Promise<Session> {
    const headers = { 'x-requested-with': 'XMLHttpRequest' };
    const chosen = await fetch(`${this.url}/api/auth/sandbox/sign-in`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ entityRef }),
    });
    if (!chosen.ok) {
      throw new Error(
        `sign-in answered ${chosen.status}: ${await chosen.text()}`,
      );
    }
    const cookie = chosen.headers
      .getSetCookie()
      .map(line => line.split(';')[0])
      .join('; ');
    const refreshed = await fetch(
      `${this.url}/api/auth/sandbox/refresh?env=sandbox`,
      { headers: { ...headers, cookie } },
    );
    if (!refreshed.ok) {
      throw new Error(
        `refresh answered ${refreshed.status}: ${await refreshed.text()}`,
      );
    }
    const { backstageIdentity } = await refreshed.json();
    return { token: backstageIdentity.token, entityRef };
  }

  /** Signs in as soon as the catalog knows the person. */
  signInWhenKnown(entityRef: string, timeoutMs = 60_000): Promise<Session> {
    return until(
      `${entityRef} to be able to sign in`,
      () => this.signIn(entityRef),
      timeoutMs,
      250,
    );
  }

  /** Presses Create: starts a run of a template. */
  startRun(
    session: Session,
    values: ServiceRequest | Record<string, unknown>,
    templateRef = nodeServiceTemplate,
  ): Promise<Answer> {
    return this.request('/api/scaffolder/v2/tasks', {
      session,
      body: { templateRef, values },
    });
  }

  /** Waits until a run has ended. */
  runEnded(session: Session, id: string, timeoutMs = 120_000): Promise<Run> {
    return until(
      `run ${id} to end`,
      async () => {
        const { status, body } = await this.request(
          `/api/scaffolder/v2/tasks/${id}`,
          { session },
        );
        const ended =
          status === 200 &&
          ['completed', 'failed', 'cancelled'].includes(body.status);
        return ended ? (body as Run) : undefined;
      },
      timeoutMs,
    );
  }

  /** The account of a run, line by line. */
  async runEvents(session: Session, id: string): Promise<RunEvent[]> {
    const { body } = await this.request(
      `/api/scaffolder/v2/tasks/${id}/events`,
      { session },
    );
    return body;
  }

  /** The account of a run as one text. */
  async runLog(session: Session, id: string): Promise<string> {
    const events = await this.runEvents(session, id);
    return events.map(({ body }) => JSON.stringify(body)).join('\n');
  }

  /** An entity of the catalog, or undefined. */
  async entity(session: Session, kind: string, name: string): Promise<any> {
    const { status, body } = await this.request(
      `/api/catalog/entities/by-name/${kind}/default/${name}`,
      { session },
    );
    return status === 200 ? body : undefined;
  }

  /**
   * Waits until the catalog has stopped growing, which takes some seconds after
   * the first start.
   *
   * @returns how many entities it holds, and when the last one came
   *   (on the clock of `performance.now()`)
   */
  async catalogSettled(
    session: Session,
    quietMs = 5000,
  ): Promise<{ entities: number; since: number }> {
    let entities = -1;
    let since = performance.now();
    while (performance.now() - since < quietMs) {
      const { body } = await this.request(
        '/api/catalog/entities/by-query?limit=0',
        { session },
      );
      if (body.totalItems !== entities) {
        entities = body.totalItems;
        since = performance.now();
      }
      await pause(250);
    }
    return { entities, since };
  }
}
