import type { ResourceRow } from './row';

interface ExternalRow {
  name: string;
  title: string;
  description: string;
  owner: string;
  system: string;
}

const ROWS: readonly ExternalRow[] = [
  {
    name: 'stripe',
    title: 'Stripe',
    description: 'Charges cards, preferred in the United States.',
    owner: 'payments',
    system: 'payments',
  },
  {
    name: 'adyen',
    title: 'Adyen',
    description: 'Charges cards, preferred in Europe.',
    owner: 'payments',
    system: 'payments',
  },
  {
    name: 'upi',
    title: 'UPI',
    description: 'Instant payments of India.',
    owner: 'payments',
    system: 'payments',
  },
  {
    name: 'pix',
    title: 'Pix',
    description: 'Instant payments of Brazil.',
    owner: 'payments',
    system: 'payments',
  },
  {
    name: 'sepa',
    title: 'SEPA',
    description: 'Bank transfers and direct debits of Europe.',
    owner: 'payments',
    system: 'payments',
  },
  {
    name: 'sap',
    title: 'SAP',
    description: 'The books of the company.',
    owner: 'orders',
    system: 'orders',
  },
  {
    name: 'google-maps',
    title: 'Google Maps',
    description: 'Distances, traffic and maps.',
    owner: 'fulfilment',
    system: 'fulfilment',
  },
  {
    name: 'delivery-partners',
    title: 'Delivery partners',
    description: 'Carriers that bring what our own vans do not.',
    owner: 'fulfilment',
    system: 'fulfilment',
  },
  {
    name: 'twilio',
    title: 'Twilio',
    description: 'Sends texts.',
    owner: 'customer',
    system: 'notifications',
  },
  {
    name: 'amazon-ses',
    title: 'Amazon SES',
    description: 'Sends mail.',
    owner: 'customer',
    system: 'notifications',
  },
  {
    name: 'firebase-fcm',
    title: 'Firebase Cloud Messaging',
    description: 'Pushes to phones.',
    owner: 'customer',
    system: 'notifications',
  },
  {
    name: 'social-login',
    title: 'Social login providers',
    description: 'Google and Apple accounts that shoppers sign in with.',
    owner: 'identity',
    system: 'identity',
  },
  {
    name: 'pagerduty',
    title: 'PagerDuty',
    description: 'Wakes who is on call.',
    owner: 'platform',
    system: 'platform',
  },
];

/** Services of others, owned by the team that integrates them. */
export const EXTERNALS: readonly ResourceRow[] = ROWS.map(row => ({
  ...row,
  type: 'external',
  tags: ['external', 'saas'],
}));
