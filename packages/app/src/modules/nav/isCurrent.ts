/**
 * Whether an entry of the navigation leads to where the person is.
 *
 * @remarks
 * Teams and people are lists of the catalog with a filter on the kind: there
 * only the entry with that kind is current, not the catalog as such.
 *
 * @param href - target of the entry
 * @param location - where the person is
 */
export function isCurrent(
  href: string,
  location: { pathname: string; search: string },
): boolean {
  const [path, query] = href.split('?');
  const kind = new URLSearchParams(query).get('filters[kind]');
  const locationKind = new URLSearchParams(location.search).get(
    'filters[kind]',
  );
  if (kind) {
    return location.pathname === path && locationKind === kind;
  }
  if (path === '/') {
    return location.pathname === '/';
  }
  const inside =
    location.pathname === path || location.pathname.startsWith(`${path}/`);
  const elsewhere = locationKind === 'group' || locationKind === 'user';
  return inside && !(location.pathname === path && elsewhere);
}
