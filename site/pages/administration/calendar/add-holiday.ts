import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { askCommand } from '../../../forms/ask-command';
import { dayFields, readDayFields } from '../../../forms/day-field';
import { fieldsWith, textsIn } from '../../../forms/fields';
import { type Problem, refusalIn } from '../../../forms/problem';
import { AddBankHolidayDocument } from '../../../operations/__generated__/operations';
import { checkForm, type Form } from '../../../server/check-form';
import { askingOf, type PageMakers } from '../../page-makers';

/** What was sent to add a bank holiday, and what is wrong with it. */
export interface SentHoliday {
  readonly typed: Readonly<Record<string, string>>;
  readonly problems: readonly Problem[];
  readonly status: number;
  /** The year that is shown; null for that of the address. */
  readonly year: string | null;
}
export const NOTHING_SENT: SentHoliday = { typed: {}, problems: [], status: 200, year: null };

const FIELD_OF = {
  ...{ AlreadyABankHoliday: 'on', NotWorkedAnyway: 'on', OutsideCalendar: 'on' },
  ...{ HolidayNameUnusable: 'name', ReasonUnusable: 'reason' },
} as const;
const ADD_PATH = '/administration/calendar/add';

type Show = (request: FastifyRequest, reply: FastifyReply, sent: SentHoliday) => Promise<FastifyReply>;

/** Adding a bank holiday: due days of what is open follow. `show` is the page that has the form. */
export function addHolidayForm(
  app: FastifyInstance,
  { gateway }: Pick<PageMakers, 'gateway'>,
  show: Show,
): void {
  app.post(ADD_PATH, async (request, reply) => {
    const { typed, problems, day } = readHoliday(checkForm(request));
    const year = day?.slice(0, 4) ?? null;
    if (day === null || problems.length > 0)
      return show(request, reply, { typed, problems, status: 400, year });
    const { name = '', note, reason = '' } = typed;
    const variables = { day, name, note: note || null, reason };
    const asked = gateway.ask(AddBankHolidayDocument, variables, askingOf(request));
    const commanded = await askCommand(asked, ({ outcome }) => refusalIn(outcome, FIELD_OF));
    if (commanded.answer !== null) return reply.redirect(`/administration/calendar?year=${year}&kept`, 303);
    return show(request, reply, { ...commanded, typed, year });
  });
}

function readHoliday(form: Form) {
  const typed = textsIn(form, [...dayFields('on'), 'name', 'note', 'reason']);
  const { day, problem } = readDayFields(typed, 'on', 'the day');
  const problems: Problem[] = problem === null ? [] : [problem];
  if (!typed.name) problems.push({ field: 'name', says: 'Write what it is called.' });
  if (!typed.reason) problems.push({ field: 'reason', says: 'Say why: the proclamation, for example.' });
  return { typed, problems, day };
}

/** The fields of the form, with what was typed. */
export function holidayFields({ typed, problems }: SentHoliday) {
  const field = fieldsWith(typed, problems);
  return {
    on: field('on', 'Day', 'Monday to Friday. For example, 14\u00a06\u00a02027'),
    name: field('name', 'What it is called'),
    note: field('note', 'Why it is not on its usual day (only where it is not)'),
    reason: field('reason', 'Why it is added', 'For example, Proclaimed on 12 January'),
  };
}
