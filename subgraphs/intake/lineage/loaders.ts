import DataLoader from 'dataloader';
import type { AuditAction } from '../../../platform/audit/actions';
import { recordAudit } from '../../../platform/audit/record';
import type { OperationContext } from '../../../platform/server/subgraph';
import { cellsOf } from '../faults/cells';
import { faultsOfLines, type ListedFault } from '../faults/faults';

/** What identifies a record among those of all systems. */
export interface RecordKey {
  readonly source: string;
  readonly record: string;
}

/** A held record, as far as the caller may see it. */
export interface HeldRecord extends RecordKey {
  readonly owner: string | null;
  readonly runId: number;
  readonly line: number;
  readonly amendmentId: number | null;
  /** The sheet on which its row stands, of a workbook of which several are read. */
  readonly sheet: string | null;
}

/** One value of a record; `written` where the file says something else. */
export interface LineageCell {
  readonly column: string;
  readonly value: string;
  readonly written: string | null;
}

/** A state that a record had before. */
export interface Earlier {
  readonly runId: number;
  readonly line: number;
  readonly replacedById: number;
}

export type ByRecord<Value> = DataLoader<RecordKey, Value, string>;

/** Where records came from. Each is read for all records of an operation together. */
export interface LineageLoaders {
  /** Null for a record that is not held, or not the caller's to see. */
  readonly held: ByRecord<HeldRecord | null>;
  /** Each reading is recorded. */
  readonly cells: ByRecord<LineageCell[] | null>;
  /** The newest first. */
  readonly earlier: ByRecord<Earlier[]>;
  /** The run since which newer files have no row for the record; null while they have. */
  readonly vanishedSince: ByRecord<number | null>;
  readonly faults: DataLoader<HeldRecord, ListedFault[]>;
  /** The record that is held by a line of an import; null where none is, or it is not the caller's to see. */
  readonly recordAt: DataLoader<LineKey, RecordKey | null, string>;
}

/** A line of an import. */
interface LineKey {
  readonly runId: number;
  readonly line: number;
}

/** Made anew for each operation. */
export const lineageLoaders = (context: OperationContext): LineageLoaders => ({
  held: byRecord(context, HELD, ([row]: HeldRecord[]) => row ?? null),
  cells: byRecord(
    context,
    CELLS,
    ([row]: (HeldCells & RecordKey)[]) => (row ? lineageCells(row) : null),
    'HELD_ROW_READ',
  ),
  earlier: byRecord(context, EARLIER, (rows: (Earlier & RecordKey)[]) => rows),
  vanishedSince: byRecord(context, VANISHED, ([row]: (RecordKey & { run: number })[]) => row?.run ?? null),
  faults: new DataLoader((records) => faultsOfLines(context, records)),
  recordAt: new DataLoader((lines) => recordsAt(context, lines), { cacheKeyFn: lineKey }),
});

const lineKey = ({ runId, line }: LineKey): string => `${runId}-${line}`;

async function recordsAt(
  { transaction }: Pick<OperationContext, 'transaction'>,
  lines: readonly LineKey[],
): Promise<(RecordKey | null)[]> {
  const rows = await transaction.query<RecordKey & LineKey>(
    `select held.source, held.identity as record, held.run_id as "runId", held.line
     from (select distinct * from unnest($1::bigint[], $2::int[])) as requested (run, at)
       join intake.held_row as held on held.run_id = requested.run and held.line = requested.at`,
    [lines.map(({ runId }) => runId), lines.map(({ line }) => line)],
  );
  const found = new Map(rows.map((row) => [lineKey(row), row]));
  return lines.map((line) => found.get(lineKey(line)) ?? null);
}

const REQUESTED = 'unnest($1::text[], $2::text[]) as requested (source, record)';

const HELD = `
  select held.source, held.identity as record, held.keeper as owner, held.run_id as "runId", held.line,
    held.amendment_id as "amendmentId", held.raw ->> '(sheet)' as sheet
  from ${REQUESTED} join intake.held_row as held on held.source = requested.source and held.identity = requested.record`;

/** With the row as it came, where the one that is held is a corrected one. */
const CELLS = `
  select held.source, held.identity as record, held.raw, coalesce(known.raw, copy.raw) as original
  from ${REQUESTED} join intake.held_row as held on held.source = requested.source and held.identity = requested.record
    left join intake.amendment on amendment.id = held.amendment_id
    left join intake.quarantined_row as known on known.id = amendment.row_id
    left join intake.fault as copy on copy.run_id = amendment.fault_run_id and copy.place = amendment.fault_place`;

const EARLIER = `
  select was.source, was.identity as record, was.held_run_id as "runId", was.line, was.run_id as "replacedById"
  from ${REQUESTED} join intake.replaced_row as was on was.source = requested.source and was.identity = requested.record
  order by was.run_id desc`;

const VANISHED = `
  select gone.source, gone.identity as record, gone.since_run_id as run
  from ${REQUESTED} join intake.vanished_row as gone on gone.source = requested.source and gone.identity = requested.record
  where gone.until_run_id is null`;

const keyOf = ({ source, record }: RecordKey): string => JSON.stringify([source, record]);

/** What `sql` reads of the records asked for; where `action` is given, the reading of each that was found is noted. */
export function byRecord<Row extends RecordKey, Value>(
  context: OperationContext,
  sql: string,
  read: (rows: Row[]) => Value,
  action: AuditAction | null = null,
): ByRecord<Value> {
  return new DataLoader(
    async (keys) => {
      const rows = await context.transaction.query<Row>(sql, [
        keys.map(({ source }) => source),
        keys.map(({ record }) => record),
      ]);
      const found = new Map<string, Row[]>(keys.map((key) => [keyOf(key), []]));
      for (const row of rows) found.get(keyOf(row))?.push(row);
      if (action !== null && rows.length > 0) {
        const recordIds = rows.map(({ source, record }) => `${source}/${record}`);
        await recordAudit(context, { schema: 'intake', action, recordIds });
      }
      return keys.map((key) => read(found.get(keyOf(key)) ?? []));
    },
    { cacheKeyFn: keyOf },
  );
}

interface HeldCells {
  readonly raw: object;
  readonly original: object | null;
}

function lineageCells({ raw, original }: HeldCells): LineageCell[] {
  const written = new Map(cellsOf(original ?? raw).map(({ column, value }) => [column, value]));
  return cellsOf(raw).map(({ column, value }) => {
    const before = written.get(column) ?? '';
    return { column, value, written: before === value ? null : before };
  });
}
