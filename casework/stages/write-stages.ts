import { bulkUpsert } from '../../platform/transaction/bulk';
import type { Transaction } from '../../platform/transaction/transaction';
import type { OwnRow, OwnStageTable, StreamDefinition } from '../stream/definition';
import { type ComplaintRow, caseTables, type StageRow } from '../tables/case-tables';
import type { StageState } from './stage-state';

/** Counts a change of each complaint, making those that are new, and returns them with their versions. */
export async function touchComplaints(
  transaction: Transaction,
  { schema, complaintIds, authority }: { schema: string; complaintIds: readonly string[]; authority: string },
): Promise<ComplaintRow[]> {
  const rows = await transaction.query<ComplaintRow>(
    `insert into "${schema}".complaint as held (id, authority, version)
     select id, $2, 1 from unnest($1::text[]) as touched (id) order by id
     on conflict (id) do update set version = held.version + 1
     returning id, authority, version`,
    [complaintIds, authority],
    { isRepeated: true },
  );
  return rows.map((row) => ({ ...row, version: Number(row.version) }));
}

/** Writes stages, each to the complaint that it says. */
export function writeStages(
  transaction: Transaction,
  schema: string,
  stages: readonly StageRow[],
): Promise<void> {
  return bulkUpsert(transaction, caseTables(schema).stage, stages);
}

/** Writes what the stream alone records of the stages; what is personal, after their accounts. */
export function writeOwn(
  transaction: Transaction,
  { stored, columns, personal }: OwnStageTable,
  changed: readonly StageState[],
): Promise<void> {
  // Nobody could read what is personal of a stage without an account, not even to write it.
  const kept = personal ? changed.filter(({ account }) => account !== null) : changed;
  const names = Object.entries(columns);
  const rows = kept.map(
    ({ row, own }): OwnRow => ({
      ...Object.fromEntries(names.map(([column, name]) => [column, own[name] ?? null])),
      stage_id: row.id,
    }),
  );
  return bulkUpsert(transaction, stored, rows);
}

/** Writes the personal data of the changed stages. */
export function writeAccounts(
  transaction: Transaction,
  schema: string,
  changed: readonly StageState[],
): Promise<void> {
  const rows = changed.flatMap(({ row, account }) =>
    account === null ? [] : [{ stage_id: row.id, ...account }],
  );
  return bulkUpsert(transaction, caseTables(schema).account, rows);
}

/** Removes all that was kept of stages: what people said and who they are, what the stream alone records, the facts. */
export async function removeStages(
  transaction: Transaction,
  { stream, stageIds }: { stream: StreamDefinition; stageIds: readonly string[] },
): Promise<void> {
  if (stageIds.length === 0) return;
  const { name: schema, ownStage, ownAccount } = stream;
  // What is personal of a stage is seen only while its account is there.
  const tables = [...(ownAccount ? [ownAccount.stored.name] : []), 'account', ownStage.stored.name];
  for (const table of tables) {
    await transaction.query(`delete from "${schema}"."${table}" where stage_id = any ($1)`, [stageIds]);
  }
  await transaction.query(`delete from "${schema}".stage where id = any ($1)`, [stageIds]);
}
