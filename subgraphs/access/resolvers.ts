import { auditConnection, auditEntries } from '../../platform/audit/audit-entries';
import { countedWhenAsked, readList } from '../../platform/lists/list';
import { forbidden } from '../../platform/server/errors';
import { keepNoAnswer } from '../../platform/transaction/kept-answers';
import type { Resolvers } from './__generated__/resolver-types';
import type { Context } from './context';
import { createKey, rotateKey } from './keys/make-key';
import { KEY_LIST, narrowKeys, readKey } from './keys/read-keys';
import { revokeKey } from './keys/revoke-key';
import { keyForSignIn, noteKeyUses } from './sign-in/check-by';

/** As the gateway does, by the same scope: a key of an administrator's tool does not hold it, and makes no keys. */
function forAdministrators(context: Context): Context {
  if (!context.identity.scopes.includes('keys'))
    throw forbidden('Keys are made and seen by administrators alone.');
  // How a key stands changes by the clock alone.
  keepNoAnswer(context.transaction);
  return context;
}

/** As the database does: nobody can sign in in this role. */
function forTheGateway(context: Context): Context {
  if (context.identity.role !== 'gateway') throw forbidden('The gateway alone asks this.');
  return context;
}

const iso = (moment: Date | null): string | null => moment?.toISOString() ?? null;

/** Keys of programs. */
export const resolvers: Resolvers = {
  ApiKeyConnection: countedWhenAsked,
  AuditEntryConnection: auditConnection,
  ApiKey: {
    madeBy: ({ made_by }) => made_by,
    madeAt: ({ made_at }) => made_at.toISOString(),
    expiresAt: ({ expires_at }) => expires_at.toISOString(),
    rotatedFrom: ({ rotated_from }) => rotated_from,
    lastUsedAt: ({ last_used_at }) => iso(last_used_at),
    refusedUses: ({ refused }) => refused,
    lastRefusedAt: ({ last_refused_at }) => iso(last_refused_at),
    revokedAt: ({ revoked_at }) => iso(revoked_at),
    revokedBy: ({ revoked_by }) => revoked_by,
    revokedBecause: ({ revoked_because }) => revoked_because,
  },
  Query: {
    accessAuditEntries: auditEntries('access'),
    keys: (_, { where, ...paging }, context) =>
      readList(forAdministrators(context), KEY_LIST, {
        ...{ paging, filter: where ?? {} },
        narrow: () => narrowKeys(where ?? {}),
      }),
    key: (_, { id }, context) => readKey(forAdministrators(context).transaction, id),
    longestKeyDays: (_, _none, context) => forAdministrators(context).longestKeyDays,
    keyForSignIn: (_, { id }, context) => keyForSignIn(forTheGateway(context), id),
  },
  Mutation: {
    createKey: (_, asked, context) => createKey(forAdministrators(context), asked),
    rotateKey: (_, asked, context) => rotateKey(forAdministrators(context), asked),
    revokeKey: (_, asked, context) => revokeKey(forAdministrators(context), asked),
    noteKeyUses: (_, { uses }, context) => noteKeyUses(forTheGateway(context), uses),
  },
};
