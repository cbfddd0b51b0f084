import fc from 'fast-check';
import { createModel } from '.';
import { callFlows } from './flows/calls';
import { companyFlows } from './flows/companyFlows';
import { personName } from './identifiers';

const NOW = new Date('2026-03-11T10:00:00Z');

describe('the model', () => {
  const model = createModel({ now: NOW });

  it('is the same for the same options', () => {
    expect(createModel({ now: NOW })).toEqual(model);
    const options = { now: NOW, seed: 7, scale: 3 };
    expect(createModel(options)).toEqual(createModel(options));
  });

  it('is a copy that nobody else holds', () => {
    createModel({ now: NOW }).components[0].uses.push('spoiled');
    expect(createModel({ now: NOW })).toEqual(model);
  });

  it('makes up other people for another seed', () => {
    const names = (seed: number) =>
      createModel({ now: NOW, seed, scale: 2 }).people.map(p => p.name);
    expect(names(1)).not.toEqual(names(2));
  });

  it('keeps the company as it is when it grows', () => {
    const { scale, ...small } = model;
    const { scale: ten, ...large } = createModel({ now: NOW, scale: 10 });
    expect([scale, ten]).toEqual([1, 10]);
    const originals = Object.entries(large).map(([key, value]) => [
      key,
      Array.isArray(value)
        ? value.slice(0, (small as Record<string, any>)[key].length)
        : value,
    ]);
    expect(Object.fromEntries(originals)).toEqual(small);
    expect(large.teams).toHaveLength(12 * 10 + 1);
    expect(large.components.length).toBeGreaterThan(500);
  });

  it.each([0, -1, 1.5, Number.NaN])('refuses the scale %p', scale => {
    expect(() => createModel({ now: NOW, scale })).toThrow(/positive integer/);
  });

  it('gives ids that are unique and names that are valid, whatever seed and scale', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.integer({ min: 1, max: 6 }),
        fc.date({
          min: new Date('2020-01-01'),
          max: new Date('2040-01-01'),
          noInvalidDate: true,
        }),
        (seed, scale, now) => {
          const grown = createModel({ seed, scale, now });
          const lists = [
            grown.people.map(p => p.name),
            grown.people.map(p => p.login),
            grown.teams.map(t => t.name),
            grown.systems.map(s => s.name),
            grown.components.map(c => c.name),
            grown.components.map(c => c.pagerDutyServiceId),
            grown.teams.map(t => t.rotation.id),
            grown.resources.map(r => r.name),
            grown.calls.map(c => c.id),
            grown.events.map(e => e.id),
            [
              ...grown.restContracts,
              ...grown.graphqlContracts,
              ...grown.topics,
            ].map(a => a.name),
          ];
          for (const list of lists) {
            expect(new Set(list).size).toBe(list.length);
          }
          for (const name of [...lists[0], ...lists[4], ...lists[7]]) {
            expect(name).toMatch(/^[a-z0-9](?:[-a-z0-9_.]{0,61}[a-z0-9])?$/);
          }
        },
      ),
      { numRuns: 25 },
    );
  });
});

describe('calls', () => {
  it('refuse a named flow that nothing realises', () => {
    expect(() =>
      companyFlows(
        callFlows(() => 'nobody'),
        [],
      ),
    ).toThrow(
      /Flow orders-fulfilment-OrderPlaced is realised by OrderPlaced>fulfilment-service, which the model does not have/,
    );
  });
});

describe('names of people', () => {
  it.each([
    ['Tomasz Zieliński', 'tomasz.zielinski'],
    ["Liam O'Connor", 'liam.oconnor'],
    ['Ayşe Yılmaz', 'ayse.yilmaz'],
    ['Stefan Müller', 'stefan.muller'],
    ['Maya Ben-David', 'maya.ben-david'],
  ])('%s is %s', (displayName, name) => {
    expect(personName(displayName)).toBe(name);
  });
});
