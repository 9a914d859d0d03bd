import { auditConnection, auditEntries } from '../../platform/audit/audit-entries';
import { countedWhenAsked, readBeginning, readList } from '../../platform/lists/list';
import type { Resolvers } from './__generated__/resolver-types';
import { amendments } from './amendments/resolvers';
import { COVERAGE_DECISIONS } from './coverage/decisions';
import { restoreCoverage, retractCoverage } from './coverage/retract-line';
import { duplicates } from './duplicates/resolvers';
import { faultOf, faults } from './faults/faults';
import { quarantinedRows } from './faults/quarantine';
import { serviceFaults } from './faults/service-faults';
import { faultTallies, quarantineTallies } from './faults/tallies';
import { jobs } from './jobs/resolvers';
import { lineages } from './lineage/resolvers';
import { vanishedRecords } from './lineage/vanished';
import { faultCodesOf, refusalCodesOf, sourcesOf } from './lists/catalogue';
import { streamOf } from './lists/stream';
import { importsConnection, newestImports } from './runs/list-runs';

export const resolvers: Resolvers = {
  Query: {
    ...amendments.queries,
    ...duplicates.queries,
    ...jobs.queries,
    intakeAuditEntries: auditEntries('intake'),
    imports: (_, { first }, context) => newestImports(context, first),
    importsConnection: (_, paging, context) => importsConnection(context, paging),
    faults: (_, args, context) => faults(context, args),
    faultTallies: (_, args, context) => faultTallies(context, args),
    quarantineTallies: (_, args, context) => quarantineTallies(context, args),
    fault: (_, { id }, context) => faultOf(context, id),
    serviceFaults: (_, args, context) => serviceFaults(context, args),
    quarantinedRows: (_, args, context) => quarantinedRows(context, args),
    quarantinedRow: (_, { id }, { quarantined }) => quarantined.load(id),
    sources: (_, _args, { catalogue }) => catalogue && sourcesOf(catalogue),
    faultCodes: (_, { sources }, { catalogue }) => catalogue && faultCodesOf(catalogue, sources ?? null),
    refusalCodes: (_, _args, { catalogue }) => catalogue && refusalCodesOf(catalogue),
    coverageDecisions: (_, { first }, context) => readBeginning(context, COVERAGE_DECISIONS, first),
    coverageDecisionsConnection: (_, paging, context) => readList(context, COVERAGE_DECISIONS, { paging }),
    vanishedRecords: (_, args, context) => vanishedRecords(context, args),
  },
  Mutation: {
    ...amendments.mutations,
    ...duplicates.mutations,
    ...jobs.mutations,
    retractCoverage: (_, asked, context) => retractCoverage(context, asked),
    restoreCoverage: (_, asked, context) => restoreCoverage(context, asked),
  },
  Source: { takenOverOn: ({ name }, _, { takenOverOn }) => takenOverOn.load(name) },
  Amendment: amendments.amendment,
  Amended: amendments.amended,
  Job: jobs.job,
  JobConnection: jobs.connection,
  LikelyDuplicate: duplicates.likelyDuplicate,
  ImportFault: lineages.fault,
  Lineage: lineages.lineage,
  EarlierState: lineages.earlier,
  ReportedRecord: {
    __resolveReference: ({ id }) => ({ id }),
    because: ({ id }, _, { writtenSince }) => writtenSince.load(id),
  },
  AuditEntryConnection: auditConnection,
  ImportRunConnection: countedWhenAsked,
  AmendmentConnection: countedWhenAsked,
  CoverageDecisionConnection: countedWhenAsked,
  ImportFaultConnection: countedWhenAsked,
  Figure: {
    __resolveReference: ({ id }) => ({ id }),
    // Whoever is told no small numbers is told none of faults: they are of single complaints.
    openFaults: ({ id }, _, { openFaults, identity }) =>
      identity.smallNumbersBelow === undefined ? openFaults.load(id) : null,
  },
  ServiceFaultConnection: {
    ...countedWhenAsked,
    byCode: (page, _, { transaction }) => page.byCode(transaction),
  },
  ServiceFault: { stream: streamOf },
  FaultTally: { stream: streamOf },
  LikelyDuplicateConnection: countedWhenAsked,
  QuarantinedRowConnection: countedWhenAsked,
  VanishedRecordConnection: countedWhenAsked,
  QuarantinedRow: {
    stream: streamOf,
    import: ({ run }, _, { runs }) => runs.load(Number(run)),
    cells: ({ id }, _, { cells }) => cells.load(id),
    amendments: ({ id }, _, { amendmentsOfRow }) => amendmentsOfRow.load(id),
  },
};
