import { type Page, type PageOf, pageOf, readPage } from '../../../platform/server/paging';
import type { OperationContext } from '../../../platform/server/subgraph';
import { Conditions } from '../faults/narrowing';
import type { RecordKey } from './loaders';

/** A page of vanished records, and what its `totalCount` is worked out from when somebody asks. */
export interface VanishedPage extends PageOf<RecordKey> {
  readonly sources: readonly string[] | null;
}

interface VanishedWithRun extends RecordKey {
  readonly since_run_id: number;
}

/** Lists vanished records by the run that first had none, then by what identifies them. */
export async function vanishedRecords(
  { transaction }: Pick<OperationContext, 'transaction'>,
  {
    sources = null,
    ...paging
  }: {
    readonly sources?: readonly string[] | null | undefined;
    readonly first?: number | null | undefined;
    readonly after?: string | null | undefined;
  },
): Promise<VanishedPage> {
  const page = readPage(paging, { question: ['vanishedRecords', sources], key: [1, 'record'] });
  const conditions = conditionsOf(sources);
  const rows = await transaction.query<VanishedWithRun>(pageSql(conditions, page), conditions.values);
  const keyOf = ({ since_run_id, record }: VanishedWithRun) => [since_run_id, record];
  const nodeOf = ({ source, record }: VanishedWithRun) => ({ source, record });
  return { sources, ...pageOf(page, rows, { keyOf, nodeOf }) };
}

/** How many records the list of a page has in all. */
export async function vanishedTotal(
  { sources }: VanishedPage,
  { transaction }: Pick<OperationContext, 'transaction'>,
): Promise<number> {
  const conditions = conditionsOf(sources);
  const rows = await transaction.query<{ count: number }>(
    `select count(*)::int as count from intake.vanished_row where ${conditions.sql}`,
    conditions.values,
  );
  return rows[0]?.count ?? 0;
}

function conditionsOf(sources: readonly string[] | null): Conditions {
  const conditions = new Conditions();
  conditions.add('until_run_id is null');
  conditions.isOneOf('source', sources, 'text');
  return conditions;
}

function pageSql(conditions: Conditions, { size, after }: Page): string {
  if (after !== null) {
    const [run, record] = after;
    conditions.add(
      `(since_run_id, identity) > (${conditions.bind(run, 'bigint')}, ${conditions.bind(record, 'text')})`,
    );
  }
  return `select source, identity as record, since_run_id from intake.vanished_row
    where ${conditions.sql} order by since_run_id, identity limit ${conditions.bind(size + 1, 'int')}`;
}
