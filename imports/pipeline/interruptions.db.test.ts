import type { DataSource } from 'typeorm';
import { fixedClock } from '../../platform/config/clock';
import { connect } from '../../platform/postgres/connect';
import { type TestDatabase, testDatabase } from '../../platform/testing/database';
import { subgraph as intake, openLoad } from '../../subgraphs/intake/subgraph';
import type { Keeper } from '../pipeline';
import { cells, importRows, readAs, type TestRecord, testKeepers, testSource } from './testing';

const ROWS = [
  cells({ Id: '1', Text: 'strange' }),
  cells({ Id: '2', Stage: '2', Text: 'orphan' }),
  cells({ Id: '2', Stage: '2', Text: 'other words' }),
  cells({ Id: '3', Kind: 'other' }),
  cells({ Id: '4', Kind: 'broken', Text: 'Jane Roe, jane@example.org' }),
  cells({ Id: '4', Kind: 'broken', Text: 'Jane Roe, jane@example.org' }),
  cells({ Id: '1', Text: 'strange', Updated: '2021-05-04T11:00' }),
  cells({ Kind: 'total', Text: '3' }),
];

interface State {
  readonly held: unknown;
  readonly faults: unknown;
  readonly tallies: unknown;
  readonly quarantine: unknown;
}

describe('an import that is disturbed', () => {
  let database: TestDatabase;
  let sources = 0;

  beforeAll(async () => {
    database = await testDatabase([intake]);
  });
  afterAll(() => database.stop());

  const nextSource = () => {
    sources += 1;
    return `system-${sources}`;
  };
  const read = <Row>(sql: string, parameters: unknown[]) =>
    readAs<Row>(database.of('intake'), 'import', sql, parameters);

  /** All that is kept of a source, but for the numbers of its runs. */
  async function stateOf(source: string): Promise<State> {
    const lastRun = `(select max(id) from intake.import_run where source = $1 and state = 'loaded')`;
    return {
      held: await read(
        'select identity, line, last_updated, raw from intake.held_row where source = $1 order by identity',
        [source],
      ),
      faults: await read(
        `select place, line, code, value, raw from intake.fault where run_id = ${lastRun} order by place`,
        [source],
      ),
      tallies: await read(
        `select kind, name, count from intake.run_tally where run_id = ${lastRun} order by kind, name`,
        [source],
      ),
      quarantine: await read(
        'select occurrence, line, raw, reasons from intake.quarantined_row where source = $1 order by occurrence',
        [source],
      ),
    };
  }

  const states = (source: string) =>
    read<{ state: string; refusal: string | null }>(
      'select state, refusal from intake.import_run where source = $1 order by id',
      [source],
    );

  it('gives, undisturbed, what all the others are held to', async () => {
    const source = nextSource();
    const outcome = await importRows(database.of('intake'), { source: testSource(source, ROWS) });
    expect(outcome).toMatchObject({
      sha256: `sha of ${source}`,
      counts: { read: 7, loaded: 2, updated: 0, copies: 2, leftOut: 1, quarantined: 2 },
      faults: [
        { line: 3, code: 'CONFLICTING_COPY', value: '2' },
        { line: 6, code: 'BROKEN' },
        { line: 7, code: 'BROKEN' },
        { line: 8, code: 'STRANGE' },
        {
          line: 9,
          code: 'CONTROL_TOTAL_MISMATCH',
          column: null,
          value: '3',
          action:
            'The Total line says that the system holds 3, and 2 are held after this import. The import stands: compare with the system, and import a complete export if rows are missing.',
        },
      ],
    });
    expect((await stateOf(source)).tallies).toEqual([
      { kind: 'fault', name: 'BROKEN', count: 2 },
      { kind: 'fault', name: 'CONFLICTING_COPY', count: 1 },
      { kind: 'fault', name: 'CONTROL_TOTAL_MISMATCH', count: 1 },
      { kind: 'fault', name: 'STRANGE', count: 1 },
      { kind: 'left_out', name: 'Kind: other', count: 1 },
    ]);
  });

  /** The steps of an import, each as the SQL that it begins with. */
  const steps = [
    ['staging its rows', /^copy staged /],
    ['staging its wide rows', /^copy staged_body/],
    ['choosing among copies', /insert into winner/],
    ['choosing what to load', /insert into to_load/],
    ['reading what to record', /select to_load\.ordinal/],
    ['noting what was found', /insert into staged_fault/],
    ['listing its faults', /insert into listed_fault/],
    ['holding its rows', /insert into intake\.held_row/],
    ['keeping its faults', /insert into intake\.fault/],
    ['keeping the quarantine', /insert into intake\.quarantined_row/],
    ['closing the ledger', /set state = 'loaded'/],
  ] as const;

  it.each(steps)(
    'and is killed while %s leaves nothing settled, and is whole when made again',
    async (_, step) => {
      const undisturbed = nextSource();
      const rows = ROWS.map((row) =>
        row.Text === 'other words' ? { ...row, Text: 'orphan, other words' } : row,
      );
      await importRows(database.of('intake'), { source: testSource(undisturbed, rows) });

      const source = nextSource();
      const taken: TestRecord[] = [];
      const keepers = testKeepers(taken);
      const killed = await connect({ url: database.logins.urlOf('intake'), subgraph: intake, poolSize: 1 });
      await expect(
        importRows(cutAt(killed, step), { source: testSource(source, rows), keepers }),
      ).rejects.toThrow();
      await killed.destroy();
      expect(await states(source)).toEqual([{ state: 'running', refusal: null }]);
      expect(await stateOf(source)).toEqual({ held: [], faults: [], tallies: [], quarantine: [] });

      const again = await importRows(database.of('intake'), { source: testSource(source, rows), keepers });
      expect(again).toMatchObject({ counts: { read: 7, loaded: 2, copies: 2, leftOut: 1, quarantined: 2 } });
      expect(await stateOf(source)).toEqual(await stateOf(undisturbed));
      expect(await states(source)).toEqual([
        { state: 'interrupted', refusal: null },
        { state: 'loaded', refusal: null },
      ]);
    },
  );

  it('by its keeper is marked as failed, and settles nothing', async () => {
    const source = nextSource();
    const full: Keeper = {
      keep: () => Promise.reject(new Error('the disk is full')),
      remove: () => Promise.resolve(),
    };
    const keepers = { stream: full };
    const request = { source: testSource(source, ROWS), keepers };
    await expect(importRows(database.of('intake'), request)).rejects.toThrow('the disk is full');
    expect(await states(source)).toEqual([{ state: 'failed', refusal: null }]);
    expect((await stateOf(source)).held).toEqual([]);
  });

  it('by a fault of the whole file is refused with its code, and changes nothing', async () => {
    const source = nextSource();
    const taken: TestRecord[] = [];
    const keepers = testKeepers(taken);
    const cut = testSource(source, ROWS, { refuseAfter: 6 });
    const outcome = await importRows(database.of('intake'), { source: cut, keepers });
    expect(outcome).toEqual({ kind: 'refused', code: 'FILE_CUT_OFF', message: 'Cut off.' });
    expect(await states(source)).toEqual([{ state: 'refused', refusal: 'FILE_CUT_OFF' }]);
    expect(await stateOf(source)).toEqual({ held: [], faults: [], tallies: [], quarantine: [] });
    expect(taken).toEqual([]);
  });

  it('by another of the same source is refused, and told which', async () => {
    const source = nextSource();
    const request = {
      source,
      file: '/exports/of/somebody/may.csv',
      clock: fixedClock('2021-05-05'),
      dryRun: false,
      amendmentId: null,
    };
    const other = await openLoad(database.of('intake'), request);
    const outcome = await importRows(database.of('intake'), { source: testSource(source, ROWS) });
    expect(outcome).toMatchObject({
      kind: 'refused',
      code: 'IMPORT_RUNNING',
      message: expect.stringMatching(
        /^may\.csv has been loading as system-\d+ since 13:00 on 5 May 2021 \(run \d+\)\. Two at once would not know of each other's rows\. Wait until it has ended, or end its process, and import again\.$/,
      ),
    });
    const elsewhere = await importRows(database.of('intake'), { source: testSource(nextSource(), ROWS) });
    expect(elsewhere.kind).toBe('loaded');
    await other.end();
    const again = await importRows(database.of('intake'), { source: testSource(source, ROWS) });
    expect(again.kind).toBe('loaded');
    expect((await states(source)).map(({ state }) => state)).toEqual(['interrupted', 'refused', 'loaded']);
  });

  it('as a dry run leaves nothing, and tells what a real one tells', async () => {
    const [tried, loaded] = [nextSource(), nextSource()];
    const dryRun = await importRows(database.of('intake'), { source: testSource(tried, ROWS), dryRun: true });
    const real = await importRows(database.of('intake'), { source: testSource(loaded, ROWS) });
    expect({ ...dryRun, sha256: '' }).toEqual({ ...real, sha256: '' });
    expect(await states(tried)).toEqual([]);
    expect(await stateOf(tried)).toEqual({ held: [], faults: [], tallies: [], quarantine: [] });
  });

  it('by the same file once more holds the same, and its quarantine does not grow', async () => {
    const source = nextSource();
    await importRows(database.of('intake'), { source: testSource(source, ROWS) });
    const before = await stateOf(source);
    const again = await importRows(database.of('intake'), { source: testSource(source, ROWS) });
    expect(again).toMatchObject({ counts: { loaded: 0, updated: 0, copies: 4, leftOut: 1, quarantined: 2 } });
    const after = await stateOf(source);
    expect([after.held, after.quarantine]).toEqual([before.held, before.quarantine]);
    // The fault of a row that is a plain copy now was listed when it was loaded.
    expect('faults' in again && again.faults.map(({ code }) => code)).toEqual([
      'CONFLICTING_COPY',
      'BROKEN',
      'BROKEN',
      'CONTROL_TOTAL_MISMATCH',
    ]);
  });
});

/** A connection that breaks when a statement like `step` is sent: what a killed process leaves to the server. */
function cutAt(dataSource: DataSource, step: RegExp): DataSource {
  const createQueryRunner = dataSource.createQueryRunner.bind(dataSource);
  dataSource.createQueryRunner = () => {
    const runner = createQueryRunner();
    const connectRunner = runner.connect.bind(runner);
    runner.connect = async () => {
      const client = await connectRunner();
      const query = client.query.bind(client);
      client.query = (statement: string | { statement: string }, ...rest: unknown[]) => {
        const sql = typeof statement === 'string' ? statement : statement.statement;
        if (step.test(sql.trim())) client.connection.stream.destroy(new Error('killed'));
        return query(statement, ...rest);
      };
      return client;
    };
    return runner;
  };
  return dataSource;
}
