import { type Day, dayNumberOf } from '../../domain/calendar/day';
import { recordAudit } from '../../platform/audit/record';
import type { Refused } from '../../platform/server/refusal';
import type { Transaction } from '../../platform/transaction/transaction';
import { keyUnusable } from '../live/case-work';
import { checkMayWork } from '../live/live-caller';
import { type CommandUnusable, commandUnusable, keyTaken } from '../live/refusals';
import type { StreamContext } from '../reading/loaders';
import { checkMayAssign, readDayOf, subjectUnusable } from './check';
import { absenceNotFound } from './refusals';
import type { AbsenceRow } from './tables';

/** An absence as it stands. */
export interface AbsenceSaved {
  readonly __typename: 'AbsenceSaved';
  readonly absence: AbsenceRow;
}

export interface AbsenceAsked {
  readonly key: string;
  readonly subject: string;
  readonly from: unknown;
  readonly to: unknown;
  readonly standsIn?: string | null;
}

const MOST_DAYS = 366;

/** Records that somebody is away, unless the command was done before: people of themselves, officers of everybody. */
export async function recordAbsence(
  asked: AbsenceAsked,
  context: StreamContext,
): Promise<AbsenceSaved | CommandUnusable> {
  const { identity, transaction } = context;
  const { name: schema } = context.stream;
  if (asked.subject === identity.subject) checkMayWork(identity, schema);
  else checkMayAssign(identity, schema);
  const days = daysOf(asked);
  if ('__typename' in days) return days;
  const added = await transaction.query<AbsenceRow>(
    `insert into "${schema}".absence (id, subject, from_day, to_day, stands_in, recorded_by, recorded_at)
     values ($1, $2, $3, $4, $5, $6, now()) on conflict (id) do nothing returning *`,
    [asked.key, asked.subject, days.from, days.to, asked.standsIn ?? null, identity.subject],
  );
  if (added.length > 0)
    await recordAudit(context, { schema, action: 'ABSENCE_RECORD', recordIds: [asked.key] });
  const absence = added[0] ?? (await readAbsence(transaction, schema, asked.key));
  if (absence === null || !isSame(absence, asked, days)) return keyTaken();
  return { __typename: 'AbsenceSaved', absence };
}

/** Ends an absence, so that it no longer holds. Ended already, it changes nothing. */
export async function endAbsence(
  { id }: { readonly id: string },
  context: StreamContext,
): Promise<AbsenceSaved | Refused<'AbsenceNotFound'>> {
  const { identity, transaction } = context;
  const { name: schema } = context.stream;
  checkMayWork(identity, schema);
  const held = await readAbsence(transaction, schema, id);
  // Whoever stands in for somebody sees that they do, and does not say when they are back.
  if (held === null || (identity.role !== 'officer' && held.subject !== identity.subject))
    return absenceNotFound();
  const ended = await transaction.query(
    `with ended as (
       update "${schema}".absence set ended_by = $2, ended_at = now() where id = $1 and ended_at is null returning id)
     select id from ended`,
    [id, identity.subject],
  );
  if (ended.length > 0) await recordAudit(context, { schema, action: 'ABSENCE_END', recordIds: [id] });
  const absence = await readAbsence(transaction, schema, id);
  return absence === null ? absenceNotFound() : { __typename: 'AbsenceSaved', absence };
}

async function readAbsence(transaction: Transaction, schema: string, id: string): Promise<AbsenceRow | null> {
  const [row] = await transaction.query<AbsenceRow>(`select * from "${schema}".absence where id = $1`, [id]);
  return row ?? null;
}

interface Days {
  readonly from: Day;
  readonly to: Day;
}

/** The days of an absence that can be recorded, or what is wrong with it. */
export function daysOf({ key, subject, from, to, standsIn }: AbsenceAsked): Days | CommandUnusable {
  const refused = keyUnusable(key) ?? subjectUnusable('subject', subject);
  if (refused !== null) return refused;
  const [first, last] = [readDayOf('from', from), readDayOf('to', to)];
  if (typeof first !== 'string') return first;
  if (typeof last !== 'string') return last;
  if (last < first || dayNumberOf(last) - dayNumberOf(first) > MOST_DAYS)
    return commandUnusable(
      'to',
      `The last day comes with the first or after it, ${MOST_DAYS} days later at most.`,
    );
  if (standsIn == null) return { from: first, to: last };
  if (standsIn === subject) return commandUnusable('standsIn', 'Somebody else has to stand in.');
  return subjectUnusable('standsIn', standsIn) ?? { from: first, to: last };
}

const isSame = (held: AbsenceRow, asked: AbsenceAsked, { from, to }: Days): boolean =>
  JSON.stringify([held.subject, held.from_day, held.to_day, held.stands_in]) ===
  JSON.stringify([asked.subject, from, to, asked.standsIn ?? null]);
