import { readFileSync } from 'node:fs';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { MockDirectory } from '@backstage/backend-test-utils';

const ORGANIZATION = `
apiVersion: backstage.io/v1alpha1
kind: Group
metadata:
  name: orders
  annotations: { github.com/team-slug: acme/orders }
spec: { type: team, children: [], profile: { displayName: Orders } }
---
apiVersion: backstage.io/v1alpha1
kind: System
metadata: { name: returns }
spec: { owner: orders }
---
apiVersion: backstage.io/v1alpha1
kind: User
metadata: { name: mock }
spec:
  memberOf: [orders]
  profile: { displayName: Amara Okafor, email: amara@acme.example }
`;

const CATALOG_INFO = `apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: \${{ values.name }}
  description: \${{ values.description | dump }}
spec:
  type: service
  lifecycle: experimental
  owner: \${{ values.owner }}
  system: \${{ values.system }}
`;

const README = `\${{ values.description }}
tier \${{ values.tier }} of \${{ values.ownerTitle }} (\${{ values.ownerName }})
\${{ values.repository.cloneUrl }} \${{ values.portalUrl }}
`;

/**
 * Fills a directory with an organisation and with the real template, whose large
 * skeleton is replaced by a small one.
 *
 * @returns the configuration of a portal that reads them
 */
export function writePortalFiles(options: {
  directory: MockDirectory;
  githubHost: string;
}) {
  const { directory, githubHost } = options;
  directory.setContent({
    'organization.yaml': ORGANIZATION,
    'node-service': {
      'template.yaml': readFileSync(
        resolvePackagePath(
          '@arctiq/plugin-scaffolder-backend-module-golden-path',
          '../../templates/node-service/template.yaml',
        ),
      ),
      skeleton: { 'catalog-info.yaml': CATALOG_INFO, 'README.md': README },
    },
    work: {},
  });
  return {
    app: { baseUrl: 'http://portal' },
    backend: { workingDirectory: directory.resolve('work') },
    integrations: {
      github: [
        {
          host: githubHost,
          apiBaseUrl: `http://${githubHost}/api/v3`,
          token: 'token',
        },
      ],
    },
    catalog: {
      rules: [{ allow: ['Component', 'System', 'Group', 'User', 'Template'] }],
      locations: ['organization.yaml', 'node-service/template.yaml'].map(
        file => ({ type: 'file', target: directory.resolve(file) }),
      ),
    },
    goldenPath: {
      github: { host: githubHost, organization: 'acme' },
      requestTimeout: { seconds: 30 },
    },
    scaffolder: {
      taskRecovery: {
        enabled: true,
        workspaceProvider: 'database',
        staleTimeout: { seconds: 2 },
      },
    },
  };
}
