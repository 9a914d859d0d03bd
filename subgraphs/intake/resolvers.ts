import { auditConnection, auditEntries } from '../../platform/audit/audit-entries';
import { badUserInput } from '../../platform/server/errors';
import type { Resolvers } from './__generated__/resolver-types';
import { amendments } from './amendments/resolvers';
import type { Context } from './context';
import { newestCoverageDecisions } from './coverage/decisions';
import { restoreCoverage, retractCoverage } from './coverage/retract-line';
import { duplicates } from './duplicates/resolvers';
import { faults } from './faults/faults';
import { quarantinedRows } from './faults/quarantine';
import { serviceFaults } from './faults/service-faults';
import { lineages } from './lineage/resolvers';
import { vanishedRecords } from './lineage/vanished';
import { faultCodesOf, refusalCodesOf, sourcesOf } from './lists/catalogue';
import type { ListPage } from './lists/list';
import { streamOf } from './lists/stream';
import { newestImports } from './runs/list-runs';

const MOST_DECISIONS = 200;

/** A list is counted when somebody asks for its total. */
const counted = {
  totalCount: (page: ListPage<unknown>, _: object, { transaction }: Context) => page.count(transaction),
};

export const resolvers: Resolvers = {
  Query: {
    ...amendments.queries,
    ...duplicates.queries,
    intakeAuditEntries: auditEntries('intake'),
    imports: (_, { first }, context) => newestImports(context, first ?? null),
    faults: (_, args, context) => faults(context, args),
    serviceFaults: (_, args, context) => serviceFaults(context, args),
    quarantinedRows: (_, args, context) => quarantinedRows(context, args),
    quarantinedRow: (_, { id }, { quarantined }) => quarantined.load(id),
    sources: (_, _args, { catalogue }) => catalogue && sourcesOf(catalogue),
    faultCodes: (_, { sources }, { catalogue }) => catalogue && faultCodesOf(catalogue, sources ?? null),
    refusalCodes: (_, _args, { catalogue }) => catalogue && refusalCodesOf(catalogue),
    coverageDecisions: (_, { first }, { transaction }) => {
      if (first === null || first === undefined || first < 1 || first > MOST_DECISIONS)
        throw badUserInput(`\`first\` is from 1 to ${MOST_DECISIONS}.`);
      return newestCoverageDecisions(transaction, first);
    },
    vanishedRecords: (_, args, context) => vanishedRecords(context, args),
  },
  Mutation: {
    ...amendments.mutations,
    ...duplicates.mutations,
    retractCoverage: (_, asked, context) => retractCoverage(context, asked),
    restoreCoverage: (_, asked, context) => restoreCoverage(context, asked),
  },
  Amendment: amendments.amendment,
  LikelyDuplicate: duplicates.likelyDuplicate,
  ImportFault: lineages.fault,
  Lineage: lineages.lineage,
  EarlierState: lineages.earlier,
  AuditEntryConnection: auditConnection,
  ImportFaultConnection: counted,
  ServiceFaultConnection: {
    ...counted,
    byCode: (page, _, { transaction }) => page.byCode(transaction),
  },
  ServiceFault: { stream: streamOf },
  LikelyDuplicateConnection: counted,
  QuarantinedRowConnection: counted,
  VanishedRecordConnection: counted,
  QuarantinedRow: {
    stream: streamOf,
    import: ({ run }, _, { runs }) => runs.load(Number(run)),
    cells: ({ id }, _, { cells }) => cells.load(id),
    amendments: ({ id }, _, { amendmentsOfRow }) => amendmentsOfRow.load(id),
  },
};
