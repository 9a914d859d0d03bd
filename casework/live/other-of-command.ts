import { lockName } from '../../platform/transaction/lock-name';
import type { StreamContext } from '../reading/loaders';
import { caseLock } from '../restrictions/case';
import { groupUnknown } from '../worklists/groups';
import type { CaseCommand } from './commands/reader';
import { type CommandUnusable, commandUnusable } from './refusals';

/** A command on a complaint, as far as it names anything else. */
interface Naming {
  readonly id: string;
  readonly command: CaseCommand;
}

/**
 * Locks both complaints of a merger, always in the order of their ids, so that nobody waits in a circle: of two people who
 * merge two complaints into each other, one is told what the other did.
 */
export async function lockOther(
  { transaction, stream }: StreamContext,
  { id, command }: Naming,
): Promise<void> {
  if (command.event !== 'merge') return;
  const inOrder = [id, command.into].sort();
  await Promise.all(inOrder.map((each) => lockName(transaction, caseLock(stream.name, each))));
}

/** Null where all that a command names beside its complaint is there: a service, a group, or another complaint of the stream. */
export async function otherUnknown(
  context: StreamContext,
  { id, command }: Naming,
): Promise<CommandUnusable | null> {
  if (command.event === 'assign')
    return (await serviceUnknown(context, command.serviceId)) ?? groupUnknown(context, command.group);
  if (command.event === 'link' && (await context.complaints.load(command.complaintId)) === null)
    return commandUnusable('other', 'The stream has no complaint of this id.');
  if (command.event === 'changeParty') return partyUnknown(context, { id, party: command.party });
  if (command.event !== 'merge') return null;
  // Another command of the operation, or of somebody else before the lock, may have merged it.
  const into = await context.liveCases.clear(command.into).load(command.into);
  if (into !== null && into.state !== 'MERGED') return null;
  return commandUnusable(
    'into',
    'The stream has no complaint of this id that is worked on here, or it was merged itself: merge into the one that goes on.',
  );
}

/** Null for somebody whom the complaint is from or about, as far as the caller may see them. Whoever is appointed is named anew instead. */
async function partyUnknown(
  { transaction, stream }: StreamContext,
  { id, party }: { readonly id: string; readonly party: string },
): Promise<CommandUnusable | null> {
  const found = await transaction.query(
    `select from "${stream.name}".case_party where id = $1 and complaint_id = $2 and kind <> 'APPOINTED'`,
    [party, id],
  );
  if (found.length > 0) return null;
  return commandUnusable(
    'party',
    'The complaint has nobody of this id whom it is from or about: look in `parties`. Whoever is appointed is appointed anew.',
  );
}

/** Null for a service of the directory, and for none. */
export async function serviceUnknown(
  { transaction, stream }: StreamContext,
  serviceId: string | null,
): Promise<CommandUnusable | null> {
  if (serviceId === null) return null;
  const found = await transaction.query(`select from "${stream.name}".service_name where id = $1`, [
    serviceId,
  ]);
  if (found.length > 0) return null;
  return commandUnusable('serviceId', 'The directory has no service of this id: look it up in `services`.');
}
