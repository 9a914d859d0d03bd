import fc from 'fast-check';
import { toDay } from '../../domain/calendar/day';
import { fixedClock } from '../../platform/config/clock';
import { type TestDatabase, testDatabase } from '../../platform/testing/database';
import { inTransaction } from '../../platform/transaction/transaction';
import { subgraph as intake } from '../../subgraphs/intake/subgraph';
import { namesOf } from '../kit/names';
import { carryOut, type Keeper } from '../pipeline';
import { type Cells, cells, importRows, readAs, type TestRecord, testKeepers, testSource } from './testing';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase([intake]);
});
afterAll(() => database.stop());

let systems = 0;
const sources: Record<string, ReturnType<typeof testSource>> = {};

/** One made-up system with what its stream keeps. */
function openSystem() {
  systems += 1;
  const name = `amended-${systems}`;
  sources[name] = testSource(name, []);
  const kept: TestRecord[] = [];
  const db = database.of('intake');
  const facts = {
    today: toDay('2022-01-31'),
    names: namesOf({ services: [], directorates: [], channels: [] }),
    streams: [],
  };
  const read = <Row>(sql: string) => readAs<Row>(db, 'import', sql, [name]);
  const decide = (sql: string, values: unknown[]) =>
    inTransaction(db, { subject: 'ada', role: 'admin' }, (transaction) => transaction.query(sql, values));
  return {
    name,
    read,
    load: (rows: readonly Cells[]) =>
      importRows(db, { source: testSource(name, rows), keepers: testKeepers(kept) }),
    carryOut: (stream: Keeper = keeperOf(testKeepers(kept)), elsewhere: Keeper = stream) =>
      carryOut({
        ...{ sources, facts, intake: db },
        keepers: { stream, elsewhere },
        clock: fixedClock('2022-01-31'),
      }),
    undo: (runId: number) =>
      decide(
        `insert into intake.amendment (id, kind, source, undoes_run_id, reason, decided_by, decided_at, state)
         values (nextval('intake.amendment_number'), 'undo', $1, $2, 'Wrong', 'ada', '2022-01-31', 'pending')`,
        [name, runId],
      ),
    correct: (rowId: string, corrected: Partial<Cells>) =>
      decide(
        `with kept as (
           insert into intake.amendment (id, kind, source, row_id, cells, reason, decided_by, decided_at, state)
           values (nextval('intake.amendment_number'), 'correct', $1, $2, $3, 'Wrong', 'ada', '2022-01-31', 'pending')
           returning id)
         update intake.quarantined_row set state = 'correcting', amendment_id = (select id from kept) where id = $2`,
        [name, rowId, JSON.stringify(corrected)],
      ),
    newestRun: async () => (await read<{ id: number }>(NEWEST_RUN))[0]?.id ?? 0,
    async state() {
      const parts: Record<string, unknown> = {};
      for (const [part, sql] of Object.entries(STATE)) parts[part] = await read(sql);
      const newest = new Map(kept.map((record) => [record.id, record.text]));
      return { ...parts, kept: [...newest].sort() };
    },
  };
}

const NEWEST_RUN = `select max(id) as id from intake.import_run where source = $1 and state = 'loaded'`;
const OF_SOURCE = 'select id from intake.import_run where source = $1';

/** All that a source's runs have left in intake, but for the ledger. */
const STATE = {
  held: `select identity, content_hash, last_updated, run_id, line, raw, keeper, amendment_id
    from intake.held_row where source = $1 order by identity`,
  quarantine: `select id, line, raw, reasons, first_run_id, last_run_id, state
    from intake.quarantined_row where source = $1 order by id`,
  faults: `select run_id, place, line, code, raw, state from intake.fault where run_id in (${OF_SOURCE}) order by 1, 2`,
  vanished: `select identity, since_run_id from intake.vanished_row where source = $1 and until_run_id is null order by 1`,
  replaced: `select run_id, identity, raw from intake.replaced_row where run_id in (${OF_SOURCE}) order by 1, 2`,
  basis: `select run_id, on_run_id, rows from intake.run_basis where run_id in (${OF_SOURCE}) order by 1, 2`,
};

function keeperOf(keepers: ReturnType<typeof testKeepers>): Keeper {
  const keeper = keepers.stream;
  if (!keeper) throw new Error('The stream of these tests has no keeper');
  return keeper;
}

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

  it('leave no record behind that was delivered before they were killed, and is another one now', async () => {
    const system = openSystem();
    const elsewhere: string[] = [];
    sources[system.name] = {
      ...testSource(system.name, []),
      place: (record) => ({
        keeper: record.text === 'moved' ? 'elsewhere' : 'stream',
        ...{ order: 1, kept: record },
      }),
    };
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
