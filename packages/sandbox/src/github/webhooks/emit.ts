import { randomUUID } from 'node:crypto';
import { Github, Repository } from '../Github';
import { repositoryView } from '../rest/present/repositories';
import { simpleOrganization } from '../rest/present/users';
import { Stored } from '../store/documents';
import { HookDoc } from '../store/types';

/**
 * Writes one webhook per interested receiver into the outbox. Called inside the
 * transaction of what it announces, so that neither is without the other; the
 * caller then calls `webhooks.kick()`.
 *
 * @param action - undefined for events without one, like push
 * @param payload - what is particular to the event
 */
export function emit(
  github: Github,
  repository: Repository,
  event: string,
  action: string | undefined,
  payload: Record<string, unknown>,
): void {
  const { store } = github;
  const owner = repository.owner.toLowerCase();
  const hooks = [
    ...store.hooks.list(`org:${owner}`),
    ...store.hooks.list(`repo:${repository.id}`),
  ].filter(hook => wants(hook, event));
  if (hooks.length === 0) {
    return;
  }
  const organization = store.organizations.get('', owner);
  const body = JSON.stringify({
    ...(action ? { action } : {}),
    ...payload,
    repository: repositoryView(github, repository, undefined),
    ...(organization
      ? { organization: simpleOrganization(github, organization) }
      : {}),
  });
  for (const hook of hooks) {
    enqueue(github, hook, event, action, body, repository.id);
  }
}

function wants(hook: HookDoc, event: string): boolean {
  return (
    hook.active && (hook.events.includes('*') || hook.events.includes(event))
  );
}

/** Puts one webhook into the outbox. */
export function enqueue(
  github: Github,
  hook: Stored<HookDoc>,
  event: string,
  action: string | undefined,
  payload: string,
  repositoryId?: number,
): void {
  const { deliveries, outbox } = github.store;
  const delivery = deliveries.append(hook.id, {
    hookId: hook.id,
    guid: randomUUID(),
    event,
    action,
    repositoryId,
    payload,
    createdAt: github.now().toISOString(),
    attempts: 0,
    state: 'pending',
  });
  outbox.insert(hook.id, delivery.id, {
    hookId: hook.id,
    deliveryId: delivery.id,
  });
}
