import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { DocumentResult } from './DocumentResult';
import { EntityResult } from './EntityResult';

describe('EntityResult', () => {
  it('tells the kind, the owner and the lifecycle', async () => {
    await renderInTestApp(
      <EntityResult
        result={
          {
            title: 'Order Service',
            text: 'Takes orders',
            location: '/catalog/default/component/order-service',
            kind: 'Component',
            type: 'service',
            lifecycle: 'production',
            owner: 'group:default/orders',
          } as any
        }
      />,
    );

    expect(screen.getByRole('link', { name: 'Order Service' })).toHaveAttribute(
      'href',
      '/catalog/default/component/order-service',
    );
    expect(screen.getByText('Component')).toBeInTheDocument();
    expect(screen.getByText('production')).toBeInTheDocument();
    expect(screen.getByText('service · owned by orders')).toBeInTheDocument();
  });

  it('marks what was searched for', async () => {
    await renderInTestApp(
      <EntityResult
        result={{ title: 'Payment events', text: 'A topic', location: '/x' }}
        highlight={{
          preTag: '<b>',
          postTag: '</b>',
          fields: { title: '<b>Payment</b> events' },
        }}
      />,
    );

    expect(screen.getByText('Payment').tagName).toBe('MARK');
  });
});

describe('DocumentResult', () => {
  it('is called documentation and says about what', async () => {
    await renderInTestApp(
      <DocumentResult
        result={
          {
            title: 'Runbook',
            text: 'What to do when it burns',
            location: '/docs/default/component/order-service/runbook',
            kind: 'component',
            entityTitle: 'Order Service',
          } as any
        }
      />,
    );

    expect(screen.getByText('Documentation')).toBeInTheDocument();
    expect(screen.getByText('about Order Service')).toBeInTheDocument();
  });
});
