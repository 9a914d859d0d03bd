import fc from 'fast-check';
import { type TestDatabase, testDatabase } from '../../platform/testing/database';
import { subgraph as intake } from '../../subgraphs/intake/subgraph';
import type { Keeper } from '../pipeline';
import { cells } from './testing';
import { openSystem as open } from './testing-amendments';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase([intake]);
});
afterAll(() => database.stop());

const openSystem = () => open(database.of('intake'));

const aRow = fc.record({
  Id: fc.constantFrom('1', '2', '3', '4'),
  Updated: fc.constantFrom('', '2021-05-04T10:00', '2021-05-04T11:00', '2021-05-04T12:00'),
  Stage: fc.constantFrom('1', '2'),
  Kind: fc.constantFrom('complaint', 'complaint', 'complaint', 'broken', 'other'),
  Text: fc.constantFrom('a', 'b', 'strange', 'orphan'),
});
const steps = fc.array(
  fc.record({ rows: fc.array(aRow, { minLength: 1, maxLength: 8 }), thenCorrect: fc.boolean() }),
  { minLength: 1, maxLength: 4 },
);

describe('runs, of files and of corrections', () => {
  it('are undone one after another to exactly what was before each of them', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (planned) => {
        const system = openSystem();
        const before: { run: number; state: object }[] = [];
        const step = async (work: () => Promise<unknown>) => {
          const state = await system.state();
          const last = await system.newestRun();
          await work();
          const run = await system.newestRun();
          if (run !== last) before.push({ run, state });
        };
        for (const { rows, thenCorrect } of planned) {
          await step(() => system.load(rows.map((row) => cells(row))));
          const [open] = await system.read<{ id: string }>(
            `select id from intake.quarantined_row where source = $1 and state = 'open' order by id limit 1`,
          );
          if (!thenCorrect || !open) continue;
          const corrected = { Kind: 'complaint', Id: `9${before.length}` };
          const state = await system.state();
          await system.correct(open.id, corrected);
          await system.carryOut();
          before.push({ run: await system.newestRun(), state });
        }
        for (const { run, state } of before.reverse()) {
          await system.undo(run);
          expect(await system.carryOut()).toBe(1);
          expect(await system.state()).toEqual(state);
        }
      }),
      { numRuns: 15 },
    );
  });

  it.each(['keeper', 'second batch'])('are undone to the end when that breaks off: %s', async (when) => {
    const system = openSystem();
    await system.load([cells({ Id: '1', Text: 'old' }), cells({ Id: '3' })]);
    const state = await system.state();
    await system.load([
      cells({ Id: '1', Text: 'new', Updated: '2021-06-01T10:00' }),
      cells({ Id: '2', Text: 'added' }),
      cells({ Id: '5', Kind: 'broken' }),
    ]);
    await system.undo(await system.newestRun());
    const broken: Keeper = {
      remove: () => (when === 'keeper' ? Promise.reject(new Error('broke off')) : Promise.resolve()),
      keep: () => Promise.reject(new Error('broke off')),
    };
    await expect(system.carryOut(broken)).rejects.toThrow('broke off');
    expect(await system.carryOut()).toBe(1);
    expect(await system.state()).toEqual(state);
    expect(await system.carryOut()).toBe(0);
  });

  it('are undone to the end before anything else of their system happens', async () => {
    const system = openSystem();
    await system.load([cells({ Id: '1' })]);
    await system.undo(await system.newestRun());
    const broken: Keeper = {
      remove: () => Promise.reject(new Error('broke off')),
      keep: () => Promise.resolve([]),
    };
    await expect(system.carryOut(broken)).rejects.toThrow('broke off');
    expect(await system.load([cells({ Id: '1' })])).toMatchObject({ kind: 'refused', code: 'UNDO_RUNNING' });
    expect(await system.carryOut()).toBe(1);
    expect(await system.load([cells({ Id: '1' })])).toMatchObject({ counts: { loaded: 1 } });
  });

  it('hand what they found missing on to the next whole file, and forget what is no longer held', async () => {
    const system = openSystem();
    const missing = async () =>
      (
        await system.read<{ identity: string; since: number }>(
          'select identity, since_run_id as since from intake.vanished_row where source = $1 order by 1',
        )
      ).map(({ identity, since }) => [identity, since]);
    await system.load([cells({ Id: '1' }), cells({ Id: '2' })]);
    await system.load([cells({ Id: '2' })]);
    const second = await system.newestRun();
    await system.load([cells({ Id: '2' }), cells({ Id: '3' })]);
    const third = await system.newestRun();
    expect(await missing()).toEqual([['1', second]]);
    await system.undo(second);
    await system.carryOut();
    expect(await missing()).toEqual([['1', third]]);
    await system.load([cells({ Id: '2' })]);
    expect((await missing()).map(([identity]) => identity)).toEqual(['1', '3']);
    await system.undo(third);
    await system.carryOut();
    expect((await missing()).map(([identity]) => identity)).toEqual(['1']);
  });
});
