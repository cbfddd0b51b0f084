import { IncomingMessage } from 'node:http';

/** Who asks. */
export interface Viewer {
  login: string;
  /** Number of the user. */
  id: number;
}

/** A request to the REST API, read and authenticated. */
export interface ApiRequest {
  method: string;
  /** Path below `/api/v3`, undecoded. */
  path: string;
  /** Values of the template's parameters, decoded. */
  params: Record<string, string>;
  query: URLSearchParams;
  headers: IncomingMessage['headers'];
  /** JSON of the body; undefined when there is none. */
  body: unknown;
  /** Undefined for anonymous callers. */
  viewer?: Viewer;
  /** For whom requests are counted. */
  caller: string;
}

/** An answer of the REST API. */
export interface ApiResponse {
  status: number;
  /** Sent as JSON. */
  body?: unknown;
  /** Sent as it is, instead of `body`. */
  raw?: { type: string; data: Buffer | string };
  headers?: Record<string, string>;
}

export type ApiHandler = (
  request: ApiRequest,
) => ApiResponse | Promise<ApiResponse>;

/** An operation of the REST API. */
export interface Route {
  /** `GET /repos/{owner}/{repo}`; `{name+}` also takes slashes. */
  operation: string;
  handler: ApiHandler;
}
