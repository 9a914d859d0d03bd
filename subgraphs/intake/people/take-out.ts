import type { Clock } from '../../../platform/config/clock';
import type { DataSource, Transaction } from '../../../platform/transaction/transaction';
import { refuseAmendment } from '../amendments/outcome';
import { openSession } from '../load/session';
import { takesLock } from '../load/source-lock';
import { hasPeopleToTakeOut } from './anonymised-records';
import { forgetDecisions, forgetValues } from './forget-values';
import { rewrite } from './rewrite';

/** How rows of a source are rid of people; pure. */
export interface RowsWithoutPeople {
  readonly source: string;
  /** The columns that identify a row. */
  readonly identityColumns: readonly string[];
  /** A row that is a record: it stays the record that it is. */
  ofRecord(raw: object): object;
  /** A row that is none: nobody knows what stands under which column. */
  ofRow(raw: object): object;
}

const BATCH_RECORDS = 200;

/**
 * Takes the people out of all that is kept of the records of a source that wait for it: rows that hold, that were replaced, that
 * were kept back or do not hold, what was corrected in them, and what is compared. Killed at any moment it goes on where it was:
 * a batch is one transaction. While an import of the source is under way it does nothing, and waits for the next time; where nobody
 * waits it keeps no import from its lock. Returns how many records it was.
 */
export async function takePeopleOut(
  dataSource: DataSource,
  { rows, clock }: { readonly rows: RowsWithoutPeople; readonly clock: Clock },
): Promise<number> {
  const session = await openSession(dataSource);
  try {
    if (!(await session.inScope((transaction) => hasPeopleToTakeOut(transaction, rows.source)))) return 0;
    if (!(await takesLock(session, rows.source))) return 0;
    for (let done = 0; ; ) {
      const batch = await session.inScope((transaction) => takeBatchOut(transaction, { rows, clock }));
      done += batch;
      if (batch === 0) return done;
    }
  } finally {
    await session.end();
  }
}

async function takeBatchOut(
  transaction: Transaction,
  { rows, clock }: { readonly rows: RowsWithoutPeople; readonly clock: Clock },
): Promise<number> {
  const { source, identityColumns } = rows;
  const waiting = await transaction.query<{ record: string; reference: string }>(
    `select record, reference from intake.anonymised_record
     where source = $1 and taken_out_at is null order by record, reference limit $2 for update`,
    [source, BATCH_RECORDS],
  );
  if (waiting.length === 0) return 0;
  const records = [...new Set(waiting.map(({ record }) => record))];
  const names = [...new Set(waiting.flatMap(({ record, reference }) => [record, reference]))];
  const named = { source, identityColumns, names };
  const rowIds = await keptBack(transaction, { ...named, records });
  const copies = await copiesOf(transaction, named);
  await forgetDecided(transaction, { source, records, rowIds, copies });
  await rewrite(transaction, {
    table: 'held_row',
    where: 'source = $1 and identity = any ($2)',
    values: [source, records],
    by: rows.ofRecord,
  });
  await rewrite(transaction, {
    table: 'replaced_row',
    where: 'source = $1 and identity = any ($2)',
    values: [source, records],
    by: rows.ofRecord,
  });
  await rewrite(transaction, {
    table: 'fault',
    where: 'raw is not null and (run_id, place) in (select * from unnest($1::bigint[], $2::int[]))',
    values: [copies.map(({ run_id }) => run_id), copies.map(({ place }) => place)],
    by: rows.ofRecord,
  });
  await rewrite(transaction, {
    table: 'quarantined_row',
    where: 'id = any ($1)',
    values: [rowIds],
    by: rows.ofRow,
  });
  await forgetValues(transaction, rowIds);
  await transaction.query('delete from intake.matter where source = $1 and record = any ($2)', [
    source,
    records,
  ]);
  await transaction.query(
    `update intake.anonymised_record set taken_out_at = $3
     where source = $1 and (record, reference) in (select * from unnest($2::text[], $4::text[]))`,
    [source, waiting.map(({ record }) => record), clock.now(), waiting.map(({ reference }) => reference)],
  );
  return waiting.length;
}

interface Named {
  readonly source: string;
  readonly identityColumns: readonly string[];
  readonly names: readonly string[];
}

const NAMES_IT = `exists (
  select from json_each_text(kept.raw) as cell where cell.key = any ($2) and btrim(cell.value) = any ($3))`;

/** Rows that were kept back and name one of the records where a row says which it is, or became one by a correction. */
async function keptBack(
  transaction: Transaction,
  { source, identityColumns, names, records }: Named & { readonly records: readonly string[] },
): Promise<string[]> {
  const rows = await transaction.query<{ id: string }>(
    `select kept.id from intake.quarantined_row as kept where kept.source = $1 and (${NAMES_IT} or kept.id in (
       select amendment.row_id from intake.amendment as amendment where amendment.id in (
         select amendment_id from intake.held_row where source = $1 and identity = any ($4)
         union select amendment_id from intake.replaced_row where source = $1 and identity = any ($4))))`,
    [source, identityColumns, names, records],
  );
  return rows.map(({ id }) => id);
}

interface Copy {
  readonly run_id: number;
  readonly place: number;
}

/** Copies that do not hold, kept in full with the faults of their runs. */
const copiesOf = (transaction: Transaction, { source, identityColumns, names }: Named): Promise<Copy[]> =>
  transaction.query<Copy>(
    `select kept.run_id, kept.place from intake.fault as kept
     join intake.import_run as run on run.id = kept.run_id and run.source = $1
     where kept.raw is not null and ${NAMES_IT}`,
    [source, identityColumns, names],
  );

/** What people gave for the rows goes, and what waits to be carried out finds no row. */
async function forgetDecided(
  transaction: Transaction,
  of: { source: string; records: readonly string[]; rowIds: readonly string[]; copies: readonly Copy[] },
): Promise<void> {
  const pending = await forgetDecisions(transaction, of);
  for (const id of pending) await refuseAmendment(transaction, id, 'ROW_GONE');
}
