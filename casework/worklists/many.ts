import { fingerprintOf } from '../../platform/server/named-command';
import { lockName } from '../../platform/transaction/lock-name';
import { doCommand } from '../live/do-command';
import type { Words } from '../live/live-stage';
import { type CommandResult, type CommandUnusable, keyTaken } from '../live/refusals';
import type { StreamContext } from '../reading/loaders';
import { keyOfOne } from './key-of-one';
import { type ManyDoneRow, type ManyOutcome, worklistTables } from './tables';

/** Who is to have complaints: a person, or a group. */
export interface Receiver {
  readonly to: string | null;
  readonly group: string | null;
}

/** A complaint as somebody saw it. */
export interface ComplaintSeen {
  readonly id: string;
  readonly version: number;
}

/** That a command on many complaints was done, with who has them now. */
export interface ManyDone extends ManyOutcome, Receiver {
  readonly __typename: 'ManyDone';
}

/** A command on many complaints by what names it, and all that it asks. */
export interface ManyAsked {
  readonly key: string;
  readonly asked: unknown;
  readonly receiver: Receiver;
  /** That it is only to be said what would come of it. */
  readonly isRehearsed: boolean;
}

/** How many complaints one command takes up. */
export const MOST_AT_ONCE = 200;

/**
 * Does a command on many complaints once: the same key is answered the same, and one that names another's is refused. `work` is
 * what is done the first time.
 */
export async function manyOnce(
  context: StreamContext,
  { key, asked, receiver, isRehearsed }: ManyAsked,
  work: () => Promise<ManyOutcome>,
): Promise<ManyDone | CommandUnusable> {
  const { transaction, identity, stream } = context;
  if (isRehearsed) return manyDone(await undone(context, work), receiver);
  const fingerprint = fingerprintOf(asked);
  await lockName(transaction, `${stream.name}.many/${key}`);
  const [held] = await transaction.query<ManyDoneRow>(
    `select * from "${stream.name}".many_done where key = $1`,
    [key],
  );
  if (held !== undefined)
    return held.fingerprint === fingerprint ? manyDone(held.outcome, receiver) : keyTaken();
  const { table } = worklistTables(stream.name).manyDone;
  const noted = await transaction.query(
    `insert into ${table} (key, subject, fingerprint, outcome, done_at)
     values ($1, $2, $3, '{}', now()) on conflict (key) do nothing returning key`,
    [key, identity.subject, fingerprint],
  );
  if (noted.length === 0) return keyTaken();
  const outcome = await work();
  await transaction.query(`update ${table} set outcome = $2::jsonb where key = $1`, [
    key,
    JSON.stringify(outcome),
  ]);
  return manyDone(outcome, receiver);
}

/** What work would come to: it is done, so that every rule is asked, and undone in the same transaction. */
async function undone(
  { transaction }: StreamContext,
  work: () => Promise<ManyOutcome>,
): Promise<ManyOutcome> {
  await transaction.query('savepoint before_rehearsal');
  const outcome = await work();
  await transaction.query('rollback to savepoint before_rehearsal');
  return outcome;
}

const manyDone = (outcome: ManyOutcome, receiver: Receiver): ManyDone => ({
  ...{ __typename: 'ManyDone', ...outcome, ...receiver },
});

/**
 * Gives each of these complaints to somebody, by a command of its own: one that is refused keeps no other back. They are taken in
 * the order of their ids, so that two such commands never wait for each other in a circle.
 */
export async function assignEach(
  context: StreamContext,
  given: {
    readonly key: string;
    readonly complaints: readonly ComplaintSeen[];
    readonly receiver: Receiver;
    readonly words: readonly Words[];
  },
): Promise<Omit<ManyOutcome, 'left'>> {
  const { key, complaints, receiver, words } = given;
  const done: ManyOutcome['done'][number][] = [];
  const refused: ManyOutcome['refused'][number][] = [];
  for (const { id, version } of [...complaints].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const command = { event: 'assign', ...receiver, serviceId: null } as const;
    const result = await doCommand(context, { key: keyOfOne(key, id), id, version, command, words });
    if (result.__typename === 'CommandDone') done.push({ id, version: result.version });
    else refused.push({ id, ...saidOf(result) });
  }
  return { done, refused };
}

const saidOf = ({ code, message }: Exclude<CommandResult, { readonly __typename: 'CommandDone' }>) => ({
  ...{ code, message },
});
