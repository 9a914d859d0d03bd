import { type BulkTable, bulkUpsert } from '../platform/transaction/bulk';
import type { Transaction } from '../platform/transaction/transaction';
import type { DatedStage } from './date-stage';
import type { OwnStageTable, StreamDefinition } from './stream';
import type { AccountRow, ComplaintRow, StageRow } from './tables';

const STAGE_COLUMNS: BulkTable<StageRow>['columns'] = {
  id: 'text',
  complaint_id: 'text',
  number: 'smallint',
  source: 'text',
  key: 'text',
  reference: 'text',
  case_key: 'text',
  parent_key: 'text',
  own_key: 'text',
  route: 'text',
  received_on: 'date',
  acknowledged_on: 'date',
  due_on: 'date',
  answered_on: 'date',
  closed_on: 'date',
  ended: 'boolean',
  outcome: 'text',
  closure_reason: 'text',
  closure_code_written: 'text',
  service_id: 'text',
  service_written: 'text',
  directorate_id: 'text',
  theme: 'text',
  channel: 'text',
  channel_written: 'text',
  content_hash: 'text',
};

const ACCOUNT_COLUMNS: BulkTable<AccountRow>['columns'] = {
  stage_id: 'text',
  person: 'text',
  relationship: 'text',
  title: 'text',
  forename: 'text',
  surname: 'text',
  name: 'text',
  email: 'text',
  postcode: 'text',
  summary: 'text',
};

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
  );
  return rows.map((row) => ({ ...row, version: Number(row.version) }));
}

/** Writes stages, each to the complaint that it says. */
export function writeStages(
  transaction: Transaction,
  schema: string,
  stages: readonly StageRow[],
): Promise<void> {
  return bulkUpsert(transaction, { table: `"${schema}".stage`, columns: STAGE_COLUMNS, key: ['id'] }, stages);
}

/** Writes what the stream alone records of the stages; what is personal, after their accounts. */
export function writeOwn(
  transaction: Transaction,
  { schema, table }: { schema: string; table: OwnStageTable },
  changed: readonly DatedStage[],
): Promise<void> {
  const own = Object.entries(table.columns);
  const columns = Object.fromEntries([['stage_id', 'text'], ...own.map(([column]) => [column, 'text'])]);
  // Nobody could read what is personal of a stage without an account, not even to write it.
  const kept = table.personal ? changed.filter(({ record }) => record.account !== null) : changed;
  const rows = kept.map(({ row, record }) => ({
    stage_id: row.id,
    ...Object.fromEntries(own.map(([column, key]) => [column, record.own[key] ?? null])),
  }));
  return bulkUpsert(transaction, { table: `"${schema}"."${table.table}"`, columns, key: ['stage_id'] }, rows);
}

/** Writes the personal data of the changed stages. */
export function writeAccounts(
  transaction: Transaction,
  schema: string,
  changed: readonly DatedStage[],
): Promise<void> {
  const rows = changed.flatMap(({ row, record: { account } }) =>
    account === null ? [] : [{ stage_id: row.id, ...account }],
  );
  return bulkUpsert(
    transaction,
    { table: `"${schema}".account`, columns: ACCOUNT_COLUMNS, key: ['stage_id'] },
    rows,
  );
}

/** Removes all that was kept of stages: what people said and who they are, what the stream alone records, the facts. */
export async function removeStages(
  transaction: Transaction,
  { stream, stageIds }: { stream: StreamDefinition; stageIds: readonly string[] },
): Promise<void> {
  if (stageIds.length === 0) return;
  const { name: schema, ownStage, ownAccount } = stream;
  // What is personal of a stage is seen only while its account is there.
  const tables = [...(ownAccount ? [ownAccount.table] : []), 'account', ownStage.table];
  for (const table of tables) {
    await transaction.query(`delete from "${schema}"."${table}" where stage_id = any ($1)`, [stageIds]);
  }
  await transaction.query(`delete from "${schema}".stage where id = any ($1)`, [stageIds]);
}
