import type {
  QueryResolvers,
  ReportedDifferenceConnectionResolvers,
  ReportedDifferenceResolvers,
} from '../../__generated__/resolver-types';
import { reportedDifferences, valueOfNow, valueReported } from './reported-differences';
import { reportedRecords } from './reported-records';

const queries: Pick<QueryResolvers, 'reportedDifferences'> = {
  reportedDifferences: (_, args, context) => reportedDifferences(context, args),
};

const connection: ReportedDifferenceConnectionResolvers = {
  version: ({ frozen }) => frozen.version,
  title: ({ frozen }) => frozen.content.title,
  frozenAt: ({ frozen }) => frozen.frozenAt,
  frozenBy: ({ frozen }) => frozen.frozenBy,
};

const difference: ReportedDifferenceResolvers = {
  id: ({ frozen, asked }) => `${frozen.report}/${frozen.version}/${asked.cell.id}`,
  cell: ({ asked }) => asked.cell.id,
  section: ({ asked }) => asked.section,
  table: ({ asked }) => asked.table,
  row: ({ asked }) => asked.row,
  column: ({ asked }) => asked.column,
  measure: ({ asked }) => asked.measure,
  reported: (compared) => valueReported(compared),
  present: (compared) => valueOfNow(compared),
  gained: ({ changes }) => changes.gained,
  lost: ({ changes }) => changes.lost,
  countedOtherwise: ({ changes }) => changes.changed,
  causes: ({ causes }) => [...causes],
  records: (compared, paging, context) => reportedRecords(context, compared, paging),
};

/** What a frozen report says, beside what it would say now. */
export const since = { queries, connection, difference };
