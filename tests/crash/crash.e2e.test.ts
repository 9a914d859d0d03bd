import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type CrashCheck, prepareCrashCheck } from './check';
import { makeRoot, prepareDirectory } from './place';
import { crashSource } from './sources';

let root: string;
let prepared: string;
beforeAll(async () => {
  root = makeRoot(os.tmpdir());
  prepared = path.join(root, 'prepared');
  await prepareDirectory(prepared);
}, 240_000);
afterAll(() => fs.rmSync(root, { recursive: true }));

/** Two of what `npm run check:crash` does many times, and with `--source all` for imports of the other formats too. */
describe('after everything was killed at once', () => {
  let check: CrashCheck;
  beforeAll(async () => {
    check = await prepareCrashCheck({ source: crashSource('corporate-crm'), rows: 1_500, seed: 3, prepared });
  }, 240_000);
  afterAll(() => check?.end());

  it.each([
    { phase: 'import', beside: true, number: 2 },
    { phase: 'projection', beside: false, number: 11 },
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

  it('is compared with an import that loaded something, and with one that found it loaded', async () => {
    const { first, second } = check.undisturbed;
    const again = await second();
    expect(JSON.parse(first.said).loaded).toBeGreaterThan(1_000);
    expect(JSON.parse(again.said).loaded).toBe(0);
    expect(first.state.figures.length).toBeGreaterThan(100);
    expect(again.state.figures).toEqual(first.state.figures);
    expect(again.state.tables['intake.import_run']).not.toBe(first.state.tables['intake.import_run']);
  }, 240_000);
});
