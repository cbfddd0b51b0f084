import type {
  BudgetStatus,
  Countdown,
  SloWindow,
} from '@arctiq/plugin-slo-common';
import { statusOf } from '../__testUtils__/slo';
import { describeCountdown } from './countdown';
import { headline } from './headline';
import { inSentence, nameOf } from './names';
import { describeWindow } from './window';

const now = new Date('2026-11-21T09:40:00Z');
const seconds = now.getTime() / 1000;
const plain = (text: string) => text.replace(/\u00a0/g, ' ');

describe('describeCountdown', () => {
  it.each<[Countdown, string, string]>([
    [{ kind: 'exhausted' }, 'Spent', 'is spent'],
    [
      { kind: 'at', time: seconds + 32_400 },
      'in 9 h',
      'ends in 9 h (18:40 UTC)',
    ],
    [{ kind: 'at', time: seconds - 60 }, 'now', 'ends now'],
    [{ kind: 'never' }, 'Never', 'does not end at this pace'],
    [
      { kind: 'survives-window', windowEnd: seconds + 10 * 86_400 },
      'Lasts',
      'lasts to the end of its window on 1 Dec',
    ],
    [{ kind: 'unknown' }, 'Unknown', 'ends nobody knows when'],
  ])('tells %p', (countdown, short, sentence) => {
    const words = describeCountdown(countdown, now);
    expect(plain(words.short)).toBe(short);
    expect(plain(words.sentence)).toBe(sentence);
  });
});

describe('headline', () => {
  const at: Countdown = { kind: 'at', time: seconds + 32_400 };
  it.each<[Partial<BudgetStatus>, string]>([
    [
      { currentBurn: 6.2, remaining: 0.4, countdown: at, state: 'at-risk' },
      'burns 6.2×: its budget ends in 9 h (18:40 UTC)',
    ],
    [
      { currentBurn: 2, remaining: -0.18, state: 'exhausted' },
      'overspent its budget: −18.0 % left, and it burns 2.0×',
    ],
    [
      { currentBurn: 0, remaining: -0.18, state: 'exhausted' },
      'overspent its budget: −18.0 % left',
    ],
    [
      { currentBurn: 0.2, remaining: 0.2, state: 'critical' },
      'has 20.0 % of its budget left (critical)',
    ],
    [{ currentBurn: 0.2, remaining: 0.9 }, 'has 90.0 % of its budget left'],
    [{ state: 'no-data' }, 'has no data to judge by'],
    [{ state: 'not-measured', remaining: undefined }, 'was not measured yet'],
  ])('of %p is a sentence', (status, text) => {
    expect(plain(headline({ status: statusOf(status) }, now))).toBe(text);
  });
});

describe('describeWindow', () => {
  it.each<[SloWindow, string]>([
    [{ kind: 'rolling', duration: { value: 28, unit: 'd' } }, '28 d'],
    [
      {
        kind: 'calendar',
        duration: { value: 1, unit: 'M' },
        startTime: '2026-01-01 00:00:00',
        timeZone: 'Europe/Dublin',
      },
      'calendar month (Europe/Dublin)',
    ],
    [
      {
        kind: 'calendar',
        duration: { value: 2, unit: 'w' },
        startTime: '2026-01-01 00:00:00',
        timeZone: 'UTC',
      },
      '2 calendar weeks',
    ],
  ])('tells %p', (window, text) => {
    expect(plain(describeWindow(window))).toBe(text);
  });
});

describe('nameOf', () => {
  it.each([
    ['group:default/orders', 'orders'],
    ['group:orders', 'orders'],
    ['orders', 'orders'],
  ])('of %s is %s', (ref, name) => {
    expect(nameOf(ref)).toBe(name);
  });
});

describe('inSentence', () => {
  it.each([
    ['Latency under 200 ms', 'latency under 200 ms'],
    ['API availability', 'API availability'],
    ['p99', 'p99'],
    ['', ''],
  ])('writes %p as %p', (title, text) => {
    expect(inSentence(title)).toBe(text);
  });
});
