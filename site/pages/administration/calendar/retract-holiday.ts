import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isDay, toDay } from '../../../../domain/calendar/day';
import { askCommand } from '../../../forms/ask-command';
import { fieldsWith, textOf } from '../../../forms/fields';
import { type Problem, refusalIn } from '../../../forms/problem';
import {
  BankHolidaysDocument,
  RetractBankHolidayDocument,
} from '../../../operations/__generated__/operations';
import { checkForm } from '../../../server/check-form';
import { NotFound } from '../../../server/not-found';
import { weekdayWords } from '../../../words/times';
import { askingOf, type PageMakers, queryOf, sendPage } from '../../page-makers';
import { decidingIn } from '../office';

type Makers = Pick<PageMakers, 'page' | 'gateway'>;
const PATH = '/administration/calendar/retract';

interface Sent {
  readonly day: string;
  readonly reason: string;
  readonly problems: readonly Problem[];
  readonly status: number;
}

/** Saying that a day is no bank holiday. */
export function addRetractPage(app: FastifyInstance, makers: Makers): void {
  app.get(PATH, (request, reply) => {
    const { day } = queryOf(request);
    if (typeof day !== 'string') throw new NotFound();
    return sendRetract(makers, request, reply, { day, reason: '', problems: [], status: 200 });
  });

  app.post(PATH, async (request, reply) => {
    const form = checkForm(request);
    const [day, reason] = [textOf(form, 'day'), textOf(form, 'reason')];
    if (!isDay(day)) throw new NotFound();
    const asked = makers.gateway.ask(RetractBankHolidayDocument, { day, reason }, askingOf(request));
    const commanded = await askCommand(asked, ({ outcome }) =>
      refusalIn(outcome, { ReasonUnusable: 'reason' }),
    );
    if (commanded.answer !== null)
      return reply.redirect(`/administration/calendar?year=${day.slice(0, 4)}&kept`, 303);
    return sendRetract(makers, request, reply, { ...commanded, day, reason });
  });
}

async function sendRetract(
  { page, gateway }: Makers,
  request: FastifyRequest,
  reply: FastifyReply,
  { day, reason, problems, status }: Sent,
): Promise<FastifyReply> {
  decidingIn(request);
  if (!isDay(day)) throw new NotFound();
  const { bankHolidays } = await gateway.ask(BankHolidaysDocument, { from: day, to: day }, askingOf(request));
  const [holiday] = bankHolidays ?? [];
  if (holiday === undefined && status === 200) throw new NotFound();
  const html = page(request, 'administration/retract-holiday.njk', {
    ...{ day, problems, name: holiday?.name ?? 'This day', on: weekdayWords(toDay(day)) },
    year: day.slice(0, 4),
    reason: fieldsWith({ reason }, problems)('reason', 'Why it is none', 'For example, Moved to 10 May'),
  });
  return sendPage(reply, html, status);
}
