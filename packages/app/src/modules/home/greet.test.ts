import { greet } from './greet';

describe('greet', () => {
  it.each([
    [4, 'Good evening'],
    [5, 'Good morning'],
    [11, 'Good morning'],
    [12, 'Good afternoon'],
    [17, 'Good afternoon'],
    [18, 'Good evening'],
    [0, 'Good evening'],
  ])('at %d it says %s', (hour, greeting) => {
    expect(greet(hour, 'Amara Okafor')).toBe(`${greeting}, Amara`);
  });

  it('greets somebody without a name', () => {
    expect(greet(9, undefined)).toBe('Good morning');
    expect(greet(9, '  ')).toBe('Good morning');
  });
});
