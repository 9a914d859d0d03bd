import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isDay } from '../../../../domain/calendar/day';
import { streamName } from '../../../../domain/figures/names';
import { askCommand } from '../../../forms/ask-command';
import { dayFields, dayTyped, readDayFields } from '../../../forms/day-field';
import { fieldsWith, textsIn } from '../../../forms/fields';
import { type Problem, refusalIn } from '../../../forms/problem';
import { RetractClosedDaysDocument } from '../../../operations/__generated__/operations';
import { checkForm, type Form } from '../../../server/check-form';
import { NotFound } from '../../../server/not-found';
import { askingOf, type PageMakers, queryOf, sendPage } from '../../page-makers';
import { decidingIn } from '../office';
import { CLOSED_DAYS_PATH, keptAddress } from './add-closed-days';

type Makers = Pick<PageMakers, 'page' | 'gateway'>;
const PATH = `${CLOSED_DAYS_PATH}/retract`;

interface Sent {
  readonly typed: Readonly<Record<string, string>>;
  readonly problems: readonly Problem[];
  readonly status: number;
}

/** Taking closed days back: all that somebody named, or some of them. */
export function addRetractClosedDays(app: FastifyInstance, makers: Makers): void {
  app.get(PATH, (request, reply) => {
    const { calendar, from, to } = queryOf(request);
    if (typeof calendar !== 'string' || typeof from !== 'string' || typeof to !== 'string')
      throw new NotFound();
    if (!isDay(from) || !isDay(to)) throw new NotFound();
    const typed = { calendar, ...dayTyped('from', from), ...dayTyped('to', to) };
    return sendRetract(makers, { request, reply }, { typed, problems: [], status: 200 });
  });

  app.post(PATH, async (request, reply) => {
    const { typed, problems, from, to } = readDays(checkForm(request));
    const exchange = { request, reply };
    if (from === null || to === null || problems.length > 0)
      return sendRetract(makers, exchange, { typed, problems, status: 400 });
    const { calendar = '', reason = '' } = typed;
    const asked = makers.gateway.ask(
      RetractClosedDaysDocument,
      { calendar, from, to, reason },
      askingOf(request),
    );
    const commanded = await askCommand(asked, ({ outcome }) => refusalIn(outcome, FIELD_OF));
    if (commanded.answer === null) return sendRetract(makers, exchange, { typed, ...commanded });
    return reply.redirect(keptAddress({ calendar, year: from.slice(0, 4) }, commanded.answer), 303);
  });
}

const FIELD_OF = {
  ...{ RangeBackwards: 'to', RangeTooLong: 'to', NotClosed: 'from', ReasonUnusable: 'reason' },
} as const;

function readDays(form: Form) {
  const typed = textsIn(form, ['calendar', ...dayFields('from'), ...dayFields('to'), 'reason']);
  const [first, last] = [
    readDayFields(typed, 'from', 'the first day'),
    readDayFields(typed, 'to', 'the last day'),
  ];
  const problems = [first, last].flatMap(({ problem }) => problem ?? []);
  if (!typed.reason)
    problems.push({ field: 'reason', says: 'Say why: whoever asks later will want to know.' });
  return { typed, problems, from: first.day, to: last.day };
}

function sendRetract(
  { page }: Makers,
  { request, reply }: { readonly request: FastifyRequest; readonly reply: FastifyReply },
  { typed, problems, status }: Sent,
): FastifyReply {
  decidingIn(request);
  const field = fieldsWith(typed, problems);
  const html = page(request, 'administration/retract-closed-days.njk', {
    ...{ typed, problems, calendarName: streamName(typed.calendar?.toUpperCase() ?? '') },
    fields: {
      from: field('from', 'First day'),
      to: field('to', 'Last day', 'Choose an earlier one, and the rest stays closed.'),
      reason: field('reason', 'Why they are taken back', 'For example, Term begins a day earlier'),
    },
  });
  return sendPage(reply, html, status);
}
