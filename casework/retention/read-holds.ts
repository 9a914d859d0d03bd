import type { List } from '../../platform/lists/list';
import type { Transaction } from '../../platform/transaction/transaction';
import { type DecisionRow, type HoldRow, retentionTables } from './tables';

/** Legal holds that the caller may see, the newest first. */
export const holdList = (schema: string): List<HoldRow, HoldRow> => ({
  field: `${schema}LegalHolds`,
  table: retentionTables(schema).hold.table,
  order: { put_at: 'timestamptz', id: 'text' },
  direction: 'desc',
  select: (rows) => `select * from "${schema}".legal_hold ${rows}`,
  keyOf: ({ put_at, id }) => [put_at.toISOString(), id],
  nodeOf: (row) => row,
});

/** A hold by its id, which is that of its command; null where the caller may see none. */
export async function readHold(
  transaction: Transaction,
  schema: string,
  id: string,
): Promise<HoldRow | null> {
  const [row] = await transaction.query<HoldRow>(`select * from "${schema}".legal_hold where id = $1`, [id]);
  return row ?? null;
}

/** The holds that keep a complaint's people now: its own, those of stages that it has, and those of all of the stream. */
export const holdsOf = (transaction: Transaction, schema: string, complaintId: string): Promise<HoldRow[]> =>
  transaction.query<HoldRow>(
    `select * from "${schema}".legal_hold where lifted_at is null and (complaint_id is null or complaint_id = $1
       or stage_ids && array(select id from "${schema}".stage where complaint_id = $1)) order by put_at, id`,
    [complaintId],
  );

/** Whether somebody lifted a hold of this very complaint: what was held for the law takes two to go. */
export async function hasLiftedHold(
  transaction: Transaction,
  schema: string,
  { id, subject }: { readonly id: string; readonly subject: string },
): Promise<boolean> {
  const rows = await transaction.query(
    `select from "${schema}".legal_hold where complaint_id = $1 and lifted_by = $2 limit 1`,
    [id, subject],
  );
  return rows.length > 0;
}

/** What was decided about a complaint's people, the newest first. */
export const decisionsOf = (
  transaction: Transaction,
  schema: string,
  complaintId: string,
): Promise<DecisionRow[]> =>
  transaction.query<DecisionRow>(
    `select * from "${schema}".retention_decision where complaint_id = $1 order by decided_at desc, id`,
    [complaintId],
  );

/** When the last of a complaint's people were taken out; null where none were. */
export async function anonymisedAt(
  transaction: Transaction,
  schema: string,
  complaintId: string,
): Promise<Date | null> {
  const [row] = await transaction.query<{ at: Date | null }>(
    `select max(gone.anonymised_at) as at from "${schema}".anonymised_stage as gone
     join "${schema}".stage as stage on stage.id = gone.stage_id where stage.complaint_id = $1`,
    [complaintId],
  );
  return row?.at ?? null;
}
