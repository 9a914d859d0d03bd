import type { Subgraph } from '../../platform/server/subgraph';
import type { WrittenAgreement } from './agreements/check-agreement';
import { seedAgreement } from './agreements/save-agreement';
import type { KeyLimits } from './context';
import { partnerEvents } from './events/follow-cases';
import { keptData } from './kept-data';
import { CreateAccess1735689600440 } from './migrations/1735689600440-create-access';
import { CreateAgreements1735689600490 } from './migrations/1735689600490-create-agreements';
import { KeepPartnerRequests1735689600493 } from './migrations/1735689600493-keep-partner-requests';
import { KeepPartnerEvents1735689600494 } from './migrations/1735689600494-keep-partner-events';
import { SendWebhooks1735689600495 } from './migrations/1735689600495-send-webhooks';
import { NoteRefusals1767225601514 } from './migrations/1767225601514-note-refusals';
import { ShareAllowances1767225601540 } from './migrations/1767225601540-share-allowances';
import { MarkSandboxKeys1767225601552 } from './migrations/1767225601552-mark-sandbox-keys';
import { TryWebhooks1767225601553 } from './migrations/1767225601553-try-webhooks';
import { resolvers } from './resolvers';
import {
  agreement,
  apiKey,
  callerAllowance,
  keySecret,
  keyUse,
  partnerCase,
  partnerEvent,
  partnerRequest,
  webhook,
  webhookDelivery,
  webhookSecret,
} from './tables';
import { webhookGauge } from './webhooks/count-webhooks';

export type { WrittenAgreement } from './agreements/check-agreement';
export { createKey, type KeyMade, rotateKey } from './keys/make-key';
export { KEY_LIST, type KeyShown } from './keys/read-keys';
export { revokeKey } from './keys/revoke-key';
export { sendNext } from './webhooks/send-next';

/** A year. */
const LONGEST_KEY_DAYS = 365;

/** Keys of programs that cannot sign in by the sign-in service, and agreements with partners. */
export const subgraph: Subgraph<KeyLimits> = {
  name: 'access',
  resolvers,
  tables: [
    apiKey.entity,
    keySecret.entity,
    keyUse.entity,
    agreement.entity,
    partnerRequest.entity,
    partnerEvent.entity,
    partnerCase.entity,
    webhook.entity,
    webhookSecret.entity,
    webhookDelivery.entity,
    callerAllowance.entity,
  ],
  keptData,
  migrations: [
    CreateAccess1735689600440,
    CreateAgreements1735689600490,
    KeepPartnerRequests1735689600493,
    KeepPartnerEvents1735689600494,
    SendWebhooks1735689600495,
    NoteRefusals1767225601514,
    ShareAllowances1767225601540,
    MarkSandboxKeys1767225601552,
    TryWebhooks1767225601553,
  ],
  followers: [partnerEvents],
  gauges: [webhookGauge],
  operation: () => ({ longestKeyDays: LONGEST_KEY_DAYS }),
};

/** An agreement that an installation begins with. */
export type SeededAgreement = WrittenAgreement & { readonly partner: string };

/** The same, with the limits of an installation, and the agreements that it begins with. */
export const installed = (
  limits: KeyLimits,
  agreements: readonly SeededAgreement[] = [],
): Subgraph<KeyLimits> => ({
  ...subgraph,
  operation: () => limits,
  async seed(transaction) {
    for (const each of agreements) await seedAgreement(transaction, each);
  },
});
