import { z } from 'zod';

/** What can misbehave. */
export const upstreams = ['github', 'prometheus', 'pagerduty'] as const;

/** Ways in which an upstream misbehaves. */
export const faultModes = [
  'down',
  'reset',
  'slow',
  'hang',
  'rate-limited',
  'secondary-rate-limited',
  'error',
  'html',
  'truncated',
  'nan',
  'partial',
] as const;

/** What a path of a fault may leave out. */
const prefixes = ['/api/v3', '/prometheus', '/pagerduty'];

function isPattern(text: string): boolean {
  try {
    return Boolean(new RegExp(text));
  } catch {
    return false;
  }
}

/** What a fault is described by. */
export const faultInput = z.strictObject({
  upstream: z.enum(upstreams),
  /** Only requests with this method. */
  method: z
    .string()
    .transform(method => method.toUpperCase())
    .optional(),
  /**
   * Only requests whose path begins with this, or, where it begins with `^`,
   * matches it as a regular expression. Paths are also tried without `/api/v3`,
   * `/prometheus` and `/pagerduty`.
   */
  path: z
    .string()
    .refine(path => !path.startsWith('^') || isPattern(path), {
      message: 'is not a regular expression',
    })
    .optional(),
  mode: z.enum(faultModes),
  /** Matching requests that are let through first. */
  after: z.number().int().min(0).default(0),
  /** Requests that are hit; all of them without it. */
  times: z.number().int().min(1).optional(),
  /** Milliseconds: how slow, or how long a rate limit holds. */
  delayMs: z.number().int().min(0).max(3_600_000).optional(),
  /** Status of the answer for `error`, `html` and the rate limits. */
  status: z.number().int().min(200).max(599).optional(),
  /** Carries the request out before it goes wrong. */
  applied: z.boolean().default(false),
});

/** A fault as it was asked for. */
export type FaultInput = z.output<typeof faultInput>;

/** A fault with what it has done so far. */
export interface Fault extends FaultInput {
  id: number;
  /** Requests that it would have hit, including those let through. */
  seen: number;
  /** Requests that it hit. */
  hits: number;
}

function matches(fault: FaultInput, method: string, path: string): boolean {
  if (fault.method && fault.method !== method) {
    return false;
  }
  const wanted = fault.path;
  if (wanted === undefined) {
    return true;
  }
  const candidates = [path];
  for (const prefix of prefixes) {
    if (path.startsWith(`${prefix}/`)) {
      candidates.push(path.slice(prefix.length));
    }
  }
  return candidates.some(candidate =>
    wanted.startsWith('^')
      ? new RegExp(wanted).test(candidate)
      : candidate.startsWith(wanted),
  );
}

/** The faults that hold now. They live in memory: a restart heals all. */
export class FaultList {
  readonly #faults: Fault[] = [];
  #lastId = 0;

  /** Adds a fault and answers it with its number. */
  add(input: FaultInput): Fault {
    this.#lastId += 1;
    const fault = { ...input, id: this.#lastId, seen: 0, hits: 0 };
    this.#faults.push(fault);
    return fault;
  }

  list(): Fault[] {
    return this.#faults.map(fault => ({ ...fault }));
  }

  /** Removes one fault, or all; answers how many went. */
  remove(id?: number): number {
    const before = this.#faults.length;
    for (let index = before - 1; index >= 0; index -= 1) {
      if (id === undefined || this.#faults[index].id === id) {
        this.#faults.splice(index, 1);
      }
    }
    return before - this.#faults.length;
  }

  /**
   * The fault that a request runs into, counting the request.
   *
   * @param path - path of the address, with its query
   */
  take(upstream: string, method: string, path: string): Fault | undefined {
    let hit: Fault | undefined;
    for (const fault of this.#faults) {
      if (fault.upstream !== upstream || !matches(fault, method, path)) {
        continue;
      }
      fault.seen += 1;
      const spent = fault.times !== undefined && fault.hits >= fault.times;
      if (!hit && !spent && fault.seen > fault.after) {
        fault.hits += 1;
        hit = { ...fault };
      }
    }
    return hit;
  }
}
