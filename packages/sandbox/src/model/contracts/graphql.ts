import type { GraphqlContract } from './types';

const SDL = `"""
The shop, for clients. Fields of a context that is away are null and named in
\`errors\`; clients must be ready for that.
"""
schema {
  query: Query
  mutation: Mutation
}

"Decimal string, for example 12.90."
scalar Decimal

"ISO 8601 in UTC."
scalar DateTime

type Money {
  amount: Decimal!
  "ISO 4217."
  currency: String!
}

type Query {
  "The signed-in customer."
  me: Customer
  product(id: ID!): Product
  search(text: String!, category: String, first: Int = 24, after: String): ProductConnection!
  cart(id: ID!): Cart
  order(id: ID!): Order
  "Free delivery slots for a postal code."
  deliverySlots(postalCode: String!): [DeliverySlot!]!
}

type Mutation {
  setCartLine(cartId: ID!, sku: String!, quantity: Int!): Cart!
  bookDeliverySlot(cartId: ID!, slotId: ID!): DeliverySlot!
  placeOrder(input: PlaceOrderInput!): Order!
  cancelOrder(id: ID!): Order!
  requestReturn(orderId: ID!, skus: [String!]!): Return!
}

input PlaceOrderInput {
  cartId: ID!
  deliverySlotId: ID!
  paymentMethodToken: String!
  "Same key, same order."
  idempotencyKey: ID!
  couponCode: String
}

type Customer {
  id: ID!
  fullName: String!
  email: String!
  loyaltyPoints: Int
  orders(first: Int = 10, after: String): OrderConnection
  recommendations(first: Int = 12): [Product!]
}

type Product {
  id: ID!
  sku: String!
  name: String!
  description: String
  price: Money!
  inStock: Boolean
  imageUrls: [String!]!
}

type PageInfo {
  hasNextPage: Boolean!
  endCursor: String
}

type ProductConnection {
  nodes: [Product!]!
  totalCount: Int!
  pageInfo: PageInfo!
}

type OrderConnection {
  nodes: [Order!]!
  totalCount: Int!
  pageInfo: PageInfo!
}

enum StockState {
  AVAILABLE
  LOW
  GONE
  UNCHECKED
}

type CartLine {
  product: Product!
  quantity: Int!
  total: Money!
  stock: StockState!
}

type Cart {
  id: ID!
  lines: [CartLine!]!
  "Discounts that the basket has earned."
  discounts: [Discount!]
  subtotal: Money!
  total: Money
  expiresAt: DateTime!
}

type Discount {
  label: String!
  amount: Money!
}

enum OrderStatus {
  PENDING
  PROCESSING
  SHIPPED
  DELIVERED
  CANCELLED
}

type Order {
  id: ID!
  status: OrderStatus!
  lines: [CartLine!]!
  total: Money!
  placedAt: DateTime!
  shipments: [Shipment!]
}

type Shipment {
  id: ID!
  carrier: String!
  trackingCode: String
  expectedAt: DateTime
  position: Position
}

type Position {
  latitude: Float!
  longitude: Float!
  seenAt: DateTime!
}

type DeliverySlot {
  id: ID!
  startsAt: DateTime!
  endsAt: DateTime!
  price: Money!
}

type Return {
  id: ID!
  status: String!
  refund: Money!
  labelUrl: String
}
`;

/** The one schema that clients of the shop see. */
export const GRAPHQL_CONTRACTS: readonly GraphqlContract[] = [
  {
    name: 'storefront-graphql',
    title: 'Storefront GraphQL',
    description: 'One schema over all contexts, for web, phone and counter.',
    provider: 'storefront-bff',
    sdl: SDL,
  },
];
