import { Github } from '../Github';
import { linkHeader, readPage, slicePage } from '../http/pagination';
import { ApiRequest, ApiResponse } from '../http/types';

/** An answer with a body. */
export function json(body: unknown, status = 200): ApiResponse {
  return { status, body };
}

/** 204. */
export const noContent: ApiResponse = { status: 204 };

/** The address of a request with its query, as Link headers repeat it. */
export function requestUrl(github: Github, request: ApiRequest): URL {
  const url = new URL(github.urls.api(request.path));
  url.search = request.query.toString();
  return url;
}

/** Headers of a list of which one page is sent. */
export function pageHeaders(
  github: Github,
  request: ApiRequest,
  total: number,
): Record<string, string> {
  const link = linkHeader(
    requestUrl(github, request),
    readPage(request.query),
    total,
  );
  return link ? { link } : {};
}

/**
 * One page of a list.
 *
 * @param view - turns an item into what is sent; called for that page only
 * @param wrap - what the page stands in, for lists that carry a count
 */
export async function paged<T>(
  github: Github,
  request: ApiRequest,
  items: T[],
  view: (item: T) => unknown,
  wrap: (views: unknown[], total: number) => unknown = views => views,
): Promise<ApiResponse> {
  const views = await Promise.all(
    slicePage(items, readPage(request.query)).map(view),
  );
  return {
    status: 200,
    body: wrap(views, items.length),
    headers: pageHeaders(github, request, items.length),
  };
}
