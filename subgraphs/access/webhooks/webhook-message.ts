import { webhookHeaders } from '../../../platform/webhooks/sign-webhook';
import type { PartnerEventRow } from '../tables';
import type { TestEvent } from './try-webhook';

/** What a webhook says of an event: nothing of the record. */
type Event = Pick<PartnerEventRow, 'id' | 'partner' | 'kind' | 'subject' | 'at'> | TestEvent;

/** How kinds are called outside. */
const TYPES: Readonly<Record<Event['kind'], string>> = {
  CASE_RECORDED: 'complaints.ombudsman-case.recorded.v1',
  CASE_CHANGED: 'complaints.ombudsman-case.changed.v1',
  CASE_REMOVED: 'complaints.ombudsman-case.removed.v1',
  TEST: 'complaints.test.v1',
};

/**
 * An event as CloudEvents 1.0 writes it (structured, without data), signed as Standard Webhooks has it. Its id is the event's, however
 * often it is sent.
 */
export function webhookMessage(
  event: Event,
  { secrets, now }: { readonly secrets: readonly string[]; readonly now: Date },
): { readonly headers: Readonly<Record<string, string>>; readonly body: string } {
  const body = JSON.stringify({
    ...{ specversion: '1.0', id: event.id, source: `/partners/${event.partner}`, type: TYPES[event.kind] },
    ...{ subject: event.subject, time: event.at.toISOString() },
  });
  const signed = webhookHeaders({ id: event.id, at: now, body, secrets });
  return { body, headers: { ...signed, 'content-type': 'application/cloudevents+json; charset=utf-8' } };
}
