import { someColumns } from '../../platform/tables/define-table';
import { columnar } from '../../platform/transaction/columns';
import type { Transaction } from '../../platform/transaction/transaction';
import { caseTables, type StageRow } from '../tables/case-tables';
import { complaintIdFor } from './ids';

/** What a stage is found by, and finds others by. */
export type StageKeys = Pick<StageRow, 'id' | 'source' | 'case_key' | 'own_key' | 'parent_key'>;

/**
 * Locks, until the transaction ends, every complaint that a batch can touch, and reads all their stages, by id. Those
 * are: what was recorded before as the same stage or in the same record, what may be a parent of a stage in the
 * batch, what may have waited for one as its parent, and what has the id that a stage would begin a complaint with.
 */
export function lockRelatedStages(
  transaction: Transaction,
  { schema, keys }: { schema: string; keys: readonly StageKeys[] },
): Promise<Map<string, StageRow>> {
  const { from, values } = columnar(
    keys,
    stageTypes(schema, ['id', 'source', 'case_key', 'own_key', 'parent_key']),
    {
      alias: 'recorded',
    },
  );
  const beginning = `select unnest($${values.length + 1}::text[])`;
  return lockAndRead(transaction, schema, {
    given: `recorded as (select * from ${from})`,
    complaintIds: [...concerned(keys, `"${schema}".stage`), beginning].join(' union '),
    values: [...values, keys.map(({ id }) => complaintIdFor(id))],
  });
}

/**
 * The ways from a stage in the batch to one held; a way for which no stage of the batch has the key is not looked for.
 * Each is looked up by itself (`offset 0` keeps it so): joined as a whole, a table that grows while its statistics are
 * behind is read from end to end for every batch.
 */
function concerned(keys: readonly StageKeys[], stage: string): string[] {
  const ways: readonly [keyof StageKeys, string][] = [
    ['id', 'held.id = recorded.id'],
    ['case_key', 'held.source = recorded.source and held.case_key = recorded.case_key'],
    ['parent_key', 'held.source = recorded.source and held.own_key = recorded.parent_key'],
    ['own_key', 'held.source = recorded.source and held.parent_key = recorded.own_key'],
  ];
  return ways
    .filter(([key]) => keys.some((row) => row[key] !== null))
    .map(
      ([, way]) =>
        `select found.complaint_id from recorded
         cross join lateral (select held.complaint_id from ${stage} held where ${way} offset 0) found`,
    );
}

type Stood = Pick<StageRow, 'source' | 'own_key' | 'number'>;

/**
 * Locks and reads the same way what may be a parent in place of stages that are no longer what they were: others of the
 * same number with the same key.
 */
export async function lockAlternatives(
  transaction: Transaction,
  { schema, stood }: { schema: string; stood: readonly Stood[] },
): Promise<Map<string, StageRow>> {
  const found = stood.filter(({ own_key }) => own_key !== null);
  if (found.length === 0) return new Map();
  const types = stageTypes(schema, ['source', 'own_key', 'number']);
  const { from, values } = columnar(found, types, { alias: 'stood' });
  return lockAndRead(transaction, schema, {
    given: `stood as (select * from ${from})`,
    complaintIds: `select found.complaint_id from stood cross join lateral (
      select held.complaint_id from "${schema}".stage held
      where held.source = stood.source and held.own_key = stood.own_key and held.number = stood.number offset 0) found`,
    values,
  });
}

/**
 * Locks and reads the same way the complaints with these ids. `isRepeated` is for those who change a few at a time: a load plans
 * anew for each batch, since tables grow under it.
 */
export async function lockComplaints(
  transaction: Transaction,
  {
    schema,
    complaintIds,
    isRepeated = false,
  }: { schema: string; complaintIds: readonly string[]; isRepeated?: boolean },
): Promise<Map<string, StageRow>> {
  // Sent together and answered in this order: the stages are read as they stood when the locks were had.
  const [locked, rows] = await Promise.all([
    transaction.query<{ id: string }>(
      `select id from "${schema}".complaint where id = any ($1) order by id for update`,
      [complaintIds],
      { isRepeated },
    ),
    readStagesOf(transaction, schema, complaintIds, { isRepeated }),
  ]);
  const ids = new Set(locked.map(({ id }) => id));
  return new Map(rows.filter((row) => ids.has(row.complaint_id)).map((row) => [row.id, row]));
}

async function lockAndRead(
  transaction: Transaction,
  schema: string,
  { given, complaintIds, values }: { given: string; complaintIds: string; values: readonly unknown[] },
): Promise<Map<string, StageRow>> {
  const complaints = await transaction.query<{ id: string }>(
    // As an array each is looked up by itself: joined as a set, all complaints there are would be read for every batch.
    `with ${given}
     select id from "${schema}".complaint where id = any (array(${complaintIds})) order by id for update`,
    values,
  );
  if (complaints.length === 0) return new Map();
  const rows = await readStagesOf(
    transaction,
    schema,
    complaints.map(({ id }) => id),
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/**
 * All stages of these complaints. Each complaint is looked up by itself: asked for all at once, a table that grows while
 * its statistics are behind is read from end to end for every batch of a load.
 */
export function readStagesOf(
  transaction: Transaction,
  schema: string,
  complaintIds: readonly string[],
  how = { isRepeated: false },
): Promise<StageRow[]> {
  return transaction.query<StageRow>(
    `select found.* from unnest($1::text[]) as complaint (id)
     cross join lateral (select * from "${schema}".stage where complaint_id = complaint.id offset 0) found`,
    [complaintIds],
    how,
  );
}

/** The SQL types of some columns of a stage. */
const stageTypes = <Name extends keyof StageRow>(schema: string, names: readonly Name[]) =>
  someColumns(caseTables(schema).stage, names).columns;
