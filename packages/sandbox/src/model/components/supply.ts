import type { ComponentRow } from './row';

const fulfilment = { team: 'fulfilment', system: 'fulfilment' } as const;
const catalogue = { team: 'catalogue', system: 'catalogue' } as const;
const inventory = { team: 'inventory', system: 'inventory' } as const;

/** Fulfilment, Catalogue, Inventory. */
export const SUPPLY: readonly ComponentRow[] = [
  {
    ...fulfilment,
    name: 'fulfilment-service',
    title: 'Fulfilment Service',
    description:
      'Turns a placed order into shipments and follows them to the door.',
    type: 'service',
    tier: 2,
    language: 'java',
    port: 5024,
    uses: ['fulfilment-db'],
    notes: [
      'Activating a shipment is strongly consistent; its status afterwards is eventual.',
    ],
  },
  {
    ...fulfilment,
    name: 'route-planner',
    title: 'Route Planner',
    description: 'Plans the shortest round for each van, traffic considered.',
    type: 'service',
    tier: 2,
    language: 'python',
    port: 5025,
    uses: ['fulfilment-db'],
    notes: [
      'Without Google Maps it falls back to straight-line distance and marks the route.',
    ],
  },
  {
    ...fulfilment,
    name: 'delivery-slot-service',
    title: 'Delivery Slot Service',
    description: 'Offers and books the hour in which a shopper is at home.',
    type: 'service',
    tier: 2,
    language: 'kotlin',
    port: 5026,
    uses: ['fulfilment-db'],
  },
  {
    ...fulfilment,
    name: 'tracking-service',
    title: 'Tracking Service',
    description: 'Says where a parcel is, from what vans and carriers report.',
    type: 'service',
    tier: 2,
    language: 'go',
    port: 5027,
    uses: ['fulfilment-db'],
  },
  {
    ...fulfilment,
    name: 'carrier-gateway',
    title: 'Carrier Gateway',
    description:
      'Hands parcels to delivery partners in the way each of them wants it.',
    type: 'service',
    tier: 2,
    language: 'typescript',
    port: 5028,
    notes: [
      'Each partner has its own circuit breaker; an open one diverts to the next partner.',
    ],
  },
  {
    ...catalogue,
    name: 'product-service',
    title: 'Product Service',
    description:
      'Keeps every product with its description, price list and stock flag.',
    type: 'service',
    tier: 1,
    language: 'typescript',
    port: 5002,
    scaling: { min: 2, max: 2 },
    uses: ['products'],
    notes: [
      'Reads go through the indexes category-index and sku-index; a scan of the table is a defect.',
      'What shoppers see may be five minutes old at the CDN; purge by product id, never all.',
    ],
  },
  {
    ...catalogue,
    name: 'search-service',
    title: 'Search Service',
    description:
      'Finds products by words, filters and typing errors in a blink.',
    type: 'service',
    tier: 2,
    language: 'java',
    port: 5029,
    scaling: { min: 3, max: 12, cpuPercent: 70, memoryPercent: 80 },
    uses: ['catalogue-search'],
  },
  {
    ...catalogue,
    name: 'search-indexer',
    title: 'Search Indexer',
    description:
      'Brings changed products, prices and stock into the search index within five seconds.',
    type: 'worker',
    tier: 2,
    language: 'java',
    port: 5030,
    subcomponentOf: 'search-service',
    uses: ['catalogue-search'],
    notes: [
      'A full rebuild writes to a new index and moves the alias; it takes about 40 minutes.',
    ],
  },
  {
    ...catalogue,
    name: 'product-media-service',
    title: 'Product Media Service',
    description:
      'Stores product pictures and serves them in the size a screen needs.',
    type: 'service',
    tier: 2,
    language: 'go',
    port: 5031,
    uses: ['product-media'],
  },
  {
    ...inventory,
    name: 'inventory-service',
    title: 'Inventory Service',
    description: 'Counts the stock of every site and reserves it for orders.',
    type: 'service',
    tier: 1,
    language: 'go',
    port: 5032,
    uses: ['inventory-db', 'inventory-hot'],
    notes: [
      'A reservation lapses after 20 minutes without payment.',
      'Browsing reads inventory-hot, 60 seconds old at most; reserving always reads the database.',
    ],
  },
  {
    ...inventory,
    name: 'stock-projector',
    title: 'Stock Projector',
    description:
      'Keeps the fast view of stock less than half a second behind the truth.',
    type: 'worker',
    tier: 2,
    language: 'go',
    port: 5033,
    subcomponentOf: 'inventory-service',
    uses: ['inventory-hot'],
  },
  {
    ...inventory,
    name: 'warehouse-sync',
    title: 'Warehouse Sync',
    description:
      'Takes counts and movements from the warehouse systems every minute.',
    type: 'worker',
    tier: 2,
    language: 'java',
    port: 5034,
    uses: ['inventory-db'],
  },
  {
    ...inventory,
    name: 'replenishment-planner',
    title: 'Replenishment Planner',
    description: 'Orders goods before they run out, from forecasts of demand.',
    type: 'worker',
    lifecycle: 'experimental',
    tier: 3,
    language: 'python',
    port: 5035,
    uses: ['inventory-db'],
  },
];
