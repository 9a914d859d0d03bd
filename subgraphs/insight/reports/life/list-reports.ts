import { type List, type ListPage, type PageArguments, readList } from '../../../../platform/lists/list';
import { keepNoAnswer } from '../../../../platform/transaction/kept-answers';
import type { Context } from '../../context';
import { NEWEST, type ReportVersionRow } from './rows';

interface ReportFilter {
  readonly definitions?: readonly string[] | null | undefined;
  readonly financialYears?: readonly string[] | null | undefined;
  readonly state?: 'DRAFT' | 'FROZEN' | null | undefined;
}

/** Reports by their newest version, those of the newest period first. */
const REPORTS: List<ReportVersionRow, ReportVersionRow> = {
  field: 'reports',
  table: NEWEST,
  order: { to_day: 'date', id: 'text' },
  direction: 'desc',
  select: (rows) => `select * from ${NEWEST} ${rows}`,
  keyOf: ({ to_day, id }) => [to_day, id],
  nodeOf: (row) => row,
};

/** A page of the reports that were begun. Throws BAD_USER_INPUT for a page that there is not. */
export function listReports(
  context: Context,
  { where, ...paging }: PageArguments & { readonly where?: ReportFilter | null | undefined },
): Promise<ListPage<ReportVersionRow>> {
  // People write in them, which no state of the facts tells.
  keepNoAnswer(context.transaction);
  const { definitions = null, financialYears = null, state = null } = where ?? {};
  return readList(context, REPORTS, {
    ...{ paging, filter: where ?? {} },
    narrow: () => (conditions) => {
      conditions.isOneOf('definition', definitions, 'text');
      conditions.isOneOf('financial_year', financialYears, 'text');
      if (state !== null) conditions.add(`frozen_at is ${state === 'FROZEN' ? 'not null' : 'null'}`);
    },
  });
}
