import { recordAudit } from '../../../platform/audit/record';
import { type Refused, reasonUnusable } from '../../../platform/server/refusal';
import type { OperationContext } from '../../../platform/server/subgraph';
import { type AgreementShown, lockAgreement, readAgreement } from './read-agreements';
import { agreementNotFound } from './refusals';

/** An agreement that was ended, now or before. */
export interface AgreementEnded {
  readonly __typename: 'AgreementEnded';
  readonly agreement: AgreementShown;
}

/** Ends an agreement, and every key and webhook under it, unless that was done before. */
export async function endAgreement(
  context: OperationContext,
  { partner, reason }: { readonly partner: string; readonly reason: string },
): Promise<AgreementEnded | Refused<'AgreementNotFound'> | Refused<'ReasonUnusable'>> {
  const refused = reasonUnusable(reason);
  if (refused !== null) return refused;
  const { transaction, identity } = context;
  const standing = await lockAgreement(transaction, partner);
  if (standing === null) return agreementNotFound();
  if (standing.ended_at !== null) return { __typename: 'AgreementEnded', agreement: standing };
  await transaction.query(
    `update access.agreement set ended_by = $3, ended_at = clock_timestamp(), ended_because = $4
     where partner = $1 and version = $2`,
    [partner, standing.version, identity.subject, reason.trim()],
  );
  await recordAudit(context, {
    ...{ schema: 'access', action: 'AGREEMENT_END' },
    recordIds: [`${partner}/${standing.version}`],
  });
  await revokeKeys(context, partner);
  await endWebhooks(context, partner);
  const ended = await readAgreement(transaction, partner);
  if (ended === null) throw new Error('An agreement that was ended is not there');
  return { __typename: 'AgreementEnded', agreement: ended };
}

/** Nor is anything sent under a later one to where it was sent under this. */
async function endWebhooks(context: OperationContext, partner: string): Promise<void> {
  const { transaction, identity } = context;
  const ended = await transaction.query<{ id: string }>(
    `with ended as (
       update access.webhook set ended_by = $2, ended_at = clock_timestamp() where partner = $1 and ended_at is null
       returning id)
     select id from ended order by id`,
    [partner, identity.subject],
  );
  const recordIds = ended.map(({ id }) => id);
  if (recordIds.length > 0)
    await recordAudit(context, { schema: 'access', action: 'WEBHOOK_END', recordIds });
}

/** A later agreement brings no key of this one back. */
async function revokeKeys(context: OperationContext, partner: string): Promise<void> {
  const { transaction, identity } = context;
  const revoked = await transaction.query<{ id: string }>(
    `with revoked as (
       update access.api_key set revoked_by = $2, revoked_at = clock_timestamp(), revoked_because = 'The agreement was ended'
       where partner = $1 and revoked_at is null returning id)
     select id from revoked order by id`,
    [partner, identity.subject],
  );
  const recordIds = revoked.map(({ id }) => id);
  if (recordIds.length > 0) await recordAudit(context, { schema: 'access', action: 'KEY_REVOKE', recordIds });
}
