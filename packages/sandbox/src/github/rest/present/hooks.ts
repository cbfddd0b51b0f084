import { Github, Repository } from '../../Github';
import { Stored } from '../../store/documents';
import { DeliveryDoc, HookDoc } from '../../store/types';

function base(url: string, hook: Stored<HookDoc>) {
  return {
    id: hook.id,
    url,
    ping_url: `${url}/pings`,
    deliveries_url: `${url}/deliveries`,
    name: 'web',
    events: hook.events,
    active: hook.active,
    config: {
      url: hook.url,
      content_type: hook.contentType,
      insecure_ssl: hook.insecureSsl,
      // As GitHub: that there is a secret, never which.
      ...(hook.secret ? { secret: '********' } : {}),
    },
    updated_at: hook.updatedAt,
    created_at: hook.createdAt,
  };
}

/** A webhook of an organisation. */
export function organizationHookView(
  github: Github,
  organization: string,
  hook: Stored<HookDoc>,
) {
  const url = github.urls.api(`/orgs/${organization}/hooks/${hook.id}`);
  return { ...base(url, hook), type: 'Organization' };
}

/** A webhook of a repository. */
export function repositoryHookView(
  github: Github,
  repository: Repository,
  hook: Stored<HookDoc>,
) {
  const url = github.urls.api(
    `/repos/${repository.owner}/${repository.name}/hooks/${hook.id}`,
  );
  return {
    ...base(url, hook),
    type: 'Repository',
    test_url: `${url}/test`,
    last_response: {
      code: hook.lastStatus ?? null,
      status: hook.lastStatus === undefined ? 'unused' : 'active',
      message: null,
    },
  };
}

/** A webhook that was sent, or is being sent. */
export function deliveryItem(delivery: Stored<DeliveryDoc>) {
  return {
    id: delivery.id,
    guid: delivery.guid,
    delivered_at: delivery.deliveredAt ?? delivery.createdAt,
    redelivery: delivery.attempts > 1,
    duration: (delivery.durationMs ?? 0) / 1000,
    status: delivery.statusText ?? 'pending',
    status_code: delivery.statusCode ?? 0,
    event: delivery.event,
    action: delivery.action ?? null,
    installation_id: null,
    repository_id: delivery.repositoryId ?? null,
  };
}
