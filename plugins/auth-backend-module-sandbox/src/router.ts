import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError, NotFoundError } from '@backstage/errors';
import cookieParser from 'cookie-parser';
import express from 'express';
import Router from 'express-promise-router';
import type { CatalogPeople } from './people/CatalogPeople';
import { requireScript } from './requireScript';
import type { SessionCookie } from './SessionCookie';

const defaultLimit = 20;
const largestLimit = 50;

function readLimit(value: unknown): number {
  if (value === undefined) {
    return defaultLimit;
  }
  const limit = Number(value);
  if (!Number.isInteger(limit) || limit < 1 || limit > largestLimit) {
    throw new InputError(
      `limit must be a whole number from 1 to ${largestLimit}, and is "${value}"`,
    );
  }
  return limit;
}

function readSearch(value: unknown): string | undefined {
  if (value === undefined) {
    return undefined;
  }
  if (typeof value !== 'string' || value.length > 100) {
    throw new InputError('q must be one text of at most 100 characters');
  }
  return value.trim() || undefined;
}

function readUserRef(body: unknown): string {
  const entityRef = (body as { entityRef?: unknown } | undefined)?.entityRef;
  if (typeof entityRef !== 'string') {
    throw new InputError(
      'The body must be { "entityRef": "user:default/<name>" }',
    );
  }
  let ref;
  try {
    ref = parseEntityRef(entityRef, { defaultNamespace: 'default' });
  } catch (error) {
    throw new InputError(
      `"${entityRef}" is no entity ref. Give one like user:default/<name>.`,
      error,
    );
  }
  if (ref.kind.toLocaleLowerCase('en-US') !== 'user') {
    throw new InputError(
      `${entityRef} is a ${ref.kind}. Only a user can sign in.`,
    );
  }
  return stringifyEntityRef(ref);
}

/**
 * The routes of the sign-in page: who there is, whether somebody is signed in,
 * and taking a person's place.
 * The auth plugin adds `refresh` and `logout`, see `provider.ts`.
 */
export function createRouter(options: {
  cookie: SessionCookie;
  people: CatalogPeople;
  secret: string;
}): express.Router {
  const { cookie, people, secret } = options;
  const router = Router();

  router.get('/sandbox/people', async (request, response) => {
    response.json(
      await people.list({
        search: readSearch(request.query.q),
        limit: readLimit(request.query.limit),
      }),
    );
  });

  // Lets the page ask without an error in the browser's console, which is what
  // a refused refresh would be.
  router.get(
    '/sandbox/session',
    cookieParser(secret),
    async (request, response) => {
      response.json({ signedIn: cookie.read(request) !== undefined });
    },
  );

  router.post(
    '/sandbox/sign-in',
    cookieParser(secret),
    express.json({ limit: '1kb' }),
    async (request, response) => {
      requireScript(request);
      const entityRef = readUserRef(request.body);
      const person = await people.find(entityRef);
      if (!person) {
        throw new NotFoundError(
          `${entityRef} is not in the catalog. Choose a person of the list.`,
        );
      }
      cookie.write(response, person.entityRef);
      response.status(200).json(person);
    },
  );

  return router;
}
