import { findReason, oneLine } from './messages';

describe('findReason', () => {
  it.each([
    ['', 'it said nothing'],
    ['\n  \n', 'it said nothing'],
    ['something\nlast words\n', 'last words'],
    [
      "INFO - Building\nERROR   -  Config value 'nav': wrong.\nAborted with 1 configuration errors!",
      "Config value 'nav': wrong",
    ],
    ['ERROR: first cause\nERROR: what followed from it\n', 'first cause'],
    ['Traceback\nValueError: bad value\n', 'ValueError: bad value'],
  ])('of %p is %p', (output, reason) => {
    expect(findReason(output)).toBe(reason);
  });
});

describe('oneLine', () => {
  it('makes text that stays the same as JSON', () => {
    const text = oneLine('a "b"\n\tC:\\d  https://me:pw@host/x.');
    expect(text).toBe("a 'b' C:'d https://host/x");
    expect(JSON.stringify(text)).toBe(`"${text}"`);
  });

  it('is short', () => {
    expect(oneLine('x'.repeat(5000))).toHaveLength(300);
  });
});
