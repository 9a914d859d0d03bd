import { removedComplaints, removedStages } from '../../contracts/record-sets/removed';
import { auditConnection, auditEntries } from '../../platform/audit/audit-entries';
import { countedWhenAsked } from '../../platform/lists/list';
import { readRemovals } from '../../platform/lists/read-removals';
import type { Resolvers } from './__generated__/resolver-types';
import { sourcesOf } from './coverage/known-sources';
import { listCoverage } from './coverage/list-coverage';
import { askedIn } from './figures/asked-figures';
import { ageBandDefinitions } from './figures/catalogue/age-bands';
import { measureDefinitions } from './figures/catalogue/measure-definitions';
import { closedWithoutDay } from './figures/closed-without-day';
import { measures } from './figures/measures';
import { complaints, complaintTotal } from './lists/complaints';
import { counted, countedTotal } from './lists/counted';
import { complaint } from './lists/find-complaint';
import { nodesOf } from './lists/nodes';
import { COMPLAINTS_GONE } from './lists/removed-complaints';
import { complaintRecords } from './records/complaint-records';
import { sendFacts } from './records/send-facts';
import { stageRecords } from './records/stage-records';
import { periodReport } from './report/period-report';
import { reportResolvers } from './reports/resolvers';
import { since } from './reports/since/resolvers';
import { figures } from './scorecard/figures';
import { signalResolvers } from './signals/resolvers';
import { ruleOf } from './small-numbers/rule';
import { targetResolvers } from './targets/resolvers';

/**
 * The questions of the graph. A list's `totalCount` is counted only where it is asked for. A complaint's stub names its
 * own type.
 */
export const resolvers: Resolvers = {
  ...reportResolvers,
  AuditEntryConnection: auditConnection,
  Query: {
    ...reportResolvers.Query,
    ...targetResolvers.Query,
    insightAuditEntries: auditEntries('insight'),
    coverage: (_, { streams }, context) => listCoverage(context, streams ?? null),
    measures: (_, args, context, info) => measures(context, { ...args, asked: askedIn(info) }),
    figures: (_, args, context) => figures(context, args),
    measureDefinitions: () => measureDefinitions(),
    ageBandDefinitions: () => ageBandDefinitions(),
    counted: (_, args, context) => counted(context, args),
    complaints: (_, args, context) => complaints(context, args),
    removedComplaints: (_, args, context) => readRemovals(context, COMPLAINTS_GONE, args),
    complaint: (_, args, context) => complaint(context, args),
    node: (_, { id }, { nodes }) => nodes.load(id),
    nodes: (_, { ids }, { nodes }) => nodesOf(nodes, ids),
    stageRecords: (_, args, context) => stageRecords(context, args),
    complaintRecords: (_, args, context) => complaintRecords(context, args),
    removedStageRecords: (_, args, context) => sendFacts(context, removedStages, args),
    removedComplaintRecords: (_, args, context) => sendFacts(context, removedComplaints, args),
    periodReport: (_, args, context) => periodReport(context, args),
    ...since.queries,
    ...signalResolvers.Query,
  },
  Mutation: { ...reportResolvers.Mutation, ...targetResolvers.Mutation, ...signalResolvers.Mutation },
  ReportedDifference: since.difference,
  ReportedDifferenceConnection: since.connection,
  Measures: {
    closedWithoutDay: (figures, _, context) => closedWithoutDay(figures, context),
    smallNumbers: (_, __, { identity }) => ruleOf(identity),
    sources: ({ madeOf }, _, { reference }) => sourcesOf(reference, madeOf),
  },
  MeasureRow: { suppressed: ({ suppressed = [] }) => [...suppressed] },
  Figure: {
    ...targetResolvers.Figure,
    sources: ({ measure }, _, { reference }) =>
      sourcesOf(reference, measure === 'CALLS' ? 'calls' : 'records'),
  },
  ReportRow: {
    suppressed: ({ suppressed, values }) => [...(suppressed ?? values.map(() => false))],
  },
  PeriodReport: {
    smallNumbers: (_, __, { identity }) => ruleOf(identity),
    sources: (_, __, { reference }) => sourcesOf(reference),
  },
  CountedConnection: {
    totalCount: (page, _, context) => countedTotal(page, context),
    sources: (_, __, { reference }) => sourcesOf(reference),
  },
  RemovalConnection: countedWhenAsked,
  ComplaintEdge: { changedAt: ({ node }, _, { changes }) => changes.load(node.id) },
  ComplaintConnection: {
    totalCount: (page, _, context) => complaintTotal(page, context),
    sources: (_, __, { reference }) => sourcesOf(reference),
  },
};
