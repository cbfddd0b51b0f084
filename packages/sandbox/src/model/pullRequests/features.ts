import { append, create, type PullRequestRow, replace } from './row';

/** Work of people. */
export const FEATURES: readonly PullRequestRow[] = [
  {
    repository: 'order-service',
    title: 'Say in the contract why a status change is refused',
    body: 'Clients guess today. 409 already carries the reason; this writes it down, so that the BFF may show it.\n\nNo change of behaviour.',
    branch: 'status-refusal',
    author: 'tomasz-zielinski',
    reviewers: ['amara-okafor', 'mei-tanaka'],
    labels: ['contract'],
    ageHours: 44,
    changes: [
      replace(
        'openapi/orders-api.yaml',
        'summary: Move an order to its next state',
        'summary: Move an order to its next state; 409 names the states that are allowed',
      ),
      replace('openapi/orders-api.yaml', 'version: 4.2.0', 'version: 4.2.1'),
    ],
  },
  {
    repository: 'order-service',
    title: 'Allow ten replicas for the spring sale',
    body: 'Last year eight replicas stood at 91 % CPU for two hours. Draft until Platform has looked at the node pools.',
    branch: 'spring-sale-replicas',
    author: 'priyanka-deshmukh',
    draft: true,
    labels: ['capacity'],
    ageHours: 97,
    changes: [replace('deploy/values.yaml', 'maximum: 8', 'maximum: 10')],
  },
  {
    repository: 'order-history-service',
    title: 'Runbook: how to rebuild the index without a gap',
    body: 'What we did on the night of the mapping change, in the order in which it should have been done.',
    branch: 'runbook-rebuild',
    author: 'caleb-whitaker',
    reviewers: ['amara-okafor'],
    labels: ['documentation'],
    ageHours: 24 * 9,
    changes: [
      append(
        'docs/runbook.md',
        `## Rebuild the index

1. Create \`order-history-v2\` with the new mapping.
2. Start a second consumer group from the beginning of \`order.events\`, and the archive for what is older than seven days.
3. Wait until its lag is below 1,000 and move the alias.
4. Keep the old index for two days.
`,
      ),
    ],
  },
  {
    repository: 'returns-service',
    title: 'Two replicas more before the holidays',
    body: 'Returns triple in the first week of January. From the figures of last year, eight replicas are enough.',
    branch: 'january-replicas',
    author: 'amara-okafor',
    reviewers: ['lucia-fernandez'],
    labels: ['capacity'],
    ageHours: 26,
    changes: [replace('deploy/values.yaml', 'maximum: 6', 'maximum: 8')],
  },
  {
    repository: 'sap-connector',
    title: 'Write down what happens on Sundays',
    body: 'We were paged again for the maintenance window of SAP. The alert is silenced in another change; this is for whoever reads the runbook.',
    branch: 'sunday-window',
    author: 'samuel-adeyemi',
    reviewers: ['amara-okafor', 'helena-vogt'],
    labels: ['documentation'],
    ageHours: 61,
    changes: [
      append(
        'docs/runbook.md',
        '## Sunday, 02:00 to 04:00\n\nLag up to 120,000 is normal and gone by 05:00. Page nobody before.\n',
      ),
    ],
  },
  {
    repository: 'payment-service',
    title: 'ADR: which provider charges when both are healthy',
    body: 'Proposes cost first, then acceptance rate of the last hour. Please comment until Friday.',
    branch: 'adr-psp-choice',
    author: 'ingrid-solberg',
    reviewers: ['arjun-mehta', 'daniel-reyes'],
    labels: ['adr'],
    ageHours: 50,
    changes: [
      create(
        'docs/adr/0007-choice-of-provider.md',
        `# 7. Choice of the payment provider

Status: proposed.

## Context

Stripe is preferred in the United States and Adyen in Europe, by a flag. Fees now differ by card scheme, and acceptance by issuer.

## Decision

Per charge, take the cheaper provider of those whose acceptance rate over the last hour is within one point of the best.

## Consequences

The flag stays as an override. Reconciliation must not assume one provider per region.
`,
      ),
    ],
  },
  {
    repository: 'pricing-service',
    title: 'Keep a quote for 20 minutes',
    body: 'One in 40 checkouts is quoted twice because 3-D Secure takes long. Draft: Finance has to agree.',
    branch: 'quote-20-minutes',
    author: 'rafael-monteiro',
    draft: true,
    ageHours: 24 * 4,
    changes: [
      replace(
        'openapi/pricing-api.yaml',
        'lock the price for 15 minutes',
        'lock the price for 20 minutes',
      ),
    ],
  },
  {
    repository: 'route-planner',
    title: 'Runbook: what drivers see without Google Maps',
    body: 'Dispatch asked twice. Screens are described, not shown, because they change.',
    branch: 'runbook-maps',
    author: 'ji-woo-park',
    reviewers: ['camille-lefevre'],
    labels: ['documentation'],
    ageHours: 33,
    changes: [
      append(
        'docs/runbook.md',
        '## Without Google Maps\n\nRoutes are marked "approximate" and use straight lines. Drivers may reorder stops by hand; the order is kept.\n',
      ),
    ],
  },
  {
    repository: 'search-service',
    title: 'Start with six replicas',
    body: 'Three replicas need four minutes to warm their caches after a node is lost.',
    branch: 'six-replicas',
    author: 'ayse-yilmaz',
    reviewers: ['marek-novak'],
    labels: ['capacity'],
    ageHours: 12,
    changes: [replace('deploy/values.yaml', 'minimum: 3', 'minimum: 6')],
  },
  {
    repository: 'inventory-service',
    title: 'Contract: stock carries the site',
    body: 'Shops want to know where it is. Optional at first; the BFF ignores it until the design is there.',
    branch: 'stock-site',
    author: 'thandiwe-mokoena',
    reviewers: ['hiroshi-sato', 'rafael-monteiro'],
    labels: ['contract'],
    ageHours: 68,
    changes: [
      replace('openapi/inventory-api.yaml', 'version: 2.4.0', 'version: 2.5.0'),
      replace(
        'openapi/inventory-api.yaml',
        '          description: Units that are promised\n',
        '          description: Units that are promised\n        site:\n          type: string\n          description: Warehouse or shop that holds the units\n',
      ),
    ],
  },
  {
    repository: 'notification-service',
    title: 'Two consumers in the group',
    body: 'Lag reaches 40 s in the evening. The log makes double sends harmless; I tried it in staging for a week.',
    branch: 'two-consumers',
    author: 'adaeze-eze',
    reviewers: ['bao-tran'],
    ageHours: 24 * 6,
    changes: [
      replace('deploy/values.yaml', 'consumers: 1', 'consumers: 2'),
      replace('deploy/values.yaml', 'maximum: 1', 'maximum: 2'),
      replace('deploy/values.yaml', 'minimum: 1', 'minimum: 2'),
    ],
  },
  {
    repository: 'storefront-web',
    title: 'React 19',
    body: 'Builds and passes; the checkout page still warns in development. Draft.',
    branch: 'react-19',
    author: 'linh-pham',
    draft: true,
    ageHours: 24 * 15,
    changes: [
      replace('package.json', '"react": "18.3.1"', '"react": "19.1.0"'),
      replace('package.json', '"react-dom": "18.3.1"', '"react-dom": "19.1.0"'),
    ],
  },
  {
    repository: 'api-gateway',
    title: 'Write down how a path leaves the monolith',
    body: 'The steps we take for each path, with the share that we start from. Asked for by Storefront.',
    branch: 'strangler-steps',
    author: 'saanvi-patel',
    reviewers: ['jonas-lindqvist', 'sergio-navarro'],
    labels: ['documentation'],
    ageHours: 21,
    changes: [
      create(
        'docs/strangler.md',
        `# Moving a path out of the monolith

1. The service answers the path in staging, compared with the monolith for a week.
2. 1 % of production for a day, 10 % for two days, then all.
3. The route to the monolith stays for two weeks and is then deleted with its code.
`,
      ),
      replace(
        'mkdocs.yml',
        '- Runbook: runbook.md',
        '- Runbook: runbook.md\n  - Leaving the monolith: strangler.md',
      ),
    ],
  },
  {
    repository: 'catalog',
    title: 'Name the drill of the stand-by cluster',
    body: 'New colleagues take the stand-by cluster for a forgotten one.',
    branch: 'dr-cluster-description',
    author: 'robert-hale',
    reviewers: ['ngozi-umeh'],
    labels: ['documentation'],
    ageHours: 3,
    changes: [
      replace(
        'resources/clusters.yaml',
        'Warm stand-by in an account of its own, used in drills and disasters.',
        'Warm stand-by in an account of its own, used in the quarterly drill and in disasters.',
      ),
    ],
  },
];
