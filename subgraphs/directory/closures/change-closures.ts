import { closuresChanged } from '../../../contracts/events/closures-changed';
import { englandAndWales } from '../../../domain/calendar/bank-holidays';
import { type ClosedDays, closedWithin, weekdaysOf } from '../../../domain/calendar/closed-days';
import { isDay, londonDayOf } from '../../../domain/calendar/day';
import { foldWord } from '../../../domain/words/fold-word';
import { recordAudit } from '../../../platform/audit/record';
import { publish } from '../../../platform/outbox/outbox';
import { readDay, readGivenDay } from '../../../platform/server/read-day';
import { type Refused, reasonUnusable } from '../../../platform/server/refusal';
import type { OperationContext } from '../../../platform/server/subgraph';
import type { Transaction } from '../../../platform/transaction/transaction';
import { holidaysInForce } from '../holidays/decisions';
import { nameUnusable, notWorkedAnyway, outsideCalendar } from '../holidays/refusals';
import { type ClosureDecision, closedBy, decisionsOn, keepClosureDecision } from './decisions';
import { type ClosureShown, shown } from './list-decisions';
import {
  alreadyClosed,
  bankHolidayAnyway,
  type CalendarRefused,
  calendarUnusable,
  notClosed,
  type RangeRefused,
  rangeUnusable,
} from './refusals';

/** Days as somebody names them: one, or a first and a last. */
interface AskedDays {
  readonly calendar: string;
  readonly from: unknown;
  readonly to: unknown;
  readonly reason: string;
}

type Worked = Refused<'NotWorkedAnyway'> | Refused<'AlreadyABankHoliday'>;
type AddRefused =
  | CalendarRefused
  | RangeRefused
  | Worked
  | Refused<'OutsideCalendar'>
  | Refused<'AlreadyClosed'>
  | Refused<'HolidayNameUnusable'>
  | Refused<'ReasonUnusable'>;
type RetractRefused = CalendarRefused | RangeRefused | Refused<'NotClosed'> | Refused<'ReasonUnusable'>;

/**
 * Closes a calendar on days in a row and publishes it, unless that was decided before; weekends and bank holidays among them
 * stay what they are. Throws BAD_USER_INPUT for a day that is none.
 */
export async function addClosedDays(
  context: OperationContext,
  asked: AskedDays & { readonly name: string },
): Promise<ClosureShown | AddRefused> {
  const { calendar, name, reason } = asked;
  const days = { ...readDays(asked), name: name.trim() };
  const refused =
    (calendarUnusable(calendar) ?? rangeUnusable(days) ?? outside(days)) ||
    (nameUnusable(name) ?? reasonUnusable(reason) ?? (await notWorked(context.transaction, days)));
  if (refused !== null) return refused;
  const decisions = await decisionsOn(context.transaction, calendar);
  const [inTheWay] = closedWithin(closedBy(decisions), days);
  if (inTheWay !== undefined) return again(decisions, days, true) ?? alreadyClosed(inTheWay);
  return decide(context, { ...asked, decisions, days, isClosed: true });
}

/** Takes closed days back and publishes it, unless that was decided before; of a longer time the rest stays closed. */
export async function retractClosedDays(
  context: OperationContext,
  asked: AskedDays,
): Promise<ClosureShown | RetractRefused> {
  const days = readDays(asked);
  const refused = calendarUnusable(asked.calendar) ?? rangeUnusable(days) ?? reasonUnusable(asked.reason);
  if (refused !== null) return refused;
  const decisions = await decisionsOn(context.transaction, asked.calendar);
  const closed = closedWithin(closedBy(decisions), days);
  const name = [...new Set(closed.map((each) => each.name))].join(', ');
  if (closed.length === 0) return again(decisions, { ...days, name: null }, false) ?? notClosed(days);
  return decide(context, { ...asked, decisions, days: { ...days, name }, isClosed: false });
}

function readDays({ from, to }: Pick<AskedDays, 'from' | 'to'>): Omit<ClosedDays, 'name'> {
  const first = readGivenDay('from', from, isDay);
  return { from: first, to: readDay('to', to, isDay) ?? first };
}

function outside({ from, to }: ClosedDays): Refused<'OutsideCalendar'> | null {
  const { firstDay, lastDay } = englandAndWales;
  const day = from < firstDay ? from : to;
  return day < firstDay || day > lastDay ? outsideCalendar(day, englandAndWales) : null;
}

/** The refusal of days none of which is worked anyway; null where some are. */
async function notWorked(transaction: Transaction, days: ClosedDays): Promise<Worked | null> {
  const holidays = await holidaysInForce(transaction);
  const weekdays = weekdaysOf(days);
  const [weekday] = weekdays;
  if (weekday === undefined) return notWorkedAnyway(days.from);
  if (weekdays.some(({ day }) => !holidays.some((holiday) => holiday.day === day))) return null;
  return bankHolidayAnyway(holidays.find(({ day }) => day === weekday.day) ?? weekday);
}

/** The newest decision on these days, where it says what is asked once more; null where it says something else. */
function again(
  decisions: readonly ClosureDecision[],
  { from, to, name }: Omit<ClosedDays, 'name'> & { readonly name: string | null },
  isClosed: boolean,
): ClosureShown | null {
  const last = decisions.findLast(({ from_day, to_day }) => from_day <= to && to_day >= from);
  if (last === undefined || last.is_closed !== isClosed || last.from_day !== from || last.to_day !== to)
    return null;
  return name === null || foldWord(last.name) === foldWord(name) ? shown({ ...last, moved: null }) : null;
}

async function decide(
  context: OperationContext,
  {
    calendar,
    days,
    isClosed,
    reason,
    decisions,
  }: Pick<AskedDays, 'calendar' | 'reason'> & {
    readonly days: ClosedDays;
    readonly isClosed: boolean;
    readonly decisions: readonly ClosureDecision[];
  },
): Promise<ClosureShown> {
  const { transaction, identity, clock } = context;
  const { from, to, name } = days;
  const version = (decisions.at(-1)?.version ?? 0) + 1;
  const decision: ClosureDecision = {
    ...{ calendar, version, from_day: from, to_day: to, name, is_closed: isClosed, reason: reason.trim() },
    ...{ decided_by: identity.subject, decided_at: clock.now() },
  };
  await keepClosureDecision(transaction, decision);
  const decidedOn = londonDayOf(decision.decided_at);
  const payload = { calendar, closed: closedBy([...decisions, decision]), decidedOn };
  await publish(transaction, 'directory', [closuresChanged.event({ subject: calendar, version, payload })]);
  const action = isClosed ? 'CLOSED_DAYS_ADD' : 'CLOSED_DAYS_RETRACT';
  await recordAudit(context, { schema: 'directory', action, recordIds: [`${calendar}/${from}/${to}`] });
  return shown({ ...decision, moved: null });
}
