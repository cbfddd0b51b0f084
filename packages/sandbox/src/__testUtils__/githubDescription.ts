import Ajv, { ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import fs from 'node:fs';

type Json = Record<string, unknown>;

interface Operation {
  responses: Record<string, Json>;
}

interface Template {
  template: string;
  pattern: RegExp;
  parameters: number;
}

const greedy = new Set([
  'path',
  'ref',
  'branch',
  'basehead',
  'tree_sha',
  'dir',
  'name',
]);

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * OpenAPI 3.0 says `nullable`; JSON Schema has a type for null. Where GitHub
 * writes `oneOf`, its alternatives overlap (an error fits every kind of error),
 * so it is read as `anyOf`.
 */
function withoutNullable(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(withoutNullable);
  }
  if (!isObject(value)) {
    return value;
  }
  const { nullable, example: _, examples: __, ...rest } = value;
  const converted: Json = {};
  for (const [key, child] of Object.entries(rest)) {
    converted[key === 'oneOf' ? 'anyOf' : key] = withoutNullable(child);
  }
  return nullable === true
    ? { anyOf: [converted, { type: 'null' }] }
    : converted;
}

function compileTemplate(template: string): Template {
  const names = [...template.matchAll(/\{([a-z_]+)\}/g)].map(match => match[1]);
  const source = template
    .split(/(\{[a-z_]+\})/)
    .map(part => {
      const name = /^\{([a-z_]+)\}$/.exec(part)?.[1];
      if (!name) {
        return part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
      }
      return greedy.has(name) ? '.+' : '[^/]+';
    })
    .join('');
  return {
    template,
    pattern: new RegExp(`^${source}$`),
    parameters: names.reduce(
      (sum, name) => sum + (greedy.has(name) ? 10 : 1),
      0,
    ),
  };
}

function pointer(...parts: string[]): string {
  return parts
    .map(part => part.replace(/~/g, '~0').replace(/\//g, '~1'))
    .map(encodeURIComponent)
    .join('/');
}

/** GitHub's own description of its API, for checking answers against it. */
export class GithubDescription {
  readonly #document: Json;
  readonly #paths: Record<string, Record<string, Operation>>;
  readonly #templates: Template[];
  readonly #ajv: Ajv;
  /** Operations with their status whose answers were checked. */
  readonly checked = new Set<string>();

  constructor() {
    const file = require.resolve('@octokit/openapi/generated/ghes-3.19.json');
    this.#document = withoutNullable(
      JSON.parse(fs.readFileSync(file, 'utf8')),
    ) as Json;
    this.#paths = this.#document.paths as Record<
      string,
      Record<string, Operation>
    >;
    this.#templates = Object.keys(this.#paths)
      .map(compileTemplate)
      .sort(
        (a, b) =>
          a.parameters - b.parameters || b.template.length - a.template.length,
      );
    this.#ajv = new Ajv({ strict: false, allErrors: true, logger: false });
    addFormats(this.#ajv);
    this.#ajv.addSchema({ $id: 'github', ...this.#document });
  }

  /**
   * Checks an answer of the REST API.
   *
   * @param path - below `/api/v3`, without its query
   * @param body - parsed JSON; undefined where there is none
   * @throws Error that names what GitHub would not have sent
   */
  check(
    method: string,
    path: string,
    status: number,
    contentType: string,
    body: unknown,
  ): void {
    if (status === 501) {
      this.#validate(
        'basic-error',
        pointer('components', 'schemas', 'basic-error'),
        body,
      );
      return;
    }
    const verb = method.toLowerCase();
    const found = this.#templates.find(
      ({ template, pattern }) =>
        pattern.test(path) && this.#paths[template][verb],
    );
    if (!found) {
      throw new Error(
        `GitHub's description has no ${method} ${path}, but the sandbox answered ${status}.`,
      );
    }
    const name = `${method} ${found.template} ${status}`;
    const { responses } = this.#paths[found.template][verb];
    this.checked.add(name);
    if (status === 304) {
      return;
    }
    if (!responses[String(status)]) {
      if (status < 400) {
        throw new Error(`GitHub does not answer ${name}.`);
      }
      this.#validate(
        name,
        pointer('components', 'schemas', 'basic-error'),
        body,
      );
      return;
    }
    this.#checkContent(
      name,
      found.template,
      verb,
      String(status),
      contentType,
      body,
    );
  }

  #checkContent(
    name: string,
    template: string,
    verb: string,
    status: string,
    contentType: string,
    body: unknown,
  ): void {
    let response = this.#paths[template][verb].responses[status];
    let at = pointer('paths', template, verb, 'responses', status);
    if (typeof response.$ref === 'string') {
      const parts = response.$ref.slice(2).split('/');
      at = pointer(...parts);
      response = parts.reduce<Json>(
        (node, part) => node[part] as Json,
        this.#document,
      );
    }
    const content = (response.content ?? {}) as Record<string, Json>;
    const type = contentType.split(';')[0];
    if (
      type.startsWith('application/vnd.github.') &&
      typeof body === 'string'
    ) {
      // Raw media types: the body is a file, not JSON.
      return;
    }
    if (Object.keys(content).length === 0) {
      if (Number(status) >= 400) {
        // Described without a body, but GitHub explains every refusal.
        this.#validate(
          name,
          pointer('components', 'schemas', 'basic-error'),
          body,
        );
        return;
      }
      if (body !== undefined) {
        throw new Error(`${name} has no body on GitHub.`);
      }
      return;
    }
    if (!content[type]) {
      throw new Error(`${name} was answered as ${contentType}.`);
    }
    this.#validate(name, `${at}/${pointer('content', type, 'schema')}`, body);
  }

  #validate(name: string, at: string, body: unknown): void {
    const validate = this.#ajv.getSchema(`github#/${at}`) as
      | ValidateFunction
      | undefined;
    if (!validate) {
      throw new Error(`The description has no schema at ${at}.`);
    }
    if (!validate(body)) {
      const errors = (validate.errors ?? [])
        .slice(0, 8)
        .map(error => `${error.instancePath} ${error.message}`);
      throw new Error(`${name} differs from GitHub:\n${errors.join('\n')}`);
    }
  }
}

let shared: GithubDescription | undefined;

/** The description; it is large, so it is read once. */
export function githubDescription(): GithubDescription {
  shared ??= new GithubDescription();
  return shared;
}
