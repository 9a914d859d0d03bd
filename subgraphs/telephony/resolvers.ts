import { removedCalls } from '../../contracts/record-sets/removed';
import { auditConnection, auditEntries } from '../../platform/audit/audit-entries';
import { forbidden } from '../../platform/server/errors';
import type { OperationContext } from '../../platform/server/subgraph';
import type { Resolvers } from './__generated__/resolver-types';
import { callFigures } from './calls/figures';
import { outcomeResolvers } from './outcomes/resolvers';
import { callRecords, sendCalls } from './records/call-records';

/** The same roles as the table's policy lets read. */
const READERS: ReadonlySet<string> = new Set(['analyst', 'manager', 'officer', 'admin']);

/**
 * To others every call is hidden: they would read zeros, which would say that nobody called. As the database does, nobody is told who
 * is told no small numbers: these are counts of any day and group.
 */
function refuseOthers({ identity }: OperationContext): void {
  if (!READERS.has(identity.role))
    throw forbidden("Figures of telephone calls are shown to the council's own staff alone.");
  if (identity.smallNumbersBelow !== undefined)
    throw forbidden('Figures of telephone calls are not told where small numbers are protected.');
}

/** Figures of telephone calls, the calls, and what becomes of them. */
export const resolvers: Resolvers = {
  ...outcomeResolvers,
  AuditEntryConnection: auditConnection,
  Query: {
    ...outcomeResolvers.Query,
    telephonyAuditEntries: auditEntries('telephony'),
    calls: (_, { by, where }, context) => {
      refuseOthers(context);
      return callFigures(context, { by, where });
    },
    callRecords: (_, args, context) => {
      refuseOthers(context);
      return callRecords(context, args);
    },
    removedCallRecords: (_, args, context) => {
      refuseOthers(context);
      return sendCalls(context, removedCalls, args);
    },
  },
};
