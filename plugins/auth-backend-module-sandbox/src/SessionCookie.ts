import type { CookieOptions, Request, Response } from 'express';

const cookieName = 'arctiq-sandbox-session';
const lifetimeMs = 30 * 24 * 60 * 60 * 1000;

/**
 * The signed cookie that remembers which person signed in. Scripts cannot read
 * it, and browsers send it to the routes of this provider alone.
 */
export class SessionCookie {
  readonly #options: CookieOptions;

  /** @param authUrl - address of the auth plugin as the browser sees it */
  constructor(authUrl: string) {
    const { pathname, protocol } = new URL(authUrl);
    this.#options = {
      httpOnly: true,
      path: `${pathname.replace(/\/$/, '')}/sandbox`,
      sameSite: 'lax',
      secure: protocol === 'https:',
      signed: true,
    };
  }

  /** The entity ref of the person, or nothing without a cookie of ours. */
  read(request: Request): string | undefined {
    const value: unknown = request.signedCookies?.[cookieName];
    return typeof value === 'string' ? value : undefined;
  }

  /** Remembers the person; the signing secret comes from cookie-parser. */
  write(response: Response, entityRef: string): void {
    response.cookie(cookieName, entityRef, {
      ...this.#options,
      maxAge: lifetimeMs,
    });
  }

  /** Forgets the person. */
  clear(response: Response): void {
    response.clearCookie(cookieName, this.#options);
  }
}
