import { runProcess } from './runProcess';

function run(script: string, overrides = {}) {
  return runProcess({
    command: process.execPath,
    args: ['-e', script],
    env: {},
    timeoutMs: 20_000,
    ...overrides,
  });
}

describe('runProcess', () => {
  it('returns what was printed and how it ended', async () => {
    await expect(
      run('console.log("out"); process.exitCode = 3'),
    ).resolves.toEqual({ exitCode: 3, output: 'out\n', timedOut: false });
  });

  it('keeps the end of a long output', async () => {
    const { output } = await run(
      'process.stdout.write("x".repeat(100000) + "end")',
    );
    expect(output).toHaveLength(20_000);
    expect(output).toMatch(/xend$/);
  });

  it('kills what takes too long', async () => {
    await expect(
      run('setInterval(() => {}, 1000)', { timeoutMs: 300 }),
    ).resolves.toMatchObject({ exitCode: undefined, timedOut: true });
  });

  it('kills it when the backend stops', async () => {
    await expect(
      run('setInterval(() => {}, 1000)', { signal: AbortSignal.timeout(300) }),
    ).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('passes on that there is no such command', async () => {
    await expect(
      run('', { command: '/no/such/command' }),
    ).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
