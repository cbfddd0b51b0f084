import type { TopicRow } from './row';

/** Inventory, catalogue, fulfilment. */
export const SUPPLY_TOPICS: readonly TopicRow[] = [
  {
    aggregate: 'inventory',
    title: 'Inventory events',
    description: 'Changes of stock, by stock keeping unit.',
    system: 'inventory',
    owner: 'inventory',
    key: 'sku',
    keyType: 'sku',
    partitions: 96,
    schemas: {},
    events: [
      {
        name: 'StockUpdated',
        summary: 'The number of units that may be sold changed',
        producer: 'inventory-service',
        fields: {
          sku: 'sku Stock keeping unit',
          site: 'string Warehouse or shop',
          available: 'integer Units that may be sold',
          reserved: 'integer Units that are promised',
        },
      },
      {
        name: 'StockReserved',
        summary: 'Units were promised to an order',
        producer: 'inventory-service',
        fields: {
          sku: 'sku Stock keeping unit',
          orderId: 'uuid The order',
          quantity: 'integer Units',
        },
      },
      {
        name: 'StockReleased',
        summary: 'Units that were promised may be sold again',
        producer: 'inventory-service',
        fields: {
          sku: 'sku Stock keeping unit',
          orderId: 'uuid The order',
          quantity: 'integer Units',
        },
      },
      {
        name: 'StockCounted',
        summary: 'A warehouse counted its shelves',
        producer: 'warehouse-sync',
        fields: {
          sku: 'sku Stock keeping unit',
          site: 'string Warehouse',
          counted: 'integer Units on the shelf',
        },
      },
    ],
  },
  {
    aggregate: 'catalogue',
    title: 'Catalogue events',
    description: 'Products and prices that changed, by product id.',
    system: 'catalogue',
    owner: 'catalogue',
    key: 'productId',
    schemas: {},
    events: [
      {
        name: 'ProductCreated',
        summary: 'A product came into the shop',
        producer: 'product-service',
        fields: {
          productId: 'uuid The product',
          sku: 'sku Stock keeping unit',
          name: 'string Name in the shop',
          category: 'string Category',
        },
      },
      {
        name: 'ProductUpdated',
        summary: 'What the shop says about a product changed',
        producer: 'product-service',
        fields: {
          productId: 'uuid The product',
          sku: 'sku Stock keeping unit',
          changed: 'string[] Names of the fields',
        },
      },
      {
        name: 'ProductRetired',
        summary: 'A product left the shop',
        producer: 'product-service',
        fields: {
          productId: 'uuid The product',
          sku: 'sku Stock keeping unit',
        },
      },
      {
        name: 'PriceChanged',
        summary: 'A product costs more or less from now on',
        producer: 'pricing-service',
        fields: {
          productId: 'uuid The product',
          sku: 'sku Stock keeping unit',
          price: 'Money New price',
          validFrom: 'datetime From when',
        },
      },
    ],
  },
  {
    aggregate: 'fulfilment',
    title: 'Fulfilment events',
    description: 'Shipments on their way, by shipment id.',
    system: 'fulfilment',
    owner: 'fulfilment',
    key: 'shipmentId',
    personalData: true,
    schemas: {},
    events: [
      {
        name: 'ShipmentDispatched',
        summary: 'A shipment left the warehouse',
        producer: 'fulfilment-service',
        fields: {
          shipmentId: 'uuid The shipment',
          orderId: 'uuid The order',
          carrier: 'string Who brings it',
          trackingCode: 'string Code of the carrier',
          expectedAt: 'datetime When it should arrive',
        },
      },
      {
        name: 'ShipmentDelivered',
        summary: 'A shipment is at the door',
        producer: 'fulfilment-service',
        fields: {
          shipmentId: 'uuid The shipment',
          orderId: 'uuid The order',
          deliveredAt: 'datetime When',
        },
      },
      {
        name: 'DeliverySlotBooked',
        summary: 'A shopper chose when to be at home',
        producer: 'delivery-slot-service',
        fields: {
          shipmentId: 'uuid Shipment that the slot is for',
          slotId: 'uuid The slot',
          startsAt: 'datetime Begin',
          endsAt: 'datetime End',
        },
      },
      {
        name: 'TrackingUpdated',
        summary: 'A van or carrier reported where a shipment is',
        producer: 'tracking-service',
        fields: {
          shipmentId: 'uuid The shipment',
          latitude: 'number Degrees north',
          longitude: 'number Degrees east',
        },
      },
    ],
  },
];
