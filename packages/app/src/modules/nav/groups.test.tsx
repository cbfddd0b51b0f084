import type {
  NavContentNavItem,
  NavContentNavItems,
} from '@backstage/plugin-app-react';
import { buildNavigation } from './groups';

function bag(pages: Record<string, string>): NavContentNavItems {
  const items = new Map(
    Object.entries(pages).map(([id, href]) => [
      id,
      {
        node: { spec: { id } },
        href,
        title: id.replace('page:', ''),
        icon: <svg />,
      } as NavContentNavItem,
    ]),
  );
  return {
    take(id) {
      const item = items.get(id);
      items.delete(id);
      return item;
    },
    rest: () => [...items.values()],
    clone: () => bag(pages),
    withComponent() {
      throw new Error('not used');
    },
  };
}

function outline(pages: Record<string, string>) {
  return buildNavigation(bag(pages)).groups.map(group => [
    group.title,
    ...group.entries.map(entry => entry.title),
  ]);
}

describe('buildNavigation', () => {
  it('groups pages by what people come to do', () => {
    expect(
      outline({
        'page:scaffolder': '/create',
        'page:catalog': '/catalog',
        'page:home': '/',
        'page:catalog-import': '/catalog-import',
        'page:notifications': '/notifications',
        'page:user-settings': '/settings',
      }),
    ).toEqual([
      [undefined, 'home'],
      ['Find', 'catalog'],
      ['Build', 'scaffolder', 'Import'],
      ['Organisation', 'Teams', 'People'],
    ]);
  });

  it('has room for what later plugins bring, and for what nobody planned', () => {
    expect(
      outline({
        'page:slo': '/slo',
        'page:cost': '/cost',
        'page:zebra': '/zebra',
        'page:apple': '/apple',
      }),
    ).toEqual([
      ['Run', 'slo'],
      ['Pay', 'cost'],
      ['More', 'apple', 'zebra'],
    ]);
  });

  it('finds teams and people in the catalog, wherever that is', () => {
    const { groups } = buildNavigation(
      bag({ 'page:catalog': '/base/catalog' }),
    );

    expect(groups[groups.length - 1].entries.map(({ href }) => href)).toEqual([
      '/base/catalog?filters[kind]=group&filters[user]=all',
      '/base/catalog?filters[kind]=user&filters[user]=all',
    ]);
  });

  it('keeps notifications and settings apart', () => {
    const model = buildNavigation(
      bag({
        'page:notifications': '/notifications',
        'page:user-settings': '/settings',
      }),
    );

    expect(model.groups).toEqual([]);
    expect(model.notifications?.href).toBe('/notifications');
    expect(model.settings?.href).toBe('/settings');
  });
});
