import type { List, Narrow } from '../../platform/lists/list';
import type { Transaction } from '../../platform/transaction/transaction';
import { type ConflictRow, type OpeningRow, type RestrictionRow, restrictionTables } from './tables';

/** An opening, and whether it is open now by the database's clock. */
export type OpeningShown = OpeningRow & { readonly is_open: boolean };

/** Restrictions that the caller may see, the newest first. */
export const restrictionList = (schema: string): List<RestrictionRow, RestrictionRow> => ({
  field: `${schema}Restrictions`,
  table: restrictionTables(schema).restriction.table,
  order: { restricted_at: 'timestamptz', id: 'text' },
  direction: 'desc',
  select: (rows) => `select * from "${schema}".restriction ${rows}`,
  keyOf: ({ restricted_at, id }) => [restricted_at.toISOString(), id],
  nodeOf: (row) => row,
});

/** Conflicts of interest that the caller may see, the newest first. */
export const conflictList = (schema: string): List<ConflictRow, ConflictRow> => ({
  field: `${schema}Conflicts`,
  table: restrictionTables(schema).conflict.table,
  order: { recorded_at: 'timestamptz', id: 'text' },
  direction: 'desc',
  select: (rows) => `select * from "${schema}".conflict_of_interest ${rows}`,
  keyOf: ({ recorded_at, id }) => [recorded_at.toISOString(), id],
  nodeOf: (row) => row,
});

const openings = (schema: string): string =>
  `(select held.*, held.ended_at is null and held.expires_at > statement_timestamp() as is_open
    from "${schema}".case_opening held) opening`;

/** Openings that the caller may see, the newest first. */
export const openingList = (schema: string): List<OpeningShown, OpeningShown> => ({
  field: `${schema}CaseOpenings`,
  table: openings(schema),
  order: { opened_at: 'timestamptz', id: 'text' },
  direction: 'desc',
  select: (rows) => `select * from ${openings(schema)} ${rows}`,
  keyOf: ({ opened_at, id }) => [opened_at.toISOString(), id],
  nodeOf: (row) => row,
});

/** Narrows a list to rows that have no value there. */
export const withoutValue =
  (column: string, isAsked: boolean | null | undefined): Narrow =>
  (conditions) => {
    if (isAsked) conditions.add(`${column} is null`);
  };

/** One row of what the caller may see; null where there is none. */
export async function readOne<Row>(
  transaction: Transaction,
  from: string,
  value: string,
): Promise<Row | null> {
  const [row] = await transaction.query<Row>(`select * from ${from}`, [value]);
  return row ?? null;
}

/** The restriction that holds for a complaint. */
export const liveRestriction = (transaction: Transaction, schema: string, complaintId: string) =>
  readOne<RestrictionRow>(
    transaction,
    `"${schema}".restriction where complaint_id = $1 and lifted_at is null`,
    complaintId,
  );

/** A restriction by its id, which is that of its command. */
export const restrictionOf = (transaction: Transaction, schema: string, id: string) =>
  readOne<RestrictionRow>(transaction, `"${schema}".restriction where id = $1`, id);

/** A conflict by its id, which is that of its command. */
export const conflictOf = (transaction: Transaction, schema: string, id: string) =>
  readOne<ConflictRow>(transaction, `"${schema}".conflict_of_interest where id = $1`, id);

/** An opening by its id, which is that of its command. */
export const openingOf = (transaction: Transaction, schema: string, id: string) =>
  readOne<OpeningShown>(transaction, `${openings(schema)} where id = $1`, id);

/** The caller's opening of a complaint that has not ended; row policies show officers their own alone. */
export async function ownOpening(
  transaction: Transaction,
  schema: string,
  { complaintId, subject }: { readonly complaintId: string; readonly subject: string },
): Promise<OpeningShown | null> {
  const [row] = await transaction.query<OpeningShown>(
    `select * from ${openings(schema)} where complaint_id = $1 and opened_by = $2 and is_open
     order by expires_at desc limit 1`,
    [complaintId, subject],
  );
  return row ?? null;
}

/** Conflicts of a complaint that hold. */
export const liveConflicts = (transaction: Transaction, schema: string, complaintId: string) =>
  transaction.query<ConflictRow>(
    `select * from "${schema}".conflict_of_interest where complaint_id = $1 and withdrawn_at is null order by recorded_at, id`,
    [complaintId],
  );
