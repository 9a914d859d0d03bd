import { isDay } from '../../../domain/calendar/day';
import type { Conditions } from '../../../platform/lists/conditions';
import type { List, Narrow } from '../../../platform/lists/list';
import { readDay } from '../../../platform/server/read-day';
import { lockName } from '../../../platform/transaction/lock-name';
import type { Transaction } from '../../../platform/transaction/transaction';
import type { MeetingRow } from '../tables';

/** What meetings are about: those about the same follow each other. */
export interface About {
  readonly stream?: string | null | undefined;
  readonly directorate?: string | null | undefined;
}

/** Which meetings are asked for. */
export interface MeetingFilter {
  readonly about?: About | null | undefined;
  readonly state?: MeetingRow['state'] | null | undefined;
  readonly heldBefore?: unknown;
}

/** A meeting as the graph shows it. */
export type MeetingShown = MeetingRow & { readonly __typename: 'ReviewMeeting' };

export const shown = (row: MeetingRow): MeetingShown => ({ ...row, __typename: 'ReviewMeeting' });

/** Meetings, the newest first. */
export const MEETINGS: List<MeetingRow, MeetingShown> = {
  field: 'reviewMeetings',
  table: 'reviews.meeting',
  order: { held_on: 'date', id: 'text' },
  direction: 'desc',
  select: (rows) => `select * from reviews.meeting ${rows}`,
  keyOf: ({ held_on, id }) => [held_on, id],
  nodeOf: shown,
};

/** Makes conditions of a filter. Throws BAD_USER_INPUT for what is no day. */
export function narrowMeetings({ about = null, state = null, heldBefore }: MeetingFilter): Narrow {
  const before = readDay('heldBefore', heldBefore, isDay);
  return (conditions) => {
    if (about !== null) addAbout(conditions, about);
    if (state !== null) conditions.add(`state = ${conditions.bind(state, 'text')}`);
    if (before !== null) conditions.add(`held_on < ${conditions.bind(before, 'date')}`);
  };
}

/** Only meetings about exactly this: a part that it has not, they have not either. */
export function addAbout(conditions: Conditions, { stream = null, directorate = null }: About): void {
  conditions.add(`stream is not distinct from ${conditions.bind(stream, 'text')}`);
  conditions.add(`directorate is not distinct from ${conditions.bind(directorate, 'text')}`);
}

/** One meeting; null where there is none. */
export async function readMeeting(transaction: Transaction, id: string): Promise<MeetingRow | null> {
  const rows = await transaction.query<MeetingRow>('select * from reviews.meeting where id = $1', [id]);
  return rows[0] ?? null;
}

/** As `readMeeting`; others who change it, or agree something at it, wait for this transaction. */
export async function lockMeeting(transaction: Transaction, id: string): Promise<MeetingRow | null> {
  await lockName(transaction, `reviews.meeting/${id}`);
  return readMeeting(transaction, id);
}
