import type { Visit } from '@backstage/plugin-home';

/** A place where the person was. */
export interface VisitedPlace {
  href: string;
  title: string;
  entityRef?: string;
  /** Milliseconds since 1970. */
  timestamp: number;
}

/** Names that are not written as their addresses are. */
const names = new Map([['slos', 'SLOs']]);

function words(segment: string): string {
  const known = names.get(segment);
  if (known) {
    return known;
  }
  const text = decodeURIComponent(segment).replace(/-/g, ' ');
  return text.charAt(0).toLocaleUpperCase('en-US') + text.slice(1);
}

/**
 * A name for a page from its address: `/catalog-import` is "Catalog import",
 * `/create/templates/default/node-service` is "Create: node-service". The name
 * that was stored with the visit is that of the page before, often.
 */
export function titleOfPath(pathname: string): string {
  const segments = pathname.split('/').filter(Boolean);
  if (segments.length === 0) {
    return 'Home';
  }
  const first = words(segments[0]);
  return segments.length === 1
    ? first
    : `${first}: ${decodeURIComponent(segments[segments.length - 1])}`;
}

/**
 * Makes a short list of visits: each entity once, whichever of its tabs was
 * open, and without the home page itself.
 *
 * @param visits - the latest first
 * @param limit - most places
 */
export function visitedPlaces(visits: Visit[], limit: number): VisitedPlace[] {
  const seen = new Set<string>();
  const places: VisitedPlace[] = [];
  for (const visit of visits) {
    const key = visit.entityRef ?? visit.pathname;
    if (visit.pathname === '/' || seen.has(key) || places.length === limit) {
      continue;
    }
    seen.add(key);
    places.push({
      href: visit.pathname,
      title: visit.entityRef ? visit.name : titleOfPath(visit.pathname),
      ...(visit.entityRef && { entityRef: visit.entityRef }),
      timestamp: visit.timestamp,
    });
  }
  return places;
}
