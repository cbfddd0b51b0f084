import { render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router-dom';
import { EntityLinkCell } from './EntityLinkCell';
import { kindLabel } from './kinds';

describe('EntityLinkCell', () => {
  it('links the entity by its title and says its kind', () => {
    render(
      <MemoryRouter>
        <EntityLinkCell
          entityRef="component:default/checkout"
          href="/catalog/default/component/checkout"
          title="Checkout"
          secondary="Orders"
        />
      </MemoryRouter>,
    );

    expect(screen.getByRole('link', { name: 'Checkout' })).toHaveAttribute(
      'href',
      '/catalog/default/component/checkout',
    );
    expect(screen.getByTitle('Component')).toBeInTheDocument();
    expect(screen.getByText('Orders')).toBeInTheDocument();
  });

  it('falls back to the name in the ref', () => {
    render(
      <MemoryRouter>
        <EntityLinkCell entityRef="widget:default/thing" href="/thing" />
      </MemoryRouter>,
    );

    expect(screen.getByRole('link', { name: 'thing' })).toBeInTheDocument();
    expect(screen.getByTitle('widget')).toBeInTheDocument();
  });
});

describe('kindLabel', () => {
  it.each([
    ['Component', 'Component'],
    ['group', 'Team'],
    ['User', 'Person'],
    ['template', 'Golden path'],
    ['Workflow', 'Workflow'],
  ])('calls %s %s', (kind, label) => {
    expect(kindLabel(kind)).toBe(label);
  });
});
