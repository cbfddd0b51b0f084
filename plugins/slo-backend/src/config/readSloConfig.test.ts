import { defaultPolicy } from '@arctiq/plugin-slo-common';
import { mockServices } from '@backstage/backend-test-utils';
import { readSloConfig } from './readSloConfig';

function read(slo: object = {}) {
  return readSloConfig(
    mockServices.rootConfig({
      data: { app: { baseUrl: 'https://portal.test/' }, slo } as never,
    }),
  );
}

const step = (below: number, decision = 'allow') => ({
  ...{ below, decision },
  name: 'n',
  action: 'a',
});

describe('readSloConfig', () => {
  it('has a default for everything, and collects no events without addresses', () => {
    expect(read()).toEqual({
      portalUrl: 'https://portal.test',
      policy: defaultPolicy,
      definitions: {
        schedule: expect.objectContaining({ frequency: { seconds: 30 } }),
        allow: [],
        parallel: 4,
        maxBytes: 262_144,
        maxFiles: 20,
      },
      gate: {
        maxAgeSeconds: 1800,
        environments: ['dev', 'staging', 'prod'],
        subjects: [],
      },
      scoreboard: {
        objective: '0.9995',
        timeZone: 'UTC',
        names: /availability/i,
      },
      deployments: undefined,
      incidents: undefined,
    });
  });

  it('reads what it is given', () => {
    const steps = [step(1), step(0.3, 'caution'), step(0, 'freeze')];
    expect(
      read({
        policy: { steps, postmortemShare: 0.5 },
        gate: {
          maxAgeMinutes: 10,
          environments: ['live'],
          subjects: ['external:a'],
        },
        definitions: {
          allow: ['https://github.com/o/slos/'],
          schedule: { frequency: { minutes: 1 }, timeout: { minutes: 1 } },
        },
        deployments: { github: { host: 'github.com' }, environments: ['live'] },
        incidents: {
          pagerDuty: { url: 'https://api.pagerduty.com/', token: 't' },
        },
        scoreboard: {
          objective: '0.999',
          timeZone: 'Asia/Kolkata',
          names: '^a',
        },
      }),
    ).toMatchObject({
      policy: { steps, postmortemShare: 0.5 },
      gate: {
        maxAgeSeconds: 600,
        environments: ['live'],
        subjects: ['external:a'],
      },
      definitions: {
        allow: ['https://github.com/o/slos/'],
        schedule: { frequency: { minutes: 1 } },
      },
      deployments: { host: 'github.com', environments: ['live'] },
      incidents: { url: 'https://api.pagerduty.com', token: 't' },
      scoreboard: {
        objective: '0.999',
        timeZone: 'Asia/Kolkata',
        names: /^a/i,
      },
    });
  });

  it.each<[object, string]>([
    [
      { policy: { steps: [] } },
      'must begin with the step for an untouched budget',
    ],
    [{ policy: { steps: [step(0.5)] } }, 'must begin with the step'],
    [
      { policy: { steps: [step(1), step(0.2), step(0.3)] } },
      'steps[2].below is 0.3, and must be less than the 0.2',
    ],
    [
      { policy: { steps: [step(1, 'maybe')] } },
      "steps[0].decision is 'maybe'; write allow, caution, freeze",
    ],
    [
      { policy: { postmortemShare: 20 } },
      'slo.policy.postmortemShare is 20; write a share',
    ],
    [
      { gate: { maxAgeMinutes: 0 } },
      'slo.gate.maxAgeMinutes is 0; write a number above 0',
    ],
    [
      { definitions: { allow: ['github.com/o'] } },
      "slo.definitions.allow holds 'github.com/o', which is no address",
    ],
    [
      { scoreboard: { objective: '99.95' } },
      "slo.scoreboard.objective is '99.95'",
    ],
    [{ scoreboard: { objective: '0.0' } }, "slo.scoreboard.objective is '0.0'"],
    [
      { scoreboard: { timeZone: 'Mars/Olympus' } },
      'which is no IANA time zone',
    ],
    [{ scoreboard: { names: '(' } }, 'which is no regular expression'],
    [
      { incidents: { pagerDuty: { url: 'x', token: 't' } } },
      'slo.incidents.pagerDuty.url',
    ],
    [
      { incidents: { pagerDuty: { url: 'https://x' } } },
      'slo.incidents.pagerDuty.token',
    ],
  ])('refuses %p', (slo, message) => {
    expect(() => read(slo)).toThrow(message);
  });
});
