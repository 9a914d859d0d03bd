import { isDay, londonDayOf } from '../../../domain/calendar/day';
import type { List, Narrow } from '../../../platform/lists/list';
import { readDay } from '../../../platform/server/read-day';
import type { OperationContext } from '../../../platform/server/subgraph';
import { lockName } from '../../../platform/transaction/lock-name';
import type { Transaction } from '../../../platform/transaction/transaction';
import { type About, addAbout } from '../meetings/meetings';
import type { ActionRow } from '../tables';

/** Which actions are asked for. */
export interface ActionFilter {
  readonly about?: About | null | undefined;
  readonly directorate?: string | null | undefined;
  readonly stream?: string | null | undefined;
  readonly agreedBefore?: unknown;
  readonly open?: boolean | null | undefined;
  readonly overdue?: boolean | null | undefined;
  readonly endedFrom?: unknown;
}

/** An action as the graph shows it. */
export type ActionShown = ActionRow & { readonly __typename: 'AgreedAction' };

export const shown = (row: ActionRow): ActionShown => ({ ...row, __typename: 'AgreedAction' });

/** What stands of each action, beside what its meeting is about. */
const STANDING = `(select distinct on (version.id) version.*, held.stream, held.directorate, held.held_on
  from reviews.action_version version join reviews.meeting held on held.id = version.meeting_id
  order by version.id, version.version desc) action`;

/** What was agreed, due first at the head. */
export const ACTIONS: List<ActionRow, ActionShown> = {
  field: 'agreedActions',
  table: STANDING,
  order: { due_on: 'date', id: 'text' },
  direction: 'asc',
  select: (rows) => `select * from ${STANDING} ${rows}`,
  keyOf: ({ due_on, id }) => [due_on, id],
  nodeOf: shown,
};

/** Makes conditions of a filter, as at today. Throws BAD_USER_INPUT for what is no day. */
export function narrowActions(filter: ActionFilter, { clock }: Pick<OperationContext, 'clock'>): Narrow {
  const agreedBefore = readDay('agreedBefore', filter.agreedBefore, isDay);
  const endedFrom = readDay('endedFrom', filter.endedFrom, isDay);
  const { about, directorate = null, stream = null, open = null, overdue = null } = filter;
  return (conditions) => {
    if (about) addAbout(conditions, about);
    if (directorate !== null) conditions.add(`directorate = ${conditions.bind(directorate, 'text')}`);
    if (stream !== null) conditions.add(`stream = ${conditions.bind(stream, 'text')}`);
    if (agreedBefore !== null) conditions.add(`held_on < ${conditions.bind(agreedBefore, 'date')}`);
    if (open !== null) conditions.add(`(state = 'OPEN') = ${open}`);
    if (overdue !== null) {
      const today = conditions.bind(londonDayOf(clock.now()), 'date');
      conditions.add(`(state = 'OPEN' and due_on < ${today}) = ${overdue}`);
    }
    if (endedFrom !== null) conditions.add(`ended_on >= ${conditions.bind(endedFrom, 'date')}`);
  };
}

/** Whether it is open and was due before today. */
export const isOverdue = (
  { state, due_on }: Pick<ActionRow, 'state' | 'due_on'>,
  { clock }: Pick<OperationContext, 'clock'>,
): boolean => state === 'OPEN' && due_on < londonDayOf(clock.now());

/** An action as it stands; null where there is none. */
export async function standingAction(transaction: Transaction, id: string): Promise<ActionShown | null> {
  const [newest] = await versionsOf(transaction, id);
  return newest === undefined ? null : shown(newest);
}

/** As `standingAction`; others who change it wait for this transaction. */
export async function lockAction(transaction: Transaction, id: string): Promise<ActionShown | null> {
  await lockName(transaction, `reviews.action/${id}`);
  return standingAction(transaction, id);
}

/** The versions of an action, the newest first. */
export const versionsOf = (transaction: Transaction, id: string): Promise<ActionRow[]> =>
  transaction.query<ActionRow>('select * from reviews.action_version where id = $1 order by version desc', [
    id,
  ]);

/** What was agreed at each of these meetings, as it stands, those due first at the head. */
export async function actionsOfMeetings(
  transaction: Transaction,
  meetingIds: readonly string[],
): Promise<ActionShown[]> {
  const rows = await transaction.query<ActionRow>(
    `select * from (select distinct on (id) * from reviews.action_version where meeting_id = any($1)
       order by id, version desc) action order by due_on, id`,
    [meetingIds],
  );
  return rows.map(shown);
}
