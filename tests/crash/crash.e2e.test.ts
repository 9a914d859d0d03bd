import { type CrashCheck, prepareCrashCheck } from './check';

/** Three of what `npm run check:crash` does many times. */
describe('after everything was killed at once', () => {
  let check: CrashCheck;
  beforeAll(async () => {
    check = await prepareCrashCheck({ rows: 1_500, seed: 3 });
  }, 240_000);
  afterAll(() => check?.end());

  it.each([
    { phase: 'import', beside: false, number: 1 },
    { phase: 'import', beside: true, number: 2 },
    { phase: 'projection', beside: false, number: 3 },
  ] as const)(
    'in the $phase (the product beside it: $beside), the same import gives what it would have given',
    async (round) => {
      const { left, differences, processesKilled } = await check.play(round);
      expect(differences).toEqual([]);
      expect(processesKilled).toBeGreaterThan(3);
      expect(round.phase === 'import' ? left.run : left.behind).toBe(
        round.phase === 'import' ? 'running' : true,
      );
    },
    240_000,
  );

  it('is compared with an import that loaded something, and with one that found it loaded', () => {
    const { first, second } = check.undisturbed;
    expect(JSON.parse(first.said).loaded).toBeGreaterThan(1_000);
    expect(JSON.parse(second.said).loaded).toBe(0);
    expect(first.state.figures.length).toBeGreaterThan(100);
    expect(second.state.figures).toEqual(first.state.figures);
  });
});
