import { createHash } from 'node:crypto';
import type { StreamContext } from '../reading/loaders';
import { type CommandUnusable, keyTaken } from './refusals';
import type { CommandDoneRow } from './tables';

/** A command by what names it, and a hash of all that it asks. */
export interface NamedCommand {
  readonly key: string;
  readonly fingerprint: string;
}

/** A hash of all that was asked: the same for the same, in whatever order it was written. */
export const fingerprintOf = (asked: unknown): string =>
  createHash('sha256').update(JSON.stringify(asked, inOrder)).digest('hex');

/** Keys of objects in order, so that equal ones are written alike. */
function inOrder(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : Number(a > b))));
}

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
