import { type CommandUnusable, commandUnusable } from '../live/refusals';
import type { StreamContext } from '../reading/loaders';
import { subjectUnusable } from './check';
import { groupUnknown } from './groups';
import type { Receiver } from './many';

/** Who is to have complaints as it came. */
export interface ReceiverAsked {
  readonly to?: string | null;
  readonly group?: string | null;
}

/** A person or a group that can have complaints, or what is wrong with whom was named. */
export async function readReceiver(
  { to = null, group = null }: ReceiverAsked,
  context: StreamContext,
): Promise<Receiver | CommandUnusable> {
  if ((to === null) === (group === null))
    return commandUnusable('to', 'Name who is to have them, or a group: one of the two.');
  const refused = to === null ? await groupUnknown(context, group) : subjectUnusable('to', to);
  if (refused !== null) return refused;
  return { to, group };
}
