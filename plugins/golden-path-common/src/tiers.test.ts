import { TIERS, findTier, formatObjectives } from './tiers';

describe('tiers', () => {
  it.each([
    ['1', 'RTO 15 min, RPO 5 min'],
    ['2', 'No company-wide RTO and RPO: the team sets its own'],
    ['3', 'RTO 4 h, RPO 1 h'],
  ])('tier %s asks for %s', (id, expected) => {
    expect(formatObjectives(findTier(id)!)).toBe(expected);
  });

  it.each(['0', '4', '', 'constructor', '1 '])('knows no tier %j', id => {
    expect(findTier(id)).toBeUndefined();
  });

  it('are ordered by how critical they are', () => {
    expect(TIERS.map(tier => tier.id)).toEqual(['1', '2', '3']);
  });
});
