import type { DeploymentSeed } from '../github/deployments';
import { portalBot } from '../github/seed/seedOrganization';
import type { Guest } from '../prometheus/telemetry/guests';
import type { Company } from './Company';

/** How far back GitHub tells of deployments. */
const days = 60;

function iso(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(/\.\d+Z$/, 'Z');
}

function firstRelease({ name, since }: Guest): DeploymentSeed {
  return {
    key: `${name}-first`,
    ref: 'main',
    description: 'First release',
    actor: portalBot,
    createdAt: iso(since),
    payload: { title: 'First release' },
  };
}

/** What of a repository the company's history says went to production, newest first. */
export function deploymentsOf(
  company: Company,
  { owner, name }: { owner: string; name: string },
): DeploymentSeed[] {
  if (owner !== company.model.login) {
    return [];
  }
  const guest = company.guests().find(one => one.name === name);
  if (guest) {
    return [firstRelease(guest)];
  }
  return company.deploys(name, days).map(deploy => ({
    key: deploy.id,
    ref: `v${deploy.version}`,
    description: deploy.title,
    actor: deploy.actor,
    createdAt: iso(deploy.time * 1000),
    payload: { version: deploy.version, title: deploy.title },
  }));
}
