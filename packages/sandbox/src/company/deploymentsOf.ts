import type { DeploymentsOf } from '../github/deployments';
import type { Company } from './Company';

/** How far back GitHub tells of deployments. */
const days = 60;

/** What the company's history says went to production. */
export function deploymentsOf(company: Company): DeploymentsOf {
  return ({ owner, name }) => {
    if (owner !== company.model.login) {
      return [];
    }
    return company.deploys(name, days).map(deploy => ({
      key: deploy.id,
      ref: `v${deploy.version}`,
      description: deploy.title,
      actor: deploy.actor,
      createdAt: new Date(deploy.time * 1000)
        .toISOString()
        .replace(/\.\d+Z$/, 'Z'),
      payload: { version: deploy.version, title: deploy.title },
    }));
  };
}
