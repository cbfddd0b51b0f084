import { PortalApi } from './api';
import { portalUrl } from './environment';
import { people } from './people';

/** The journeys begin when the catalog is complete, as for a person of the company. */
export default async function globalSetup(): Promise<void> {
  const portal = new PortalApi(portalUrl);
  const session = await portal.signInWhenKnown(people.developer.ref);
  await portal.catalogSettled(session);
}
