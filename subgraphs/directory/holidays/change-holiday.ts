import { bankHolidayChanged } from '../../../contracts/events/bank-holiday-changed';
import { bankHolidays, englandAndWales } from '../../../domain/calendar/bank-holidays';
import { type Day, isDay, londonDayOf, weekday } from '../../../domain/calendar/day';
import type { DayOff } from '../../../domain/calendar/working-days';
import { foldWord } from '../../../domain/words/fold-word';
import { recordAudit } from '../../../platform/audit/record';
import { publish } from '../../../platform/outbox/outbox';
import { readGivenDay } from '../../../platform/server/read-day';
import { type Refused, reasonUnusable } from '../../../platform/server/refusal';
import type { OperationContext } from '../../../platform/server/subgraph';
import { type HolidayDecision, keepHolidayDecision, lastDecision } from './decisions';
import {
  alreadyABankHoliday,
  nameUnusable,
  notABankHoliday,
  notWorkedAnyway,
  outsideCalendar,
} from './refusals';

const SATURDAY = 6;

/** What holds of a day as a bank holiday, as the graph shows it. */
export interface HolidayShown {
  readonly __typename: 'BankHolidayChange';
  readonly day: string;
  readonly name: string;
  readonly note: string | null;
  readonly isBankHoliday: boolean;
  readonly reason: string | null;
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
}

type AddRefused =
  | Refused<'AlreadyABankHoliday'>
  | Refused<'NotWorkedAnyway'>
  | Refused<'OutsideCalendar'>
  | Refused<'HolidayNameUnusable'>
  | Refused<'ReasonUnusable'>;

/**
 * Makes a day a bank holiday and publishes it, unless it is one by that name already. Throws BAD_USER_INPUT for a day that
 * is none.
 */
export async function addBankHoliday(
  context: OperationContext,
  asked: {
    readonly day: unknown;
    readonly name: string;
    readonly note: string | null;
    readonly reason: string;
  },
): Promise<HolidayShown | AddRefused> {
  const { name, note, reason } = asked;
  const day = readGivenDay('day', asked.day, isDay);
  const refused = nameUnusable(name) ?? (note === null ? null : nameUnusable(note)) ?? reasonUnusable(reason);
  if (refused !== null) return refused;
  if (day < englandAndWales.firstDay || day > englandAndWales.lastDay)
    return outsideCalendar(day, englandAndWales);
  if (weekday(day) >= SATURDAY) return notWorkedAnyway(day);
  const last = await lastDecision(context.transaction, day);
  const held = heldOn(day, last);
  if (held !== null && foldWord(held.name) !== foldWord(name)) return alreadyABankHoliday(held);
  if (held !== null) return last === null ? fromTheBeginning(held) : shown(last);
  return decide(context, last, { day, name: name.trim(), note: note?.trim() ?? null, is_kept: true, reason });
}

/** Says that a day is no bank holiday and publishes it, unless that was decided before. */
export async function retractBankHoliday(
  context: OperationContext,
  asked: { readonly day: unknown; readonly reason: string },
): Promise<HolidayShown | Refused<'NotABankHoliday'> | Refused<'ReasonUnusable'>> {
  const { reason } = asked;
  const day = readGivenDay('day', asked.day, isDay);
  const refused = reasonUnusable(reason);
  if (refused !== null) return refused;
  const last = await lastDecision(context.transaction, day);
  const held = heldOn(day, last);
  if (held === null) return last === null ? notABankHoliday(day) : shown(last);
  return decide(context, last, { day, name: held.name, note: held.note ?? null, is_kept: false, reason });
}

/** The holiday that a day is now; null where it is none. */
function heldOn(day: Day, last: HolidayDecision | null): DayOff | null {
  if (last === null) return bankHolidays.find((holiday) => holiday.day === day) ?? null;
  const { name, note, is_kept } = last;
  return is_kept ? { day, name, ...(note === null ? {} : { note }) } : null;
}

async function decide(
  context: OperationContext,
  last: HolidayDecision | null,
  asked: Pick<HolidayDecision, 'day' | 'name' | 'note' | 'is_kept' | 'reason'>,
): Promise<HolidayShown> {
  const { transaction, identity, clock } = context;
  const decision: HolidayDecision = {
    ...{ ...asked, reason: asked.reason.trim(), version: (last?.version ?? 0) + 1 },
    ...{ decided_by: identity.subject, decided_at: clock.now() },
  };
  await keepHolidayDecision(transaction, decision);
  const { day, name, note, is_kept: isKept, version } = decision;
  const decidedOn = londonDayOf(decision.decided_at);
  await publish(transaction, 'directory', [
    { kind: bankHolidayChanged.kind, subject: day, version, payload: { day, name, note, isKept, decidedOn } },
  ]);
  const action = isKept ? 'BANK_HOLIDAY_ADD' : 'BANK_HOLIDAY_RETRACT';
  await recordAudit(context, { schema: 'directory', action, recordIds: [day] });
  return shown(decision);
}

/** A decision as the graph shows it. */
export const shown = ({ day, name, note, ...decided }: HolidayDecision): HolidayShown => ({
  __typename: 'BankHolidayChange',
  ...{ day, name, note, isBankHoliday: decided.is_kept, reason: decided.reason },
  ...{ decidedBy: decided.decided_by, decidedAt: decided.decided_at.toISOString() },
});

/** A holiday that came with the product. */
const fromTheBeginning = ({ day, name, note }: DayOff): HolidayShown => ({
  __typename: 'BankHolidayChange',
  ...{ day, name, note: note ?? null, isBankHoliday: true, reason: null, decidedBy: null, decidedAt: null },
});
