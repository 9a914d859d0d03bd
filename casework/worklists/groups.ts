import { recordAudit } from '../../platform/audit/record';
import { lockName } from '../../platform/transaction/lock-name';
import type { Transaction } from '../../platform/transaction/transaction';
import { type CommandUnusable, commandUnusable } from '../live/refusals';
import type { StreamContext } from '../reading/loaders';
import { checkMayAssign, isSubject } from './check';
import { type GroupChanged, groupChanged } from './refusals';
import type { GroupRow } from './tables';

/** A group as it stands. */
export interface GroupSaved {
  readonly __typename: 'GroupSaved';
  readonly group: GroupRow;
}

export interface GroupAsked {
  readonly id: string;
  /** The version that was seen; 0 for a new one. */
  readonly version: number;
  readonly name: string;
  readonly members: readonly string[];
  readonly callGroups?: readonly string[] | null;
}

const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const MOST_CHARACTERS = 100;
const MOST_MEMBERS = 200;

/** Every group that the caller may see, by name. */
export const readGroups = (transaction: Transaction, schema: string): Promise<GroupRow[]> =>
  transaction.query<GroupRow>(`select * from "${schema}".case_group order by name, id`);

/** The ids of the groups that somebody is in. */
export async function groupsOf(transaction: Transaction, schema: string, subject: string): Promise<string[]> {
  const rows = await transaction.query<{ id: string }>(
    `select id from "${schema}".case_group where $1 = any(members) order by id`,
    [subject],
  );
  return rows.map(({ id }) => id);
}

/** Null for a group that there is and that the caller may see, and for none. */
export async function groupUnknown(
  { transaction, stream: { name: schema } }: Pick<StreamContext, 'transaction' | 'stream'>,
  id: string | null,
): Promise<CommandUnusable | null> {
  if (id === null) return null;
  const rows = await transaction.query(`select from "${schema}".case_group where id = $1`, [id]);
  return rows.length > 0
    ? null
    : commandUnusable('group', 'There is no such group. Make it first, or name another.');
}

/** Makes a group, or says anew who is in it. Asked again with the same, it changes nothing. Officers cleared for the stream may. */
export async function saveGroup(
  asked: GroupAsked,
  context: StreamContext,
): Promise<GroupSaved | GroupChanged | CommandUnusable> {
  const { identity, transaction } = context;
  const { name: schema } = context.stream;
  checkMayAssign(identity, schema);
  const wanted = read(asked);
  if ('__typename' in wanted) return wanted;
  await lockName(transaction, `${schema}.group/${asked.id}`);
  const [held] = await transaction.query<GroupRow>(`select * from "${schema}".case_group where id = $1`, [
    asked.id,
  ]);
  if (held !== undefined && isSame(held, wanted)) return { __typename: 'GroupSaved', group: held };
  if (held === undefined && asked.version !== 0)
    return commandUnusable('version', 'There is no such group yet: give 0.');
  if (held !== undefined && held.version !== asked.version) return groupChanged(held);
  return { __typename: 'GroupSaved', group: await keep(context, asked.id, wanted) };
}

async function keep(context: StreamContext, id: string, wanted: Wanted): Promise<GroupRow> {
  const { name: schema } = context.stream;
  const [group] = await context.transaction.query<GroupRow>(
    `insert into "${schema}".case_group as held (id, name, members, call_groups, version, changed_by, changed_at)
     values ($1, $2, $3, $4, 1, $5, now()) on conflict (id) do update set name = excluded.name, members = excluded.members,
       call_groups = excluded.call_groups, version = held.version + 1, changed_by = excluded.changed_by, changed_at = now()
     returning *`,
    [id, wanted.name, wanted.members, wanted.callGroups, context.identity.subject],
  );
  if (group === undefined) throw new Error('A group was not kept');
  await recordAudit(context, { schema, action: 'GROUP_SAVE', recordIds: [id] });
  return group;
}

type Wanted = { readonly name: string; readonly members: string[]; readonly callGroups: string[] };

function read({ id, name, members, callGroups }: GroupAsked): Wanted | CommandUnusable {
  if (!ID.test(id) || id.length > MOST_CHARACTERS)
    return commandUnusable('id', 'Name a group by small letters, digits and hyphens: `first-contact`.');
  if (name.trim() === '' || name.length > MOST_CHARACTERS)
    return commandUnusable('name', `A group’s name has 1 to ${MOST_CHARACTERS} characters.`);
  if (members.length > MOST_MEMBERS || !members.every(isSubject))
    return commandUnusable(
      'members',
      `Name ${MOST_MEMBERS} people at most, by the subjects of their sign-ins.`,
    );
  const calls = callGroups ?? [];
  if (
    calls.length > MOST_MEMBERS ||
    calls.some((each) => each.trim() === '' || each.length > MOST_CHARACTERS)
  )
    return commandUnusable('callGroups', 'Name groups of the telephone system as it does.');
  return { name: name.trim(), members: inOrder(members), callGroups: inOrder(calls) };
}

const inOrder = (texts: readonly string[]): string[] => [...new Set(texts)].sort();

const isSame = (held: GroupRow, { name, members, callGroups }: Wanted): boolean =>
  JSON.stringify([held.name, held.members, held.call_groups]) === JSON.stringify([name, members, callGroups]);
