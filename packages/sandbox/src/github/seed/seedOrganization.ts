import { OrganizationSeed } from '../../seed';
import { Github, timestamp } from '../Github';
import { tokenHash } from '../http/auth';
import { organizationStamp } from './stamp';

/** Login of the portal's machine user, an owner of the organisation. */
export const portalBot = 'arctiq-portal-bot';

function putUser(
  github: Github,
  user: { login: string; name: string; email: string },
  createdAt: string,
): void {
  const known = github.store.users.get('', user.login.toLowerCase());
  github.store.users.put('', user.login.toLowerCase(), {
    ...user,
    createdAt: known?.createdAt ?? createdAt,
  });
  github.store.emails.put('', user.email.toLowerCase(), { login: user.login });
}

function putTeams(
  github: Github,
  seed: OrganizationSeed,
  createdAt: string,
): void {
  const { store } = github;
  const owner = seed.login.toLowerCase();
  for (const team of seed.teams) {
    const slug = team.slug.toLowerCase();
    const stored = store.teams.put(owner, slug, {
      organization: seed.login,
      slug,
      name: team.name,
      description: team.description,
      parent: team.parent,
      createdAt: store.teams.get(owner, slug)?.createdAt ?? createdAt,
    });
    store.teamMembers.removeScope(stored.id);
    const maintainers = new Set(team.maintainers);
    for (const login of new Set([...team.members, ...team.maintainers])) {
      store.teamMembers.put(stored.id, login.toLowerCase(), {
        login,
        role: maintainers.has(login) ? 'maintainer' : 'member',
      });
    }
  }
}

/**
 * Writes the organisation, its people and its teams, unless they are as the
 * seed says already.
 */
export function seedOrganization(github: Github, seed: OrganizationSeed): void {
  const { store } = github;
  const stamp = organizationStamp(seed);
  if (store.seeds.get('organization', seed.login)?.hash === stamp) {
    return;
  }
  const owner = seed.login.toLowerCase();
  const createdAt =
    store.organizations.get('', owner)?.createdAt ?? timestamp(github);
  store.transaction(() => {
    store.organizations.put('', owner, {
      login: seed.login,
      name: seed.name,
      description: seed.description,
      createdAt,
    });
    putUser(
      github,
      {
        login: portalBot,
        name: 'Arctiq Portal',
        email: 'portal@arctiq.example',
      },
      createdAt,
    );
    store.memberships.removeScope(owner);
    store.memberships.put(owner, portalBot, {
      login: portalBot,
      role: 'admin',
    });
    for (const member of seed.members) {
      putUser(github, member, createdAt);
      store.memberships.put(owner, member.login.toLowerCase(), {
        login: member.login,
        role: 'member',
      });
    }
    putTeams(github, seed, createdAt);
    store.seeds.put('organization', seed.login, { hash: stamp, refs: {} });
  });
}

/** What the environment gives: the portal's token and where webhooks go. */
export interface Credentials {
  token: string;
  webhook?: { url: string; secret: string };
}

/** Sets the portal's token and the organisation's webhook to what was given. */
export function applyCredentials(
  github: Github,
  organization: string,
  { token, webhook }: Credentials,
): void {
  const { store } = github;
  const scope = `org:${organization.toLowerCase()}`;
  store.transaction(() => {
    // The portal's token alone: an older one must not open the door any more.
    store.tokens.removeScope('portal');
    store.tokens.put('portal', tokenHash(token), { login: portalBot });
    const hook = store.hooks.list(scope).find(one => one.managed);
    const now = timestamp(github);
    if (!webhook) {
      if (hook) {
        store.hooks.remove(scope, hook.id);
        store.removeDeliveries(hook.id);
      }
    } else if (!hook) {
      store.hooks.append(scope, {
        ...webhook,
        events: ['*'],
        active: true,
        contentType: 'json',
        insecureSsl: '0',
        createdAt: now,
        updatedAt: now,
        managed: true,
      });
    } else if (hook.url !== webhook.url || hook.secret !== webhook.secret) {
      store.hooks.update(hook.id, { ...webhook, updatedAt: now });
    }
  });
}
