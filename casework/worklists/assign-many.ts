import { keyUnusable } from '../live/case-work';
import { type CommandUnusable, commandUnusable } from '../live/refusals';
import type { StreamContext } from '../reading/loaders';
import { checkMayAssign } from './check';
import { assignEach, type ComplaintSeen, type ManyDone, MOST_AT_ONCE, manyOnce } from './many';
import { type ReceiverAsked, readReceiver } from './receiver';

export interface AssignAsked extends ReceiverAsked {
  readonly key: string;
  readonly complaints: readonly ComplaintSeen[];
  readonly rehearse?: boolean | null;
}

/** Gives complaints to somebody or to a group, each by itself. Throws FORBIDDEN for whoever may not. */
export async function assignMany(
  asked: AssignAsked,
  context: StreamContext,
): Promise<ManyDone | CommandUnusable> {
  checkMayAssign(context.identity, context.stream.name);
  const { key, complaints } = asked;
  const refused = keyUnusable(key) ?? complaintsUnusable(complaints);
  if (refused !== null) return refused;
  const receiver = await readReceiver(asked, context);
  if ('__typename' in receiver) return receiver;
  const what = { complaints: complaints.map(({ id, version }) => ({ id, version })), ...receiver };
  const isRehearsed = asked.rehearse === true;
  return manyOnce(context, { key, asked: what, receiver, isRehearsed }, async () => ({
    ...(await assignEach(context, { key, complaints, receiver, words: [] })),
    left: 0,
  }));
}

function complaintsUnusable(complaints: readonly ComplaintSeen[]): CommandUnusable | null {
  if (complaints.length === 0 || complaints.length > MOST_AT_ONCE)
    return commandUnusable('complaints', `Give 1 to ${MOST_AT_ONCE} complaints at a time.`);
  const isEachOnce = new Set(complaints.map(({ id }) => id)).size === complaints.length;
  return isEachOnce ? null : commandUnusable('complaints', 'Give each complaint once.');
}
