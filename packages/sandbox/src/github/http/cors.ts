import { ServerResponse } from 'node:http';

/** Lets any page read an answer, as GitHub's API does; no cookie is involved. */
export function allowOrigins(response: ServerResponse): void {
  response.setHeader('access-control-allow-origin', '*');
  response.setHeader(
    'access-control-expose-headers',
    'ETag, Link, Location, Retry-After, X-GitHub-Media-Type, X-GitHub-Request-Id, X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Reset, X-RateLimit-Resource, X-RateLimit-Used',
  );
}

/** Answers the question that a browser asks before a request. */
export function answerPreflight(response: ServerResponse): void {
  response.setHeader(
    'access-control-allow-headers',
    'Authorization, Content-Type, If-Match, If-Modified-Since, If-None-Match, Accept-Encoding, X-GitHub-Api-Version, X-Requested-With',
  );
  response.setHeader(
    'access-control-allow-methods',
    'GET, POST, PATCH, PUT, DELETE',
  );
  response.setHeader('access-control-max-age', '86400');
  response.writeHead(204);
  response.end();
}
