import assert from 'node:assert/strict';
import test from 'node:test';
import { exceptionProblems, findings } from './trivy.mjs';

test('findings are told with file, line and rule', () => {
  assert.deepEqual(
    findings({
      Results: [
        { Target: 'clean.tf' },
        {
          Target: 'eks/security.tf',
          Misconfigurations: [
            {
              ID: 'AWS-0104',
              Severity: 'CRITICAL',
              Title: 'Open egress',
              CauseMetadata: { StartLine: 7 },
            },
          ],
        },
      ],
    }),
    ['eks/security.tf:7 AWS-0104 CRITICAL Open egress'],
  );
  assert.deepEqual(findings({}), []);
});

test('an exception needs a place, a reason and an end that is to come', () => {
  const now = new Date('2026-11-21T00:00:00Z');
  const good = {
    id: 'AWS-0104',
    paths: ['eks/security.tf'],
    statement: 'Nodes pull from registries everywhere',
    expired_at: '2027-05-31',
  };
  assert.deepEqual(exceptionProblems([good], now), []);
  assert.deepEqual(
    exceptionProblems(
      [
        { ...good, paths: [] },
        { ...good, statement: '' },
        { ...good, expired_at: undefined },
        { ...good, expired_at: '2026-11-20' },
      ],
      now,
    ),
    [
      'AWS-0104 names no path',
      'AWS-0104 says no reason',
      'AWS-0104 has ended, or never ends',
      'AWS-0104 has ended, or never ends',
    ],
  );
});
