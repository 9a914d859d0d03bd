import { ownWorkOf } from '../../../contracts/events/source-reached';
import { newestDayOf, type StreamlessSource, sourcesFor } from '../../../counting/source-reach';
import { type Day, londonDayOf } from '../../../domain/calendar/day';
import { type List, type ListPage, type PageArguments, readList } from '../../../platform/lists/list';
import type { OperationContext } from '../../../platform/server/subgraph';
import type { Transaction } from '../../../platform/transaction/transaction';
import type { CaseRow } from '../tables';
import { type CaseFilter, narrowCases } from './case-filter';

/** What cases are ordered by, as the schema's enum names it. */
type CaseOrderField = 'RECEIVED_ON' | 'REPLY_DUE_ON' | 'DECIDED_ON';

interface CaseOrder {
  readonly field: CaseOrderField;
  readonly direction?: 'ASC' | 'DESC' | null | undefined;
}

/** A page of cases, and the day that what is overdue was told from. */
export interface CasePage extends ListPage<CaseRow> {
  readonly asAt: Day;
  readonly sources: StreamlessSource[];
}

/** The columns of the days; those that a case may be without stand last in either direction. */
const DAYS = { RECEIVED_ON: 'received_on', REPLY_DUE_ON: 'reply_due_on', DECIDED_ON: 'decided_on' } as const;
const LAST = { asc: 'infinity', desc: '-infinity' } as const;

/** Lists the cases that the caller may see. Throws BAD_USER_INPUT that names the argument. */
export async function ombudsmanCases(
  { transaction, clock }: Pick<OperationContext, 'transaction' | 'clock'>,
  {
    where,
    orderBy,
    ...paging
  }: PageArguments & {
    readonly where?: CaseFilter | null | undefined;
    readonly orderBy?: CaseOrder | null | undefined;
  },
): Promise<CasePage> {
  const { sources, asAt, narrow } = await readNarrowing({ transaction, clock }, where);
  const list = listBy(DAYS[orderBy?.field ?? 'RECEIVED_ON'], orderBy?.direction === 'DESC' ? 'desc' : 'asc');
  const page = await readList({ transaction }, list, { paging, filter: where ?? {}, narrow: () => narrow });
  return { ...page, asAt, sources };
}

/** What makes conditions of a filter, with the day that what is overdue is told from, and by which sources. */
export async function readNarrowing(
  { transaction, clock }: Pick<OperationContext, 'transaction' | 'clock'>,
  where: CaseFilter | null | undefined,
) {
  const today = londonDayOf(clock.now());
  const registers = await sourcesFor(transaction, { schema: 'ombudsman', keeper: 'ombudsman' });
  const sources = [...registers, ...(await workedOnHere(transaction, today))];
  const asAt = newestDayOf(sources, today);
  return { sources, asAt, narrow: narrowCases(where ?? {}, asAt) };
}

/** What is worked on here speaks of each day as it comes, from the first live day on. */
async function workedOnHere(transaction: Transaction, today: Day): Promise<StreamlessSource[]> {
  const rows = await transaction.query<{ from: Day }>('select since as "from" from ombudsman.live_since');
  return rows.map(({ from }) => ({
    ...{ source: ownWorkOf('ombudsman'), stream: null, from, to: from > today ? from : today },
    loadedAt: null,
  }));
}

function listBy(column: (typeof DAYS)[CaseOrderField], direction: keyof typeof LAST): List<CaseRow, CaseRow> {
  return {
    field: `ombudsmanCases ${column} ${direction}`,
    table: 'ombudsman.ombudsman_case as held',
    order: { [`coalesce(${column}, '${LAST[direction]}')`]: 'date', 'id collate "C"': 'text' },
    direction,
    select: (rows) => `select * from ombudsman.ombudsman_case as held ${rows}`,
    keyOf: (row) => [row[column] ?? LAST[direction], row.id],
    nodeOf: (row) => row,
  };
}
