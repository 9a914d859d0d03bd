import DataLoader from 'dataloader';
import type { OperationContext } from '../../platform/server/subgraph';
import type { Transaction } from '../../platform/transaction/transaction';
import { type EntryWords, wordsOfEntries } from './enquiries/read-words';
import type { EntryRow } from './enquiries/tables';
import type { CaseRow, FindingRow, RemedyRow } from './tables';

/** What resolvers get besides the operation's own context. Every look-up is batched by the operation. */
export interface Loaders {
  /** Null for an id that is unknown, or that row security hides. */
  readonly cases: DataLoader<string, CaseRow | null>;
  readonly casesOfComplaint: DataLoader<string, CaseRow[]>;
  readonly findings: DataLoader<string, FindingRow[]>;
  readonly remedies: DataLoader<string, RemedyRow[]>;
  /** What happened to a case here, in order. */
  readonly entries: DataLoader<string, EntryRow[]>;
  /** What was written at an entry; null where the caller may not read it. Each reading is recorded. */
  readonly words: EntryWords;
  /** Whose cases are recorded here. */
  readonly authority: string;
}

export type Context = OperationContext & Loaders;

/** Loaders for one operation. */
export function operation(context: OperationContext, { authority }: Pick<Loaders, 'authority'>): Loaders {
  const { transaction } = context;
  return {
    authority,
    words: wordsOfEntries(context),
    entries: lists<EntryRow>(transaction, {
      sql: 'select * from ombudsman.enquiry_entry where case_id = any($1) order by place',
      keyOf: (row) => row.case_id,
    }),
    cases: new DataLoader(async (ids) => {
      const rows = await read<CaseRow>(
        transaction,
        'select * from ombudsman.ombudsman_case where id = any($1)',
        ids,
      );
      const byId = new Map(rows.map((row) => [row.id, row]));
      return ids.map((id) => byId.get(id) ?? null);
    }),
    casesOfComplaint: lists<CaseRow>(transaction, {
      sql: `select * from ombudsman.ombudsman_case where complaint_id = any($1)
        order by received_on, id collate "C"`,
      keyOf: (row) => row.complaint_id,
    }),
    findings: lists<FindingRow>(transaction, {
      sql: 'select * from ombudsman.finding where case_id = any($1) order by place',
      keyOf: (row) => row.case_id,
    }),
    remedies: lists<RemedyRow>(transaction, {
      sql: 'select * from ombudsman.remedy where case_id = any($1) order by place',
      keyOf: (row) => row.case_id,
    }),
  };
}

const read = <Row>(transaction: Transaction, sql: string, keys: readonly string[]): Promise<Row[]> =>
  transaction.query<Row>(sql, [keys], { isRepeated: true });

function lists<Row>(
  transaction: Transaction,
  { sql, keyOf }: { sql: string; keyOf: (row: Row) => string | null },
): DataLoader<string, Row[]> {
  return new DataLoader(async (keys) => {
    const found = new Map<string | null, Row[]>(keys.map((key) => [key, []]));
    for (const row of await read<Row>(transaction, sql, keys)) found.get(keyOf(row))?.push(row);
    return keys.map((key) => found.get(key) ?? []);
  });
}
