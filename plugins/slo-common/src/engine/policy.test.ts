import fc from 'fast-check';
import { defaultPolicy, policyState } from './policy';
import { stateOfRemaining } from './state';

describe('the policy of the company', () => {
  it.each([
    [1, 'Ship freely', 'allow', 'healthy'],
    [0.5, 'Ship freely', 'allow', 'healthy'],
    [0.499999, 'Features freeze', 'caution', 'at-risk'],
    [0.25, 'Features freeze', 'caution', 'at-risk'],
    [0.249999, 'Deploys freeze', 'caution', 'critical'],
    [0.1, 'Deploys freeze', 'caution', 'critical'],
    [0.099999, 'Gate frozen', 'freeze', 'frozen'],
    [0, 'Gate frozen', 'freeze', 'frozen'],
    [-0.000001, 'Gate frozen', 'freeze', 'exhausted'],
    [-1999, 'Gate frozen', 'freeze', 'exhausted'],
  ])('with %d left: %s, %s, %s', (remaining, name, decision, state) => {
    expect(policyState(remaining, defaultPolicy).step).toMatchObject({
      name,
      decision,
    });
    expect(stateOfRemaining(remaining, defaultPolicy)).toBe(state);
  });

  it('names the step that follows, the last has none', () => {
    expect(policyState(0.3, defaultPolicy).next?.name).toBe('Deploys freeze');
    expect(policyState(0.05, defaultPolicy).next).toBeUndefined();
  });

  it('survives JSON when the first step is below Infinity', () => {
    const [first, ...rest] = defaultPolicy.steps;
    const policy = {
      ...defaultPolicy,
      steps: [{ ...first, below: Infinity }, ...rest],
    };
    const { step } = policyState(0.9, policy);
    expect(JSON.parse(JSON.stringify(step))).toEqual(first);
  });

  it('never freezes in a policy without a step that freezes', () => {
    const policy = { ...defaultPolicy, steps: defaultPolicy.steps.slice(0, 3) };
    expect(stateOfRemaining(0.05, policy)).toBe('critical');
    expect(stateOfRemaining(-1, policy)).toBe('exhausted');
  });

  it('refuses to decide by no steps', () => {
    expect(() => policyState(0.5, { ...defaultPolicy, steps: [] })).toThrow(
      'slo.policy.steps',
    );
  });

  it('never gets milder as less is left', () => {
    const order = [
      'Ship freely',
      'Features freeze',
      'Deploys freeze',
      'Gate frozen',
    ];
    const level = (remaining: number) =>
      order.indexOf(policyState(remaining, defaultPolicy).step.name);
    const left = fc.double({ min: -5, max: 1, noNaN: true });
    fc.assert(
      fc.property(left, left, (a, b) => {
        expect(level(Math.min(a, b))).toBeGreaterThanOrEqual(
          level(Math.max(a, b)),
        );
      }),
    );
  });
});
