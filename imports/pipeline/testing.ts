import type { DataSource } from 'typeorm';
import { toDay } from '../../domain/calendar/day';
import { fixedClock } from '../../platform/config/clock';
import { inTransaction } from '../../platform/transaction/transaction';
import { contentHash } from '../cells/content-hash';
import { namesOf } from '../kit/names';
import {
  type ImportRequest,
  importFile,
  type Keeper,
  type Keepers,
  type Loaded,
  type Refused,
} from '../pipeline';
import { type Fault, FileRefused, type MappedRow, type RawRow } from '../record';
import type { Source } from '../source';

/** A row of the made-up system of these tests. */
export interface Cells {
  readonly Id: string;
  readonly Updated: string;
  readonly Stage: string;
  /** What the row is: `complaint`, `other` (left out), `odd` (left out, with a fault), `broken` (quarantined), `blank`, `total`. */
  readonly Kind: string;
  readonly Text: string;
}

export interface TestRecord {
  readonly contentHash: string;
  readonly stage: number;
  readonly id: string;
  readonly text: string;
}

/** A row with what a test does not care for filled in. */
export const cells = (facts: Partial<Cells>): Cells => ({
  Id: '1',
  Updated: '2021-05-04T10:00',
  Stage: '1',
  Kind: 'complaint',
  Text: '',
  ...facts,
});

/** The line at which the nth row of a test's file starts, from 0: a header comes before them. */
export const lineOf = (index: number): number => index + 2;

/** A source of given rows. The name of the file says which rows; `refuseAfter` refuses it after so many. */
export function testSource(
  name: string,
  rows: readonly Cells[],
  {
    refuseAfter = Number.POSITIVE_INFINITY,
    batchRows = 3,
  }: { refuseAfter?: number; batchRows?: number } = {},
): Source<TestRecord> {
  return {
    name,
    title: 'the system of these tests',
    header: ['Id', 'Updated', 'Stage', 'Kind', 'Text'],
    identityColumns: ['Id'],
    isWhole: true,
    keepsLastUpdated: true,
    personalColumns: new Set(['Text']),
    read: () => ({
      sha256: () => `sha of ${name}`,
      notes: () => [],
      [Symbol.asyncIterator]: () => batches(rows, batchRows, refuseAfter),
    }),
    place: (record) => ({ keeper: 'stream', order: record.stage, days: [], kept: record }),
    faults: {},
    findings: { ORPHAN: { column: 'Id', action: 'Kept alone.' } },
    map: mapRow,
  };
}

async function* batches(
  rows: readonly Cells[],
  size: number,
  refuseAfter: number,
): AsyncGenerator<readonly RawRow[]> {
  for (let start = 0; start < rows.length; start += size) {
    if (start >= refuseAfter) throw new FileRefused('FILE_CUT_OFF', 'Cut off.');
    yield rows
      .slice(start, start + size)
      .map((row, index): RawRow => ({ line: lineOf(start + index), cells: { ...row } }));
  }
}

function mapRow({ line, cells: row }: RawRow): MappedRow<TestRecord> {
  const { Id = '', Updated = '', Stage = '', Kind = '', Text = '' } = row;
  const fault = (code: string, column: string | null): Fault => ({
    line,
    column,
    code,
    value: null,
    action: 'Noted.',
  });
  if (Kind === 'blank') return { kind: 'noRow' };
  if (Kind === 'total')
    return {
      kind: 'noRow',
      controlTotal: { written: Text, stages: /^\d+$/.test(Text) ? Number(Text) : null },
    };
  if (Kind === 'other') return { kind: 'leftOut', reason: 'Kind: other', faults: [] };
  if (Kind === 'odd') return { kind: 'leftOut', reason: 'Kind: odd', faults: [fault('ODD', 'Kind')] };
  if (Kind === 'broken') return { kind: 'quarantined', faults: [fault('BROKEN', 'Kind')] };
  const record = { contentHash: contentHash(Object.values(row)), stage: Number(Stage), id: Id, text: Text };
  const faults = Text.startsWith('strange') ? [fault('STRANGE', 'Text')] : [];
  return { kind: 'taken', identity: Id, lastUpdated: Updated === '' ? null : Updated, record, faults };
}

/** A keeper that keeps what it is given, in the order in which it was given, and removes it. */
export function testKeepers(kept: TestRecord[] = []): Keepers {
  const keep: Keeper['keep'] = async (batch) => {
    const records = batch.map((handed) => ({ ordinal: handed.ordinal, record: handed.record as TestRecord }));
    kept.push(...records.map((handed) => handed.record));
    return records
      .filter(({ record: { text } }) => text.includes('orphan'))
      .map(({ ordinal }) => ({ ordinal, code: 'ORPHAN' }));
  };
  const remove: Keeper['remove'] = async (batch) => {
    const ids = new Set(batch.map(({ record: taken }) => (taken as TestRecord).id));
    kept.splice(0, kept.length, ...kept.filter(({ id }) => !ids.has(id)));
  };
  return { stream: { keep, remove } };
}

/** An outcome with its faults read to the end. */
export type Outcome = (Omit<Loaded, 'faults'> & { faults: readonly Fault[] }) | Refused;

/** Imports rows of the made-up system and returns the outcome. */
export function importRows(
  intake: DataSource,
  request: Pick<ImportRequest<TestRecord>, 'source'> & Partial<ImportRequest<TestRecord>>,
): Promise<Outcome> {
  return importFile(
    {
      ...{
        file: '/a/folder/rows.csv',
        maximumBytes: 1_000_000,
        keepers: testKeepers(),
        intake,
        dryRun: false,
      },
      facts: {
        today: toDay('2022-01-31'),
        names: namesOf({ services: [], directorates: [], channels: [] }),
        streams: [],
      },
      clock: fixedClock('2022-01-31'),
      ...request,
    },
    async (outcome) =>
      outcome.kind === 'loaded' ? { ...outcome, faults: await all(outcome.faults()) } : outcome,
  );
}

async function all<Item>(pages: AsyncIterable<readonly Item[]>): Promise<Item[]> {
  const items: Item[] = [];
  for await (const page of pages) items.push(...page);
  return items;
}

/** Reads intake's tables as an import sees them. */
export const readAs = <Row>(
  intake: DataSource,
  role: string,
  sql: string,
  parameters: readonly unknown[] = [],
) =>
  inTransaction(intake, { subject: 'test', role }, (transaction) => transaction.query<Row>(sql, parameters));
