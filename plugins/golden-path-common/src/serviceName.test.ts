import fc from 'fast-check';
import { KubernetesValidatorFunctions } from '@backstage/catalog-model';
import {
  SERVICE_NAME_MAX_LENGTH,
  SERVICE_NAME_MIN_LENGTH,
  SERVICE_NAME_PATTERN,
  validateServiceName,
} from './serviceName';
import { reservedReason } from './reservedNames';

function codes(name: string): string[] {
  return validateServiceName(name).map(problem => problem.code);
}

describe('validateServiceName', () => {
  it.each([
    'orders-api',
    'a1b',
    'cart',
    'returns-refunds-v2',
    'x'.repeat(SERVICE_NAME_MAX_LENGTH),
  ])('accepts %s', name => {
    expect(validateServiceName(name)).toEqual([]);
  });

  it.each([
    ['', ['empty']],
    ['ab', ['too-short']],
    ['x'.repeat(64), ['too-long']],
    ['Orders', ['capitals']],
    ['orders/api', ['character']],
    ['orders api', ['character']],
    ['../etc', ['character']],
    ['orders_api', ['character']],
    ['1orders', ['start']],
    ['-orders', ['start']],
    ['orders-', ['end']],
    ['orders--api', ['hyphens']],
    ['оrders', ['look-alike']],
    ['ｏrders', ['look-alike']],
    ['órders', ['look-alike']],
    ['orders‐api', ['look-alike']],
    ['orders\u200bapi', ['invisible']],
    ['orders\n', ['invisible']],
    ['constructor', ['reserved']],
    ['__proto__', ['character', 'reserved']],
    ['kube-system', ['reserved']],
    ['kube-anything', ['reserved']],
    ['settings', ['reserved']],
    ['${{ secrets.x }}', ['character']],
    ['{{7*7}}', ['character']],
  ])('refuses %j as %j', (name, expected) => {
    expect(codes(name)).toEqual(expected);
  });

  it('names the look-alike and the remedy', () => {
    expect(validateServiceName('pаyments')[0].message).toBe(
      'The name contains "а" (Cyrillic): use Latin letters a to z.',
    );
  });

  it('says for every refusal what to do', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), name => {
        for (const problem of validateServiceName(name)) {
          expect(problem.field).toBe('name');
          expect(problem.severity).toBe('error');
          expect(problem.message).toMatch(/: |Type a name/);
        }
      }),
    );
  });

  it('accepts exactly what the pattern, the length and the list allow', () => {
    const pattern = new RegExp(SERVICE_NAME_PATTERN);
    const nearMiss = fc
      .array(fc.constantFrom('a', 'z', '0', '9', '-', 'A', '_', 'а', ' '), {
        maxLength: 45,
      })
      .map(parts => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(nearMiss, fc.string()), name => {
        const allowed =
          pattern.test(name) &&
          !name.endsWith('\n') &&
          name.length >= SERVICE_NAME_MIN_LENGTH &&
          name.length <= SERVICE_NAME_MAX_LENGTH &&
          reservedReason(name) === undefined;
        expect(validateServiceName(name).length === 0).toBe(allowed);
      }),
      { numRuns: 2000 },
    );
  });

  it('accepts only what Kubernetes, the catalog and GitHub accept', () => {
    fc.assert(
      fc.property(fc.stringMatching(new RegExp(SERVICE_NAME_PATTERN)), name => {
        fc.pre(validateServiceName(name).length === 0);
        expect(KubernetesValidatorFunctions.isValidLabelValue(name)).toBe(true);
        expect(KubernetesValidatorFunctions.isValidObjectName(name)).toBe(true);
        expect(name).toMatch(/^[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/);
      }),
    );
  });
});
