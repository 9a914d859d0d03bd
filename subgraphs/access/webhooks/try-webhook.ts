import type { OperationContext } from '../../../platform/server/subgraph';
import { lockAgreement } from '../agreements/read-agreements';
import type { PartnerEventRow, WebhookRow } from '../tables';
import { type WebhookUnusable, webhookUnusable } from './refusals';
import { done, livingFor, type NotThere, saved, type WebhookSaved } from './saved-webhook';

/** An event of which there is nothing to tell. */
export type TestEvent = Pick<PartnerEventRow, 'id' | 'partner' | 'subject' | 'at'> & {
  readonly kind: 'TEST';
};

/** Has an event sent that tells of nothing, signed as all are, unless the command was done before: also where the webhook stopped. */
export async function testWebhook(
  context: OperationContext,
  { command, id }: { readonly command: string; readonly id: string },
): Promise<WebhookSaved | WebhookUnusable | NotThere> {
  const { transaction } = context;
  const standing = await livingFor(context, { command, id });
  if ('__typename' in standing) return standing;
  const agreement = await lockAgreement(transaction, standing.partner);
  if (agreement?.state !== 'IN_FORCE' || !agreement.parts.includes('EVENTS'))
    return webhookUnusable(
      'id',
      'Nothing is sent: no agreement that opens events is in force with its partner.',
    );
  const event = `test-${command.toLowerCase()}`;
  const sent = await transaction.query(
    'select from access.webhook_delivery where webhook_id = $1 and event_id = $2',
    [id, event],
  );
  if (sent.length > 0 || standing.test_event === event) return saved(standing, null);
  await transaction.query('update access.webhook set test_event = $2 where id = $1', [id, event]);
  return done(context, { id, action: 'WEBHOOK_TEST', secret: null });
}

/** The test event that waits to be sent to a webhook; null where none does. */
export const waitingTest = ({ id, partner, test_event }: WebhookRow, now: Date): TestEvent | null =>
  test_event === null ? null : { id: test_event, partner, kind: 'TEST', subject: id, at: now };
