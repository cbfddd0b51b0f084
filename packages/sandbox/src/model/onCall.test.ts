import fc from 'fast-check';
import { latestHandover, onCallAt } from './onCall';
import type { OnCallRotation } from './types';

const rotation: OnCallRotation = {
  id: 'PABC123',
  timeZone: 'Europe/Berlin',
  handover: { weekday: 1, hour: 9 },
  order: ['ada', 'bob', 'cleo'],
  startsAt: '2026-03-09T08:00:00.000Z',
};

describe('hand-over', () => {
  it.each([
    [
      'on a Wednesday, the Monday before',
      '2026-03-11T10:00:00Z',
      '2026-03-09T08:00:00.000Z',
    ],
    [
      'at the hour itself, this one',
      '2026-03-09T08:00:00Z',
      '2026-03-09T08:00:00.000Z',
    ],
    [
      'a second earlier, the week before',
      '2026-03-09T07:59:59Z',
      '2026-03-02T08:00:00.000Z',
    ],
    [
      'in summer, an hour earlier in UTC',
      '2026-04-01T10:00:00Z',
      '2026-03-30T07:00:00.000Z',
    ],
  ])('is %s', (_, at, expected) => {
    expect(
      latestHandover(new Date(at), 'Europe/Berlin', rotation.handover),
    ).toBe(expected);
  });
});

describe('who is on call', () => {
  it.each([
    ['2026-03-09T08:00:00Z', 'ada'],
    ['2026-03-16T07:59:59Z', 'ada'],
    ['2026-03-16T08:00:00Z', 'bob'],
    ['2026-03-23T08:00:00Z', 'cleo'],
    // Summer time began on the 29th.
    ['2026-03-30T07:00:00Z', 'ada'],
    ['2026-03-08T12:00:00Z', 'cleo'],
  ])('at %s is %s', (at, person) => {
    expect(onCallAt(rotation, new Date(at)).person).toBe(person);
  });

  it('is exactly one person at any moment, for a week, then the next', () => {
    fc.assert(
      fc.property(
        fc.date({
          min: new Date('2020-01-01'),
          max: new Date('2040-01-01'),
          noInvalidDate: true,
        }),
        fc.constantFrom(
          'Europe/Berlin',
          'America/New_York',
          'Asia/Kolkata',
          'UTC',
        ),
        (at, timeZone) => {
          const local = {
            ...rotation,
            timeZone,
            startsAt: latestHandover(
              new Date('2026-03-11T10:00:00Z'),
              timeZone,
              rotation.handover,
            ),
          };
          const shift = onCallAt(local, at);
          expect(Date.parse(shift.start)).toBeLessThanOrEqual(at.getTime());
          expect(Date.parse(shift.end)).toBeGreaterThan(at.getTime());
          const next = onCallAt(local, new Date(shift.end));
          expect(next.start).toBe(shift.end);
          const place = local.order.indexOf(shift.person);
          expect(next.person).toBe(local.order[(place + 1) % 3]);
        },
      ),
    );
  });
});
