/** Escapes a path or a ref for an address and keeps its slashes. */
export function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

/** Addresses that answers carry. */
export class Urls {
  /** @param origin - returns the public address without a trailing slash */
  constructor(private readonly origin: () => string) {}

  /** Address of the REST API for a path with a leading slash. */
  api(path = ''): string {
    return `${this.origin()}/api/v3${path}`;
  }

  /** Address of a page for a path with a leading slash. */
  html(path = ''): string {
    return `${this.origin()}${path}`;
  }
}
