import type { AuditAction } from '../../../platform/audit/actions';
import { recordAudit } from '../../../platform/audit/record';
import type { Refused } from '../../../platform/server/refusal';
import type { OperationContext } from '../../../platform/server/subgraph';
import { commandUnusable } from '../keys/check-key';
import { readWebhook, type WebhookShown } from './read-webhooks';
import { type WebhookUnusable, webhookEnded, webhookNotFound, webhookUnusable } from './refusals';

/** A webhook as it stands; its new secret where one was made now. */
export interface WebhookSaved {
  readonly __typename: 'WebhookSaved';
  readonly webhook: WebhookShown;
  readonly secret: string | null;
}
export type NotThere = Refused<'WebhookNotFound'> | Refused<'WebhookEnded'>;

/** A webhook that was not ended, locked; or why it is not there. */
export async function living(
  { transaction }: OperationContext,
  id: string,
): Promise<WebhookShown | NotThere> {
  const standing = await readWebhook(transaction, id, 'for update');
  if (standing === null) return webhookNotFound();
  return standing.ended_at === null ? standing : webhookEnded();
}

/** The same for a command that is named. */
export const livingFor = async (
  context: OperationContext,
  { command, id }: { readonly command: string; readonly id: string },
): Promise<WebhookShown | WebhookUnusable | NotThere> =>
  commandUnusable(command) === null
    ? living(context, id)
    : webhookUnusable('command', 'A command is named by a UUID.');

/** Notes what was done to a webhook, and gives how it stands now. */
export async function done(
  context: OperationContext,
  {
    id,
    action,
    secret,
  }: { readonly id: string; readonly action: AuditAction; readonly secret: string | null },
): Promise<WebhookSaved> {
  await recordAudit(context, { schema: 'access', action, recordIds: [id] });
  const webhook = await readWebhook(context.transaction, id);
  if (webhook === null) throw new Error('A webhook that was changed is not there');
  return saved(webhook, secret);
}

/** How a webhook stands. */
export const saved = (webhook: WebhookShown, secret: string | null): WebhookSaved => ({
  __typename: 'WebhookSaved',
  webhook,
  secret,
});
