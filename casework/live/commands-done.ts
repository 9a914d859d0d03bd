import type { NamedCommand } from '../../platform/server/named-command';
import type { StreamContext } from '../reading/loaders';
import { type CommandUnusable, keyTaken } from './refusals';
import type { CommandDoneRow } from './tables';

/** The same command, done before by the caller; null where it was not, and a refusal where its key names another. */
export async function commandDone(
  { transaction, stream }: StreamContext,
  { key, fingerprint }: NamedCommand,
): Promise<CommandDoneRow | CommandUnusable | null> {
  const [row] = await transaction.query<CommandDoneRow>(
    `select * from "${stream.name}".command_done where key = $1`,
    [key],
  );
  if (row === undefined) return null;
  return row.fingerprint === fingerprint ? row : keyTaken();
}

/** Notes that a command was done; false where its key names somebody else's. */
export async function noteDone(
  { transaction, stream, identity }: StreamContext,
  { key, fingerprint }: NamedCommand,
  { complaintId, place, now }: { readonly complaintId: string; readonly place: number; readonly now: Date },
): Promise<boolean> {
  const noted = await transaction.query(
    `insert into "${stream.name}".command_done (key, complaint_id, subject, fingerprint, place, done_at)
     values ($1, $2, $3, $4, $5, $6) on conflict (key) do nothing returning key`,
    [key, complaintId, identity.subject, fingerprint, place, now],
  );
  return noted.length > 0;
}
