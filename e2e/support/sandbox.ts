import { Answer } from './api';

/** A fault of an upstream; see packages/sandbox/src/control. */
export interface Fault {
  upstream: 'github';
  method?: string;
  path?: string;
  mode: string;
  after?: number;
  times?: number;
  delayMs?: number;
  status?: number;
  applied?: boolean;
}

/** The sandbox's control API and its GitHub, as an administrator sees them. */
export class SandboxApi {
  readonly url: string;

  constructor(url: string) {
    this.url = url;
  }

  async #send(path: string, method: string, body?: unknown): Promise<Answer> {
    const response = await fetch(`${this.url}${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body:
        text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : text,
    };
  }

  /** Breaks an upstream until `heal`. */
  async breakIt(fault: Fault): Promise<void> {
    const { status, body } = await this.#send(
      '/_sandbox/faults',
      'POST',
      fault,
    );
    if (status >= 300) {
      throw new Error(`the sandbox refused the fault: ${JSON.stringify(body)}`);
    }
  }

  /** Removes every fault. */
  async heal(): Promise<void> {
    await this.#send('/_sandbox/faults', 'DELETE');
  }

  /** A GET of GitHub's REST API without a token: what anybody may read. */
  github(path: string): Promise<Answer> {
    return this.#send(`/api/v3${path}`, 'GET');
  }

  /** The names of all repositories whose name starts with `prefix`. */
  async repositories(prefix: string): Promise<string[]> {
    const names: string[] = [];
    for (let page = 1; ; page += 1) {
      const { body } = await this.github(
        `/orgs/arctiq-commerce/repos?per_page=100&page=${page}`,
      );
      names.push(...body.map(({ name }: { name: string }) => name));
      if (body.length < 100) {
        return names.filter(name => name.startsWith(prefix));
      }
    }
  }
}
