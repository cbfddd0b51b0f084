import { parseUtcInput, readCorrection, toUtcInput } from './correctionForm';

const good = {
  kind: 'exclusion',
  from: '2026-11-20T10:02',
  to: '2026-11-20T11:01',
  reason: 'Load test',
};

describe('readCorrection', () => {
  it('takes UTC and grows to whole slices', () => {
    expect(readCorrection(good)).toEqual({
      kind: 'exclusion',
      range: {
        from: Date.parse('2026-11-20T10:00:00Z') / 1000,
        to: Date.parse('2026-11-20T11:05:00Z') / 1000,
      },
      reason: 'Load test',
    });
  });

  it.each([
    [{ from: '' }, 'Give the start'],
    [{ to: '2026-11-20T10:02' }, 'must be after'],
    [{ reason: '' }, 'Say why'],
  ])('refuses %p', (change, message) => {
    expect(() => readCorrection({ ...good, ...change })).toThrow(message);
  });

  it('writes what it reads', () => {
    const time = Date.parse('2026-11-20T10:05:00Z') / 1000;
    expect(parseUtcInput(toUtcInput(time))).toBe(time);
  });
});
