import type { Resolvers } from '../../platform/server/subgraph';
import type { ComplaintStub } from './complaint-stub';
import { type ComplaintPage, complaint, complaints, complaintTotal } from './complaints';
import type { InsightContext } from './context';
import { type CountedPage, counted, countedTotal } from './counted';
import { measures } from './measures';
import { periodReport } from './period-report';

type Arguments<Question extends (context: InsightContext, args: never) => unknown> = Parameters<Question>[1];

/** The questions of the graph. A list's `totalCount` is counted only where it is asked for. */
export const resolvers: Resolvers = {
  Query: {
    measures: (_: unknown, args: Arguments<typeof measures>, context: InsightContext) =>
      measures(context, args),
    counted: (_: unknown, args: Arguments<typeof counted>, context: InsightContext) => counted(context, args),
    complaints: (_: unknown, args: Arguments<typeof complaints>, context: InsightContext) =>
      complaints(context, args),
    complaint: (_: unknown, args: Arguments<typeof complaint>, context: InsightContext) =>
      complaint(context, args),
    periodReport: (_: unknown, args: Arguments<typeof periodReport>, context: InsightContext) =>
      periodReport(context, args),
  },
  CountedConnection: {
    totalCount: (page: CountedPage, _: unknown, context: InsightContext) => countedTotal(page, context),
  },
  ComplaintConnection: {
    totalCount: (page: ComplaintPage, _: unknown, context: InsightContext) => complaintTotal(page, context),
  },
  Complaint: { __resolveType: ({ __typename }: ComplaintStub) => __typename },
};
