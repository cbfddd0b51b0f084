import { z } from 'zod';
import { repositoryOf } from '../access';
import { Github, timestamp } from '../Github';
import { invalidField, notFound } from '../http/errors';
import { readInput } from '../http/input';
import { ApiRequest, Route } from '../http/types';
import { Stored } from '../store/documents';
import { HookDoc } from '../store/types';
import { enqueue } from '../webhooks/emit';
import { deliveryHeaders } from '../webhooks/send';
import { ownedOrganizationOf } from './organizations';
import {
  deliveryItem,
  organizationHookView,
  repositoryHookView,
} from './present/hooks';
import { json, noContent, paged } from './reply';

const configInput = z.object({
  url: z.string().optional(),
  content_type: z.enum(['json', 'form']).default('form'),
  secret: z.string().optional(),
  insecure_ssl: z.union([z.string(), z.number()]).default('0'),
});

const hookInput = z.object({
  name: z.string().optional(),
  config: configInput,
  events: z.array(z.string()).default(['push']),
  active: z.boolean().default(true),
});

const updateInput = z.object({
  config: configInput.optional(),
  events: z.array(z.string()).optional(),
  active: z.boolean().optional(),
});

function requireUrl(url: string | undefined): string {
  if (!url || !/^https?:$/.test(URL.parse(url)?.protocol ?? '')) {
    throw invalidField(
      'Hook',
      'url',
      'custom',
      'url must be an http(s) address',
    );
  }
  return url;
}

/** Where hooks hang: on an organisation or on a repository. */
interface Place {
  scope: string;
  view: (hook: Stored<HookDoc>) => unknown;
}

function organizationPlace(github: Github, request: ApiRequest): Place {
  const { login } = ownedOrganizationOf(github, request);
  return {
    scope: `org:${login.toLowerCase()}`,
    view: hook => organizationHookView(github, login, hook),
  };
}

function repositoryPlace(github: Github, request: ApiRequest): Place {
  const repository = repositoryOf(github, request, 'admin');
  return {
    scope: `repo:${repository.id}`,
    view: hook => repositoryHookView(github, repository, hook),
  };
}

function routesAt(
  github: Github,
  base: string,
  placeOf: (github: Github, request: ApiRequest) => Place,
): Route[] {
  const { hooks, deliveries } = github.store;

  function find(request: ApiRequest) {
    const place = placeOf(github, request);
    const hook = hooks.get(place.scope, request.params.hook_id);
    if (!hook) {
      throw notFound();
    }
    return { place, hook };
  }

  return [
    {
      operation: `GET ${base}`,
      handler: request => {
        const { scope, view } = placeOf(github, request);
        return paged(github, request, hooks.list(scope), view);
      },
    },
    {
      operation: `POST ${base}`,
      handler: request => {
        const { scope, view } = placeOf(github, request);
        const input = readInput(hookInput, request.body);
        const url = requireUrl(input.config.url);
        if (hooks.list(scope).some(hook => hook.url === url)) {
          throw invalidField(
            'Hook',
            'url',
            'custom',
            'Hook already exists on this address',
          );
        }
        const now = timestamp(github);
        const hook = hooks.append(scope, {
          events: input.events,
          active: input.active,
          url,
          contentType: input.config.content_type,
          insecureSsl: String(input.config.insecure_ssl),
          secret: input.config.secret,
          createdAt: now,
          updatedAt: now,
        });
        enqueue(
          github,
          hook,
          'ping',
          undefined,
          JSON.stringify({
            zen: 'Keep it logically awesome.',
            hook_id: hook.id,
          }),
        );
        github.webhooks.kick();
        return json(view(hook), 201);
      },
    },
    {
      operation: `GET ${base}/{hook_id}`,
      handler: request => {
        const { place, hook } = find(request);
        return json(place.view(hook));
      },
    },
    {
      operation: `PATCH ${base}/{hook_id}`,
      handler: request => {
        const { place, hook } = find(request);
        const { config, events, active } = readInput(updateInput, request.body);
        const updated = hooks.update(hook.id, {
          events: events ?? hook.events,
          active: active ?? hook.active,
          ...(config
            ? {
                url: requireUrl(config.url ?? hook.url),
                contentType: config.content_type,
                insecureSsl: String(config.insecure_ssl),
                secret: config.secret ?? hook.secret,
              }
            : {}),
          updatedAt: timestamp(github),
        });
        return json(place.view(updated));
      },
    },
    {
      operation: `DELETE ${base}/{hook_id}`,
      handler: request => {
        const { place, hook } = find(request);
        github.store.transaction(() => {
          github.store.removeDeliveries(hook.id);
          hooks.remove(place.scope, hook.id);
        });
        return noContent;
      },
    },
    {
      operation: `GET ${base}/{hook_id}/deliveries`,
      handler: request => {
        const { hook } = find(request);
        return paged(
          github,
          request,
          deliveries.list(hook.id).reverse(),
          deliveryItem,
        );
      },
    },
    {
      operation: `GET ${base}/{hook_id}/deliveries/{delivery_id}`,
      handler: request => {
        const { hook } = find(request);
        const delivery = deliveries.get(hook.id, request.params.delivery_id);
        if (!delivery) {
          throw notFound();
        }
        return json({
          ...deliveryItem(delivery),
          url: hook.url,
          request: {
            headers: deliveryHeaders(hook, delivery),
            payload: JSON.parse(delivery.payload),
          },
          response: { headers: {}, payload: delivery.responseBody ?? null },
        });
      },
    },
  ];
}

/** Webhooks of organisations and repositories, and what was sent to them. */
export function hookRoutes(github: Github): Route[] {
  return [
    ...routesAt(github, '/orgs/{org}/hooks', organizationPlace),
    ...routesAt(github, '/repos/{owner}/{repo}/hooks', repositoryPlace),
  ];
}
