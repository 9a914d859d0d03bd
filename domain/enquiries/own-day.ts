import { addDays, type Day } from '../calendar/day';
import { endOfMonths } from '../calendar/months';
import { addWorkingDays, type Calendar } from '../calendar/working-days';
import type { EnquiryBody } from './enquiry';
import { OWN_ENQUIRY_DAYS, type OwnDays } from './enquiry-procedure';

/** What the council's own days depend on. */
export interface OwnDayAsked {
  readonly name: OwnDays['name'];
  readonly body: EnquiryBody;
  /** The day that they are counted from. */
  readonly from: Day;
}

/** The rule that was in force on the day that it is counted from; null where there was none. */
export const ownDaysRule = ({ name, from }: Omit<OwnDayAsked, 'body'>): OwnDays | null =>
  OWN_ENQUIRY_DAYS.filter((rule) => rule.name === name && rule.inForceFrom <= from).at(-1) ?? null;

const UNITS = { WORKING_DAY: 'working days', WEEK: 'weeks', MONTH: 'months' } as const;

/** How long the rule gives, in words: `20 working days`. */
export const ownDaysInWords = ({ unit, count }: OwnDays, body: EnquiryBody): string =>
  `${count[body]} ${UNITS[unit]}`;

/** The day by which the council has to do it where the ombudsman names none; null where the calendar does not reach. */
export function ownDay(asked: OwnDayAsked & { readonly calendar: Calendar }): Day | null {
  const rule = ownDaysRule(asked);
  if (rule === null) return null;
  const { from, calendar } = asked;
  const count = rule.count[asked.body];
  if (rule.unit === 'WORKING_DAY') return addWorkingDays({ from, count, calendar });
  if (rule.unit === 'WEEK') return addDays(from, 7 * count);
  return endOfMonths({ from, months: count });
}
