import { PortalApi } from './api';
import { portalUrl } from './environment';
import { people } from './people';
import { slosMeasured } from './slo';

/** The journeys begin when catalog and budgets are complete, as for a person of the company. */
export default async function globalSetup(): Promise<void> {
  const portal = new PortalApi(portalUrl);
  const session = await portal.signInWhenKnown(people.developer.ref);
  await portal.catalogSettled(session);
  await slosMeasured(portal, session);
}
