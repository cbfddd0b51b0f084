/** Plugins that answer below `/api/`; requests for another id are `other`. */
export const pluginIds: ReadonlySet<string> = new Set([
  'app',
  'auth',
  'catalog',
  'events',
  'golden-path',
  'mcp-actions',
  'notifications',
  'permission',
  'pull-requests',
  'scaffolder',
  'search',
  'signals',
  'slo',
  'techdocs',
  'user-settings',
]);

/**
 * The part of the portal that a request is for.
 *
 * @remarks
 * Names are few and fixed. A path is what a stranger sends: as a label it would
 * let him fill the memory of the process and of Prometheus.
 */
export function routeOf(url: string): string {
  const [path] = url.split('?', 1);
  if (path.startsWith('/.backstage/health/')) {
    return 'health';
  }
  const plugin = /^\/api\/([^/]+)/.exec(path)?.[1];
  if (plugin !== undefined) {
    return pluginIds.has(plugin) ? plugin : 'other';
  }
  return path.startsWith('/static/') ? 'static' : 'page';
}
