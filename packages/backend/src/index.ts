import { createBackend } from '@backstage/backend-defaults';
import { idleScheduler } from './migrateOnly/idleScheduler';
import { portalRootHttpRouter } from './rootHttpRouter';

// Brings the tables of all plugins up to date and ends; nothing else is done.
const migrateOnly = process.env.PORTAL_MIGRATE_ONLY === 'true';

const backend = createBackend();

backend.add(portalRootHttpRouter);
if (migrateOnly) {
  backend.add(idleScheduler);
}

// The built app, served from the same address
backend.add(import('@backstage/plugin-app-backend'));

// Who is asking, and what they may do
backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('@backstage/plugin-auth-backend-module-github-provider'));
backend.add(import('@backstage/plugin-auth-backend-module-oidc-provider'));
backend.add(import('@arctiq/plugin-auth-backend-module-sandbox'));
backend.add(import('@backstage/plugin-permission-backend'));
backend.add(import('@arctiq/plugin-permission-backend-module-portal-policy'));

// The catalog; GitHub's push events refresh the entities of a repository
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(
  import('@backstage/plugin-catalog-backend-module-scaffolder-entity-model'),
);
backend.add(import('@backstage/plugin-catalog-backend-module-github'));
backend.add(import('@backstage/plugin-catalog-backend-module-logs'));
backend.add(import('@backstage/plugin-catalog-backend-module-openapi'));

// Golden paths
backend.add(import('@backstage/plugin-scaffolder-backend'));
backend.add(
  import('@backstage/plugin-scaffolder-backend-module-notifications'),
);
backend.add(
  import('@backstage/plugin-scaffolder-backend-module-workspace-database'),
);
backend.add(import('@arctiq/plugin-scaffolder-backend-module-golden-path'));
backend.add(import('@arctiq/plugin-golden-path-backend'));

// Open pull requests
backend.add(import('@arctiq/plugin-pull-requests-backend'));

// Error budgets and the promotion gate
backend.add(import('@arctiq/plugin-slo-backend'));

// Documentation
backend.add(import('@backstage/plugin-techdocs-backend'));
backend.add(import('@arctiq/plugin-techdocs-backend-module-local-mkdocs'));

// Search; each engine registers itself only with its database
backend.add(import('@backstage/plugin-search-backend'));
backend.add(import('@backstage/plugin-search-backend-module-pg'));
backend.add(import('@arctiq/plugin-search-backend-module-local'));
backend.add(import('@backstage/plugin-search-backend-module-catalog'));
backend.add(import('@backstage/plugin-search-backend-module-techdocs'));

// What reaches people and what reaches us
backend.add(import('@backstage/plugin-notifications-backend'));
backend.add(import('@backstage/plugin-signals-backend'));
backend.add(import('@backstage/plugin-user-settings-backend'));
backend.add(import('@backstage/plugin-events-backend'));
backend.add(import('@backstage/plugin-events-backend-module-github'));

// Tools for coding assistants
backend.add(import('@backstage/plugin-mcp-actions-backend'));

async function start() {
  await backend.start();
  if (migrateOnly) {
    process.exit(0);
  }
}

start().catch((error: unknown) => {
  // Half a portal answers 503 for ever; none at all is restarted or noticed.
  process.stderr.write(`The portal could not start: ${error}\n`);
  process.exit(1);
});
