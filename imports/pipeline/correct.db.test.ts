import { type TestDatabase, testDatabase } from '../../platform/testing/database';
import { subgraph as intake } from '../../subgraphs/intake/subgraph';
import type { Keeper } from '../pipeline';
import { cells, testSource } from './testing';
import { openSystem as open, setSource } from './testing-amendments';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase([intake]);
});
afterAll(() => database.stop());

const openSystem = () => open(database.of('intake'));

describe('runs of corrections', () => {
  it('are corrected to the end when that breaks off, with the run that was cut off in the ledger', async () => {
    const system = openSystem();
    await system.load([cells({ Id: '1', Kind: 'broken', Text: 'words' })]);
    const [row] = await system.read<{ id: string }>(
      'select id from intake.quarantined_row where source = $1',
    );
    await system.correct(row?.id ?? '', { Kind: 'complaint' });
    const broken: Keeper = {
      remove: () => Promise.resolve(),
      keep: () => Promise.reject(new Error('broke off')),
    };
    await expect(system.carryOut(broken)).rejects.toThrow('broke off');
    expect(await system.state()).toMatchObject({ held: [], quarantine: [{ state: 'correcting' }] });
    expect(await system.carryOut()).toBe(1);
    expect(await system.state()).toMatchObject({
      held: [{ identity: '1' }],
      quarantine: [{ state: 'corrected' }],
      kept: [['1', 'words']],
    });
    const states = 'select kind, state from intake.import_run where source = $1 order by id';
    expect(await system.read(states)).toEqual([
      { kind: 'file', state: 'loaded' },
      { kind: 'correction', state: 'failed' },
      { kind: 'correction', state: 'loaded' },
    ]);
  });

  it('leave no record behind that was delivered before they were killed, and is another one now', async () => {
    const system = openSystem();
    const elsewhere: string[] = [];
    setSource({
      ...testSource(system.name, []),
      place: (record) => ({
        keeper: record.text === 'moved' ? 'elsewhere' : 'stream',
        ...{ order: 1, days: [], kept: record },
      }),
    });
    await system.load([cells({ Id: '1', Kind: 'broken' })]);
    const [row] = await system.read<{ id: string }>(
      'select id from intake.quarantined_row where source = $1',
    );
    await system.correct(row?.id ?? '', { Kind: 'complaint', Id: '7', Text: 'moved' });
    const other: Keeper = {
      keep: () => {
        elsewhere.push('7');
        return Promise.reject(new Error('killed'));
      },
      remove: () => {
        elsewhere.splice(0);
        return Promise.resolve();
      },
    };
    await expect(system.carryOut(undefined, other)).rejects.toThrow('killed');
    expect(elsewhere).toEqual(['7']);
    await system.load([cells({ Id: '7', Text: 'words' })]);
    expect(await system.carryOut(undefined, other)).toBe(1);
    expect(elsewhere).toEqual([]);
    expect(await system.read('select refusal from intake.amendment where source = $1')).toEqual([
      { refusal: 'RECORD_HELD' },
    ]);
  });
});
