import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { londonDayOf } from '../../../../domain/calendar/day';
import { PAGE_ROWS, pageLinks, readPlace } from '../../../lists/page-place';
import {
  BankHolidayDecisionsDocument,
  BankHolidaysDocument,
} from '../../../operations/__generated__/operations';
import { askPart } from '../../ask-part';
import { askingOf, type PageMakers, queryOf, sendPage } from '../../page-makers';
import { lookingIn } from '../office';
import { addHolidayForm, holidayFields, NOTHING_SENT, type SentHoliday } from './add-holiday';
import { decisionRows } from './decision-rows';
import { addRetractPage } from './retract-holiday';
import { KNOWN_YEARS, readYear, yearsKnown, yearTable } from './year-table';

export const CALENDAR_PATH = '/administration/calendar';
type Makers = Pick<PageMakers, 'page' | 'gateway' | 'clock'>;

/** The bank holidays of a year with the working days between them, and what was decided on them. */
export function addCalendarPages(app: FastifyInstance, makers: Makers): void {
  app.get(CALENDAR_PATH, (request, reply) => sendCalendar(makers, request, reply, NOTHING_SENT));
  addHolidayForm(app, makers, (request, reply, sent) => sendCalendar(makers, request, reply, sent));
  addRetractPage(app, makers);
}

async function sendCalendar(
  { page, gateway, clock }: Makers,
  request: FastifyRequest,
  reply: FastifyReply,
  sent: SentHoliday,
): Promise<FastifyReply> {
  const [{ isDeciding }, asking, query] = [lookingIn(request), askingOf(request), queryOf(request)];
  const year = readYear(sent.year ?? query.year, KNOWN_YEARS, londonDayOf(clock.now()));
  const place = readPlace(query);
  const between = { from: `${year}-01-01`, to: `${year}-12-31` };
  const [{ bankHolidays }, decided] = await Promise.all([
    gateway.ask(BankHolidaysDocument, between, asking),
    isDeciding
      ? askPart(gateway.ask(BankHolidayDecisionsDocument, { first: PAGE_ROWS, after: place.after }, asking))
      : null,
  ]);
  const list = decided?.decisions ?? null;
  const rows = list === null ? [] : decisionRows(list);
  const view = {
    ...{ year, isDeciding, rows, problems: sent.problems, typed: sent.typed },
    years: yearsKnown(),
    table: yearTable(year, bankHolidays ?? []),
    fields: holidayFields(sent),
    kept: query.kept !== undefined && sent.status === 200,
    links: pageLinks({
      ...{ path: CALENDAR_PATH, filter: {}, parameters: { year }, place, rows: rows.length },
      total: list?.totalCount ?? null,
      pageInfo: list?.pageInfo ?? { hasNextPage: false, endCursor: null },
    }),
  };
  return sendPage(reply, page(request, 'administration/calendar.njk', view), sent.status);
}
