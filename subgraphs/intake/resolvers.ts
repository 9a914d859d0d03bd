import type { Resolvers } from './__generated__/resolver-types';
import { amendments } from './amendments/resolvers';
import { duplicates } from './duplicates/resolvers';
import { faults, faultTotal } from './faults/faults';
import { quarantinedRows, quarantineTotal } from './faults/quarantine';
import { lineages } from './lineage/resolvers';
import { vanishedRecords } from './lineage/vanished';
import { newestImports } from './runs/list-runs';

export const resolvers: Resolvers = {
  Query: {
    ...amendments.queries,
    ...duplicates.queries,
    imports: (_, { first }, context) => newestImports(context, first ?? null),
    faults: (_, args, context) => faults(context, args),
    quarantinedRows: (_, args, context) => quarantinedRows(context, args),
    quarantinedRow: (_, { id }, { quarantined }) => quarantined.load(id),
    vanishedRecords: (_, args, context) => vanishedRecords(context, args),
  },
  Mutation: { ...amendments.mutations, ...duplicates.mutations },
  Amendment: amendments.amendment,
  LikelyDuplicate: duplicates.likelyDuplicate,
  LikelyDuplicateConnection: duplicates.connection,
  ImportFault: lineages.fault,
  Lineage: lineages.lineage,
  EarlierState: lineages.earlier,
  VanishedRecordConnection: lineages.vanished,
  ImportFaultConnection: { totalCount: (page, _, context) => faultTotal(page, context) },
  QuarantinedRowConnection: { totalCount: (page, _, context) => quarantineTotal(page, context) },
  QuarantinedRow: {
    cells: ({ id }, _, { cells }) => cells.load(id),
    amendments: ({ id }, _, { amendmentsOfRow }) => amendmentsOfRow.load(id),
  },
};
