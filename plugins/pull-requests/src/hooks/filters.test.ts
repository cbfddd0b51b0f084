import { Filters, parseFilters, toQuery, toSearch } from './filters';

describe('filters', () => {
  it.each([
    ['', { view: 'involved' }],
    ['view=review', { view: 'review' }],
    ['view=nonsense', { view: 'involved' }],
    ['entityRef=component:default/x', { view: 'all' }],
    ['entityRef=component:default/x&view=mine', { view: 'mine' }],
  ])('reads %p', (search, expected) => {
    expect(parseFilters(new URLSearchParams(search))).toMatchObject(expected);
  });

  it('writes what it reads', () => {
    const all: Filters[] = [
      { view: 'team' },
      { view: 'all', entityRef: 'component:default/a&b', cursor: 'x=' },
    ];
    for (const filters of all) {
      expect(parseFilters(new URLSearchParams(toSearch(filters)))).toEqual(
        filters,
      );
    }
  });

  it('asks for what the view shows', () => {
    expect(toQuery({ view: 'review', cursor: 'abc' })).toEqual({
      reviewer: 'me',
      cursor: 'abc',
      limit: 30,
    });
    expect(toQuery({ view: 'all', entityRef: 'component:default/x' })).toEqual({
      entityRef: 'component:default/x',
      limit: 30,
    });
  });
});
