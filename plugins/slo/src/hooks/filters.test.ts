import {
  type Filters,
  isNarrowed,
  parseFilters,
  toQuery,
  toSearch,
} from './filters';

function parse(search: string): Filters {
  return parseFilters(new URLSearchParams(search));
}

describe('filters', () => {
  it.each([
    ['', { view: 'default', sort: 'burn' }],
    ['view=all&sort=ends', { view: 'all', sort: 'ends' }],
    [
      'view=nonsense&sort=price&state=great',
      { view: 'default', sort: 'burn', state: undefined },
    ],
    ['owner=group:default/a', { view: 'all', owner: 'group:default/a' }],
    ['system=system:default/a&view=mine', { view: 'mine' }],
    ['tier=2&state=at-risk&q=+pay+', { tier: 2, state: 'at-risk', q: 'pay' }],
    ['tier=9&q=', { tier: undefined, q: undefined }],
  ])('reads %p', (search, expected) => {
    expect(parse(search)).toMatchObject(expected);
  });

  it('writes what it reads', () => {
    const all = [
      '',
      '?view=mine',
      '?view=all&owner=group%3Adefault%2Fa%26b&tier=1&state=exhausted&q=pay+out&sort=remaining&cursor=x%3D',
    ];
    for (const search of all) {
      expect(toSearch(parse(search))).toBe(search);
    }
  });

  it.each([
    [
      'view=all&state=frozen',
      { mine: undefined, state: 'frozen', sort: 'burn' },
    ],
    ['', { mine: true, limit: 25 }],
    ['view=mine&cursor=abc', { mine: true, cursor: 'abc' }],
  ])('asks for what %p shows', (search, expected) => {
    expect(toQuery(parse(search))).toMatchObject(expected);
  });

  it.each([
    ['view=all&sort=name', false],
    ['q=pay', true],
    ['tier=1', true],
    ['owner=group:default/a', true],
  ])('knows whether %p is narrow', (search, narrow) => {
    expect(isNarrowed(parse(search))).toBe(narrow);
  });
});
