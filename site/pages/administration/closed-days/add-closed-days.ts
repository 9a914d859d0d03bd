import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { addressOf } from '../../../filters/address';
import { askCommand } from '../../../forms/ask-command';
import { dayFields, readDayFields } from '../../../forms/day-field';
import { fieldsWith, textsIn } from '../../../forms/fields';
import { type Problem, refusalIn } from '../../../forms/problem';
import {
  AddClosedDaysDocument,
  type AddClosedDaysMutation,
  type RetractClosedDaysMutation,
} from '../../../operations/__generated__/operations';
import { checkForm, type Form } from '../../../server/check-form';
import { askingOf, type PageMakers } from '../../page-makers';

export const CLOSED_DAYS_PATH = '/administration/closed-days';

/** What was sent to close a calendar on days, and what is wrong with it. */
export interface SentDays {
  readonly typed: Readonly<Record<string, string>>;
  readonly problems: readonly Problem[];
  readonly status: number;
  /** What is shown; null for what the address names. */
  readonly calendar: string | null;
  readonly year: string | null;
}
export const NOTHING_SENT: SentDays = { typed: {}, problems: [], status: 200, calendar: null, year: null };

const FIELD_OF = {
  ...{ RangeBackwards: 'to', RangeTooLong: 'to', OutsideCalendar: 'from', NotWorkedAnyway: 'from' },
  ...{ AlreadyABankHoliday: 'from', AlreadyClosed: 'from', HolidayNameUnusable: 'name' },
  ReasonUnusable: 'reason',
} as const;

type Show = (request: FastifyRequest, reply: FastifyReply, sent: SentDays) => Promise<FastifyReply>;

/** Closing a calendar on a day, or on days in a row. `show` is the page that has the form. */
export function addClosedDaysForm(
  app: FastifyInstance,
  { gateway }: Pick<PageMakers, 'gateway'>,
  show: Show,
): void {
  app.post(`${CLOSED_DAYS_PATH}/add`, async (request, reply) => {
    const { typed, problems, from, to } = readDays(checkForm(request));
    const shown = { typed, calendar: typed.calendar ?? '', year: from?.slice(0, 4) ?? null };
    if (from === null || problems.length > 0)
      return show(request, reply, { ...shown, problems, status: 400 });
    const { calendar = '', name = '', reason = '' } = typed;
    const asked = gateway.ask(AddClosedDaysDocument, { calendar, from, to, name, reason }, askingOf(request));
    const commanded = await askCommand(asked, ({ outcome }) => refusalIn(outcome, FIELD_OF));
    if (commanded.answer !== null) return reply.redirect(keptAddress(shown, commanded.answer), 303);
    return show(request, reply, { ...shown, ...commanded });
  });
}

/** The page of a calendar and a year after a decision, which it names. */
export function keptAddress(
  { calendar, year }: { readonly calendar: string; readonly year: string | null },
  { outcome }: AddClosedDaysMutation | RetractClosedDaysMutation,
): string {
  const kept = outcome?.__typename === 'ClosureChange' ? String(outcome.version) : '';
  return addressOf(CLOSED_DAYS_PATH, {}, { calendar, ...(year === null ? {} : { year }), kept });
}

function readDays(form: Form) {
  const typed = textsIn(form, ['calendar', ...dayFields('from'), ...dayFields('to'), 'name', 'reason']);
  const problems: Problem[] = [];
  const { day: from, problem } = readDayFields(typed, 'from', 'the first day');
  if (problem !== null) problems.push(problem);
  const isRange = dayFields('to').some((field) => typed[field] !== '');
  const last = isRange ? readDayFields(typed, 'to', 'the last day') : { day: null, problem: null };
  if (last.problem !== null) problems.push(last.problem);
  if (!typed.name) problems.push({ field: 'name', says: 'Write what the days are called.' });
  if (!typed.reason)
    problems.push({ field: 'reason', says: 'Say why: whoever asks later will want to know.' });
  return { typed, problems, from, to: last.day };
}

/** The fields of the form, with what was typed. */
export function closedDaysFields({ typed, problems }: SentDays) {
  const field = fieldsWith(typed, problems);
  return {
    from: field('from', 'First day', 'For example, 22\u00a07\u00a02027'),
    to: field(
      'to',
      'Last day (only where there are several)',
      'Weekends and bank holidays may be among them.',
    ),
    name: field('name', 'What they are called', 'For example, Summer holidays'),
    reason: field('reason', 'Why they are added', 'For example, Term dates as determined on 28 February'),
  };
}
