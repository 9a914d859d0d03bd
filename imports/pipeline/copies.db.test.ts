import fc from 'fast-check';
import { type TestDatabase, testDatabase } from '../../platform/testing/database';
import { subgraph as intake } from '../../subgraphs/intake/subgraph';
import {
  type Cells,
  cells,
  importRows,
  lineOf,
  type Outcome,
  readAs,
  type TestRecord,
  testKeepers,
  testSource,
} from './testing';

interface Held {
  readonly cells: Cells;
  readonly content: string;
}

interface Recount {
  readonly counts: object;
  readonly faults: readonly string[];
}

interface Line {
  readonly row: Cells;
  readonly line: number;
}

const content = (row: Cells) => JSON.stringify(row).replace(/\\[nt]|\s/g, '');
const newer = (a: Cells, b: Cells) => a.Updated > b.Updated;

/** The rules of the extracts' README once more, row by row and without a database. */
function recount(rows: readonly Cells[], held: Map<string, Held>): Recount {
  const faults: string[] = [];
  const of = (kind: string) =>
    rows.map((row, index): Line => ({ row, line: lineOf(index) })).filter(({ row }) => row.Kind === kind);
  for (const { line } of of('broken')) faults.push(`${line} BROKEN`);
  const taken = of('complaint');
  const counts = { loaded: 0, updated: 0 };
  for (const id of new Set(taken.map(({ row }) => row.Id))) {
    const copies = taken.filter(({ row }) => row.Id === id);
    const winner = copies.reduce((best, next) => (newer(best.row, next.row) ? best : next));
    for (const { row, line } of copies) {
      const conflicts = row.Updated === winner.row.Updated && content(row) !== content(winner.row);
      if (conflicts) faults.push(`${line} CONFLICTING_COPY`);
    }
    const before = held.get(id);
    if (before && (before.content === content(winner.row) || newer(before.cells, winner.row))) continue;
    counts.loaded += 1;
    if (before) counts.updated += 1;
    faults.push(...faultsOfLoaded({ copies, winner, before }));
    held.set(id, { cells: winner.row, content: content(winner.row) });
  }
  const copies = taken.length - counts.loaded;
  const others = { leftOut: of('other').length, quarantined: of('broken').length };
  const read = rows.length - of('blank').length;
  return { counts: { read, ...counts, copies, ...others }, faults: faults.sort() };
}

function faultsOfLoaded(loaded: {
  copies: readonly Line[];
  winner: Line;
  before: Held | undefined;
}): string[] {
  const { copies, winner, before } = loaded;
  const repeated = copies.some(({ row }) => content(row) === before?.content);
  const contested = before?.cells.Updated === winner.row.Updated && !repeated;
  return [
    ...(contested ? [`${winner.line} CONFLICTING_COPY`] : []),
    ...(winner.row.Text.startsWith('strange') ? [`${winner.line} STRANGE`] : []),
    ...(winner.row.Text.includes('orphan') ? [`${winner.line} ORPHAN`] : []),
  ];
}

const someRow = fc.record<Cells>({
  Id: fc.constantFrom('1', '2', '3', '4'),
  Updated: fc.constantFrom('', '2021-05-04T10:00', '2021-05-04T10:01'),
  Stage: fc.constantFrom('1', '2', '3'),
  Kind: fc.constantFrom('complaint', 'complaint', 'complaint', 'complaint', 'other', 'broken', 'blank'),
  Text: fc.constantFrom('', 'a', 'a ', 'b', 'strange', 'orphan', 'strange orphan\t"\\ü\n'),
});

const told = (outcome: Outcome): Recount => {
  if (outcome.kind === 'refused') throw new Error(outcome.code);
  return { counts: outcome.counts, faults: outcome.faults.map(({ line, code }) => `${line} ${code}`).sort() };
};

describe('copies', () => {
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

  it('are told from what is loaded as a count row by row tells them, file after file', async () => {
    const files = fc.array(fc.array(someRow, { maxLength: 10 }), { minLength: 1, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(files, async (all) => {
        const name = nextSource();
        const held = new Map<string, Held>();
        const taken: TestRecord[] = [];
        const keepers = testKeepers(taken);
        for (const rows of all) {
          const expected = recount(rows, held);
          const outcome = await importRows(database.of('intake'), {
            source: testSource(name, rows),
            keepers,
          });
          expect(told(outcome)).toEqual(expected);
        }
        const kept = new Map(taken.map((record) => [record.id, record.text]));
        expect(kept).toEqual(new Map([...held].map(([id, { cells: row }]) => [id, row.Text])));
      }),
      { numRuns: 25 },
    );
  });

  it('leave nothing to load when the same file comes again', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(someRow, { maxLength: 12 }), async (rows) => {
        const source = testSource(nextSource(), rows);
        const first = told(await importRows(database.of('intake'), { source })).counts as Record<
          string,
          number
        >;
        const second = told(await importRows(database.of('intake'), { source })).counts;
        const { read, leftOut, quarantined, loaded = 0, copies = 0 } = first;
        expect(second).toEqual({
          read,
          leftOut,
          quarantined,
          loaded: 0,
          updated: 0,
          copies: loaded + copies,
        });
      }),
      { numRuns: 12 },
    );
  });

  it('that say something else and are as new are kept in full, and no value of a personal column is shown', async () => {
    const rows = [cells({ Text: 'earlier' }), cells({ Text: 'later' })];
    const outcome = await importRows(database.of('intake'), { source: testSource('system-a', rows) });
    expect(outcome).toMatchObject({ counts: { loaded: 1, copies: 1 } });
    expect(outcome).toMatchObject({
      faults: [
        {
          line: 2,
          column: 'Id',
          code: 'CONFLICTING_COPY',
          value: '1',
          action:
            'Line 3 is the same record, says something else and is no older: the later line holds. This one is kept in full with the faults of this import.',
        },
      ],
    });
    const kept = await readAs(
      database.of('intake'),
      'import',
      `select raw ->> 'Text' as text from intake.fault join intake.import_run on id = run_id where source = 'system-a'`,
    );
    expect(kept).toEqual([{ text: 'earlier' }]);
  });

  it('of what an earlier file said are kept in full too', async () => {
    const load = (text: string) =>
      importRows(database.of('intake'), { source: testSource('system-b', [cells({ Text: text })]) });
    await load('earlier');
    const outcome = await load('later');
    expect(outcome).toMatchObject({ counts: { loaded: 1, updated: 1, copies: 0 } });
    expect(outcome).toMatchObject({ faults: [{ line: 2, code: 'CONFLICTING_COPY', value: '1' }] });
    const [fault] = 'faults' in outcome ? outcome.faults : [];
    expect(fault?.action).toMatch(
      /^An import before \(run \d+, line 2\) held something else for the same record/,
    );
    const kept = await readAs(
      database.of('intake'),
      'import',
      `select fault.raw ->> 'Text' as was, held.raw ->> 'Text' as holds
       from intake.fault join intake.import_run on id = run_id join intake.held_row as held using (source)
       where source = 'system-b'`,
    );
    expect(kept).toEqual([{ was: 'earlier', holds: 'later' }]);
  });
});
