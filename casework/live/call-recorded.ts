import { callRecorded } from '../../contracts/events/call-recorded';
import { publish } from '../../platform/outbox/outbox';
import { lockName } from '../../platform/transaction/lock-name';
import type { StreamContext } from '../reading/loaders';
import { enumName } from '../stream/definition';
import { type CommandUnusable, commandUnusable } from './refusals';

/**
 * Null where no complaint of the stream was recorded of the call yet, and for no call. Whoever else records one of the same call
 * waits until the transaction ends. The complaint is named to those who work on it alone.
 */
export async function callUnusable(
  { transaction, stream: { name } }: StreamContext,
  callId: string | null,
): Promise<CommandUnusable | null> {
  if (callId === null) return null;
  await lockName(transaction, `${name}.call/${callId}`);
  const [held] = await transaction.query<{ reference: string | null }>(
    `select (
       select stage.reference from "${name}".live_case as live
       join "${name}".stage as stage on stage.complaint_id = live.complaint_id
       where live.complaint_id = recorded.complaint_id order by stage.number limit 1) as reference
     from "${name}".call_recorded as recorded where recorded.call_id = $1`,
    [callId],
  );
  if (held === undefined) return null;
  const became = held.reference === null ? 'a complaint' : held.reference;
  return commandUnusable('callId', `The call became ${became} already: a call is recorded once in a stream.`);
}

/** Keeps that a complaint was recorded of a call, and publishes it: in the transaction that records the complaint. */
export async function noteCall(
  { transaction, stream: { name }, authority, clock }: StreamContext,
  { callId, complaintId }: { readonly callId: string | null; readonly complaintId: string },
): Promise<void> {
  if (callId === null) return;
  await transaction.query(
    `insert into "${name}".call_recorded (call_id, complaint_id, recorded_at) values ($1, $2, $3)`,
    [callId, complaintId, clock.now()],
  );
  const payload = { callId, authority, stream: enumName(name), complaintId };
  await publish(transaction, name, [callRecorded.event({ subject: callId, version: 1, payload })]);
}
