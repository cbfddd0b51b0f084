import fc from 'fast-check';
import { runIdOf, runUrl } from './run';

describe('the marker of a run', () => {
  it('is read back from every address of the portal', () => {
    fc.assert(
      fc.property(fc.webUrl(), fc.uuid(), (portal, id) => {
        const base = new URL(portal).origin;
        expect(runIdOf(runUrl(base, id))).toBe(id);
        expect(runIdOf(runUrl(`${base}/`, id))).toBe(id);
      }),
    );
  });

  it.each([
    undefined,
    null,
    '',
    'https://arctiq.example',
    'https://x/create/tasks/',
    'https://x/create/tasks/1/events',
  ])('is not seen in %j', homepage => {
    expect(runIdOf(homepage)).toBeUndefined();
  });
});
