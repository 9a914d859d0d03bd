import { auditConnection, auditEntries } from '../../platform/audit/audit-entries';
import { PARTNER_ROLE, type Scope } from '../../platform/identity/scopes';
import { countedWhenAsked, readList } from '../../platform/lists/list';
import { forbidden } from '../../platform/server/errors';
import { keepNoAnswer } from '../../platform/transaction/kept-answers';
import type { Resolvers } from './__generated__/resolver-types';
import { agreementFields, versionFields } from './agreements/agreement-fields';
import { endAgreement } from './agreements/end-agreement';
import { listRequests } from './agreements/list-requests';
import { AGREEMENT_LIST, readAgreement } from './agreements/read-agreements';
import { saveAgreement } from './agreements/save-agreement';
import { noteFile } from './audit/note-file';
import { noteRefusals } from './audit/note-refusals';
import type { Context } from './context';
import { listEvents } from './events/list-events';
import { createKey, rotateKey } from './keys/make-key';
import { KEY_LIST, narrowKeys, readKey } from './keys/read-keys';
import { revokeKey } from './keys/revoke-key';
import { agreementInForce } from './sign-in/agreement-in-force';
import { keyForSignIn, noteKeyUses } from './sign-in/check-by';
import { leaseRequests } from './sign-in/lease-requests';
import { notePartnerRequests } from './sign-in/note-requests';
import {
  changeWebhook,
  createWebhook,
  endWebhook,
  replayWebhook,
  rotateWebhookSecret,
} from './webhooks/change-webhook';
import { testWebhook } from './webhooks/try-webhook';
import { deliveryFields, webhookFields } from './webhooks/webhook-fields';

/** As the gateway does, by the same scope. How keys and agreements stand changes by the clock alone, so no answer is kept. */
function holding(scope: Scope, context: Context, refusal: string): Context {
  if (!context.identity.scopes.includes(scope)) throw forbidden(refusal);
  keepNoAnswer(context.transaction);
  return context;
}

/** A key of an administrator's tool does not hold it, and makes no keys. */
const forAdministrators = (context: Context): Context =>
  holding('keys', context, 'Keys are made and seen by administrators alone.');

const forReaders = (context: Context): Context =>
  holding('agreements', context, 'Agreements are seen by administrators and auditors.');

const forEditors = (context: Context): Context =>
  holding('agreement-editing', context, 'Agreements are made and ended by administrators alone.');

const forPartners = (context: Context): Context =>
  holding('own-agreement', context, 'Whoever belongs to a partner has an agreement.');

const forReadersOrPartners = (context: Context): Context =>
  context.identity.role === PARTNER_ROLE ? forPartners(context) : forReaders(context);

/** As the database does: nobody can sign in in this role. */
function forTheGateway(context: Context): Context {
  if (context.identity.role !== 'gateway') throw forbidden('The gateway alone asks this.');
  return context;
}

const iso = (moment: Date | null): string | null => moment?.toISOString() ?? null;

/** Keys of programs, and agreements with partners. */
export const resolvers: Resolvers = {
  ApiKeyConnection: countedWhenAsked,
  AgreementConnection: countedWhenAsked,
  PartnerRequestConnection: countedWhenAsked,
  PartnerEventConnection: countedWhenAsked,
  PartnerEvent: { at: ({ at }) => at.toISOString() },
  PartnerRequest: { at: ({ at }) => at.toISOString(), byKey: ({ by_key }) => by_key },
  AuditEntryConnection: auditConnection,
  ApiKey: {
    madeBy: ({ made_by }) => made_by,
    madeAt: ({ made_at }) => made_at.toISOString(),
    expiresAt: ({ expires_at }) => expires_at.toISOString(),
    rotatedFrom: ({ rotated_from }) => rotated_from,
    isSandbox: ({ is_sandbox }) => is_sandbox,
    lastUsedAt: ({ last_used_at }) => iso(last_used_at),
    refusedUses: ({ refused }) => refused,
    lastRefusedAt: ({ last_refused_at }) => iso(last_refused_at),
    revokedAt: ({ revoked_at }) => iso(revoked_at),
    revokedBy: ({ revoked_by }) => revoked_by,
    revokedBecause: ({ revoked_because }) => revoked_because,
  },
  Agreement: agreementFields,
  AgreementVersion: versionFields,
  Webhook: webhookFields,
  WebhookDelivery: deliveryFields,
  AgreementKey: {
    isSandbox: ({ is_sandbox }) => is_sandbox,
    madeAt: ({ made_at }) => made_at.toISOString(),
    expiresAt: ({ expires_at }) => expires_at.toISOString(),
    lastUsedAt: ({ last_used_at }) => iso(last_used_at),
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
    agreements: (_, paging, context) => readList(forReaders(context), AGREEMENT_LIST, { paging }),
    agreement: (_, { partner }, context) => readAgreement(forReaders(context).transaction, partner),
    ownAgreement: (_, _none, context) =>
      readAgreement(forPartners(context).transaction, context.identity.partner ?? ''),
    partnerRequests: (_, asked, context) => listRequests(forReadersOrPartners(context), asked),
    partnerEvents: (_, paging, context) =>
      listEvents(holding('events', context, 'Events are for partners whose agreement opens them.'), paging),
    agreementInForce: (_, asked, context) => agreementInForce(forTheGateway(context), asked),
    keyForSignIn: (_, { id }, context) => keyForSignIn(forTheGateway(context), id),
  },
  Mutation: {
    createKey: (_, asked, context) => createKey(forAdministrators(context), asked),
    rotateKey: (_, asked, context) => rotateKey(forAdministrators(context), asked),
    revokeKey: (_, asked, context) => revokeKey(forAdministrators(context), asked),
    saveAgreement: (_, asked, context) => saveAgreement(forEditors(context), asked),
    createWebhook: (_, asked, context) => createWebhook(forEditors(context), asked),
    changeWebhook: (_, asked, context) => changeWebhook(forEditors(context), asked),
    testWebhook: (_, asked, context) => testWebhook(forEditors(context), asked),
    rotateWebhookSecret: (_, asked, context) => rotateWebhookSecret(forEditors(context), asked),
    replayWebhook: (_, asked, context) => replayWebhook(forEditors(context), asked),
    endWebhook: (_, asked, context) => endWebhook(forEditors(context), asked),
    endAgreement: (_, asked, context) => endAgreement(forEditors(context), asked),
    notePartnerRequests: (_, { requests }, context) => notePartnerRequests(forTheGateway(context), requests),
    leaseRequests: (_, { leases }, context) => leaseRequests(forTheGateway(context), leases),
    noteRefusals: (_, { refusals }, context) => noteRefusals(forTheGateway(context), refusals),
    noteFile: (_, asked, context) => noteFile(context, asked),
    noteKeyUses: (_, { uses }, context) => noteKeyUses(forTheGateway(context), uses),
  },
};
