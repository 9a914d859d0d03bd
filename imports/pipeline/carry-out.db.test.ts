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

describe('runs, of files and of corrections', () => {
  it('wait while an import of their system is under way, and others do not', async () => {
    const [busy, free] = [openSystem(), openSystem()];
    for (const system of [busy, free]) {
      await system.load([cells({ Id: '1' })]);
      await system.undo(await system.newestRun());
    }
    const holder = database.of('intake').createQueryRunner();
    await holder.connect();
    await holder.query('select pg_advisory_lock(hashtextextended($1, 0))', [`intake.import/${busy.name}`]);
    expect(await free.carryOut()).toBe(1);
    expect(await busy.read('select identity from intake.held_row where source = $1')).toHaveLength(1);
    await holder.query('select pg_advisory_unlock_all()');
    await holder.release();
    expect(await busy.carryOut()).toBe(1);
    expect(await busy.read('select identity from intake.held_row where source = $1')).toEqual([]);
  });

  it('are carried out though others break off, until those are given up', async () => {
    const [faulty, sound] = [openSystem(), openSystem()];
    const rows = new Map<string, string>();
    for (const system of [faulty, sound]) {
      await system.load([cells({ Id: '1', Kind: 'broken' })]);
      const [row] = await system.read<{ id: string }>(
        'select id from intake.quarantined_row where source = $1',
      );
      rows.set(system.name, row?.id ?? '');
      await system.correct(row?.id ?? '', {
        Kind: 'complaint',
        Text: system === faulty ? 'poison' : 'words',
      });
    }
    const poisoned: Keeper = {
      remove: () => Promise.resolve(),
      keep: (batch) =>
        JSON.stringify(batch).includes('poison')
          ? Promise.reject(new Error('broke off'))
          : Promise.resolve([]),
    };
    await expect(faulty.carryOut(poisoned)).rejects.toThrow('broke off');
    expect(await sound.read('select state from intake.quarantined_row where source = $1')).toEqual([
      { state: 'corrected' },
    ]);
    for (let time = 2; time < 5; time += 1) {
      await expect(faulty.carryOut(poisoned)).rejects.toThrow('broke off');
    }
    expect(await faulty.carryOut(poisoned)).toBe(1);
    expect(await faulty.read('select state from intake.quarantined_row where source = $1')).toEqual([
      { state: 'open' },
    ]);
    expect(await faulty.read('select state, refusal from intake.amendment where source = $1')).toEqual([
      { state: 'refused', refusal: 'FAILED' },
    ]);
  });

  it('are refused where the row is gone, and others are not', async () => {
    const system = openSystem();
    await system.load([cells({ Id: '1' })]);
    await system.correct('no such row', { Kind: 'complaint' });
    await system.undo(await system.newestRun());
    expect(await system.carryOut()).toBe(2);
    expect(
      await system.read('select kind, state, refusal from intake.amendment where source = $1 order by id'),
    ).toEqual([
      { kind: 'correct', state: 'refused', refusal: 'ROW_GONE' },
      { kind: 'undo', state: 'done', refusal: null },
    ]);
  });
});
