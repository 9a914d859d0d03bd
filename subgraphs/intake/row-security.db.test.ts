import { type TestDatabase, testDatabase } from '../../platform/testing/database';
import { inTransaction } from '../../platform/transaction/transaction';
import { coverageKeeper } from './coverage/keep-coverage';
import { subgraph } from './subgraph';
import { loadRows, takenRow, withSettings } from './testing';

const fault = { line: 3, column: 'Ref', code: 'BROKEN', value: null, action: 'Noted.' };

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase([subgraph]);
  const record = {
    stream: 'CORPORATE',
    measure: 'direct_to_stage_2',
    recordedFrom: '2021-04-01',
    recordedTo: null,
    granularity: 'day',
  };
  await loadRows(database.of('intake'), {
    source: 'everything',
    rows: [
      takenRow({ keeper: 'coverage', record }),
      { kind: 'quarantined', line: 3, raw: { Ref: '' }, contentHash: 'another', faults: [fault] },
    ],
  });
  await inTransaction(database.of('intake'), { subject: 'test', role: 'import' }, (transaction) =>
    coverageKeeper.keep(transaction, { authority: 'stockport', batch: [{ ordinal: 1, record }] }),
  );
  await inTransaction(database.of('intake'), { subject: 'test', role: 'import' }, async (transaction) => {
    for (const table of WHAT_WAS) await transaction.query(COPY(table), [JSON.stringify(SAMPLES[table])]);
  });
  await inTransaction(database.of('intake'), { subject: 'test', role: 'projection' }, (transaction) =>
    transaction.query(`insert into intake.known_name values ('service', 'parking', 'Parking', '{}', 1)`),
  );
});
afterAll(() => database.stop());

const READERS: Readonly<Record<string, readonly string[]>> = {
  import_run: ['admin', 'analyst', 'import', 'officer', 'projection'],
  run_tally: ['admin', 'analyst', 'import', 'officer'],
  // Officers see those of the streams that they are cleared for: amendments/row-security.db.test.ts.
  held_row: ['admin', 'import'],
  fault: ['admin', 'import', 'projection'],
  quarantined_row: ['admin', 'import'],
  run_basis: ['admin', 'import'],
  replaced_row: ['admin', 'import'],
  met_again: ['import'],
  vanished_row: ['admin', 'import'],
  coverage: ['admin', 'import'],
  known_name: ['admin', 'import', 'officer', 'projection'],
};
const TABLES = Object.keys(READERS);
// A line of coverage that is taken back says so, and stays for its version.
const KEPT = ['import_run', 'run_tally', 'coverage'];
const UNDONE = TABLES.filter((table) => ![...KEPT, 'known_name'].includes(table));

/** What undoing a run has to know. */
const WHAT_WAS = ['run_basis', 'replaced_row', 'met_again', 'vanished_row'];

const COPY = (table: string) =>
  `insert into intake.${table} select (jsonb_populate_record(null::intake.${table}, $1)).*`;
const ROLES = [
  'admin',
  'analyst',
  'auditor',
  'courier',
  'import',
  'manager',
  'officer',
  'partner',
  'projection',
  'seed',
];

const rowsSeen = (settings: Record<string, string>, table: string) =>
  withSettings(database.of('intake'), settings, async (runner) => {
    const [row] = await runner.query(`select count(*)::int as rows from intake.${table}`);
    return row.rows;
  });

describe.each(TABLES)('the rows of %s', (table) => {
  it('are seen by exactly those who may', async () => {
    const seers: string[] = [];
    for (const role of ROLES) if ((await rowsSeen({ role }, table)) > 0) seers.push(role);
    expect(seers).toEqual(READERS[table]);
  });

  it.each([
    ['no setting', {}],
    ['an empty role', { role: '' }],
    ['a role that there is not', { role: 'importer' }],
    ['roles in a list', { role: 'import,admin' }],
    ['a role in quotes', { role: `'import'` }],
    [
      'other settings alone',
      { subject: 'import', streams: 'corporate', services: 'parking', partner: 'import' },
    ],
  ])('are hidden with %s', async (_, settings: Record<string, string>) => {
    expect(await rowsSeen(settings, table)).toBe(0);
  });

  it('are hidden from the owner', async () => {
    const [row] = await database.owner.query(`select count(*)::int as rows from intake.${table}`);
    expect(row.rows).toBe(0);
  });

  const writer = table === 'known_name' ? 'projection' : 'import';
  const strangers = ROLES.filter((role) => role !== writer);

  it.each([...strangers, '', 'importer'])('cannot be added to by "%s"', async (role) => {
    const attempt = withSettings(database.of('intake'), { role }, async (runner) =>
      runner.query(COPY(table), [JSON.stringify(SAMPLES[table])]),
    );
    await expect(attempt).rejects.toThrow('row-level security');
  });

  it('can be added to by the one who writes them', async () => {
    const attempt = withSettings(database.of('intake'), { role: writer }, async (runner) =>
      runner.query(COPY(table), [JSON.stringify({ ...SAMPLES[table], ...ANOTHER[table] })]),
    );
    await expect(attempt).resolves.toBeDefined();
  });
});

describe('intake', () => {
  it.each(KEPT)('never removes rows of %s', async (table) => {
    const attempt = withSettings(database.of('intake'), { role: 'import' }, (runner) =>
      runner.query(`delete from intake.${table}`),
    );
    await expect(attempt).rejects.toThrow('permission denied');
  });

  it.each(UNDONE)('removes rows of %s for an import that is undone, and for nobody else', async (table) => {
    const removedBy: string[] = [];
    for (const role of ROLES) {
      const left = await withSettings(
        database.of('intake'),
        { role, streams: 'corporate' },
        async (runner) => {
          await runner.query(`delete from intake.${table}`);
          await runner.query(`select set_config('scope.role', 'import', true)`);
          return runner.query(`select from intake.${table}`);
        },
      );
      if (left.length === 0) removedBy.push(role);
    }
    expect(removedBy).toEqual(['import']);
  });

  it('cannot close a run whose rows do not add up', async () => {
    const attempt = withSettings(database.of('intake'), { role: 'import' }, (runner) =>
      runner.query('update intake.import_run set read = read + 1'),
    );
    await expect(attempt).rejects.toThrow('import_run_adds_up');
  });
});

/** Where a sample is there already. */
const ANOTHER: Readonly<Record<string, object>> = {
  run_basis: { run_id: 100 },
  replaced_row: { run_id: 100 },
  met_again: { run_id: 100 },
  vanished_row: { since_run_id: 100 },
};

const SAMPLES: Readonly<Record<string, object>> = {
  import_run: {
    ...{ id: 99, source: 's', file: 'f', state: 'running', kind: 'file' },
    started_at: '2022-01-31T12:00:00Z',
  },
  run_tally: { run_id: 99, kind: 'fault', name: 'BROKEN', count: 1 },
  held_row: { source: 's', identity: 'i', content_hash: 'h', run_id: 99, line: 2, raw: {} },
  fault: { run_id: 99, place: 1, line: 2, code: 'BROKEN', action: 'Noted.', state: 'open' },
  quarantined_row: {
    ...{ source: 's', content_hash: 'h', occurrence: 1, id: 'i', first_line: 2, line: 2, raw: {} },
    ...{ reasons: [], first_run_id: 99, last_run_id: 99, state: 'open' },
  },
  run_basis: { run_id: 99, on_run_id: 98, rows: 1 },
  replaced_row: {
    ...{ run_id: 99, source: 's', identity: 'i', content_hash: 'h', held_run_id: 98, line: 2, raw: {} },
  },
  met_again: { run_id: 99, row_id: 'i', line: 2, reasons: [], met_run_id: 98 },
  vanished_row: { source: 's', identity: 'i', since_run_id: 99 },
  coverage: {
    stream: 'S',
    measure: 'm',
    recorded_from: '2021-04-01',
    granularity: 'day',
    taken_back: false,
    retracted: false,
    version: 1,
  },
  known_name: { kind: 'service', id: 'i', name: 'n', other_names: [], version: 1 },
};
