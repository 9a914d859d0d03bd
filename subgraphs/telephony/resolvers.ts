import { forbidden } from '../../platform/server/errors';
import type { OperationContext } from '../../platform/server/subgraph';
import type { Resolvers } from './__generated__/resolver-types';
import { callFigures } from './calls/figures';

/** The same roles as the table's policy lets read. */
const READERS: ReadonlySet<string> = new Set(['analyst', 'manager', 'officer', 'admin']);

/** To others every call is hidden: they would read zeros, which would say that nobody called. */
function refuseOthers({ identity }: OperationContext): void {
  if (!READERS.has(identity.role))
    throw forbidden("Figures of telephone calls are shown to the council's own staff alone.");
}

/** The figures of telephone calls. */
export const resolvers: Resolvers = {
  Query: {
    calls: (_, { by, where }, context) => {
      refuseOthers(context);
      return callFigures(context, { by, where });
    },
  },
};
