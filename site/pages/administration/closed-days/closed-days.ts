import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { londonDayOf } from '../../../../domain/calendar/day';
import { addressOf } from '../../../filters/address';
import { PAGE_ROWS, pageLinks, readPlace } from '../../../lists/page-place';
import {
  ClosedDaysDocument,
  type ClosedDaysQuery,
  ClosureDecisionsDocument,
} from '../../../operations/__generated__/operations';
import { NotFound } from '../../../server/not-found';
import { askPart } from '../../ask-part';
import { askingOf, type PageMakers, queryOf, sendPage } from '../../page-makers';
import { KNOWN_YEARS, readYear, yearsKnown, yearTable } from '../calendar/year-table';
import { lookingIn } from '../office';
import {
  addClosedDaysForm,
  CLOSED_DAYS_PATH,
  closedDaysFields,
  NOTHING_SENT,
  type SentDays,
} from './add-closed-days';
import { closedRows, closureRows, eachDay, keptWords } from './closed-days-view';
import { addRetractClosedDays } from './retract-closed-days';

type Makers = Pick<PageMakers, 'page' | 'gateway' | 'clock'>;

/** The calendar that is shown where the address names none. */
const USUAL = 'schools';

/** The days of a year on which one calendar is closed, and what was decided on them. */
export function addClosedDaysPages(app: FastifyInstance, makers: Makers): void {
  app.get(CLOSED_DAYS_PATH, (request, reply) => sendClosedDays(makers, request, reply, NOTHING_SENT));
  addClosedDaysForm(app, makers, (request, reply, sent) => sendClosedDays(makers, request, reply, sent));
  addRetractClosedDays(app, makers);
}

async function sendClosedDays(
  { page, gateway, clock }: Makers,
  request: FastifyRequest,
  reply: FastifyReply,
  sent: SentDays,
): Promise<FastifyReply> {
  const [{ isDeciding }, asking, query] = [lookingIn(request), askingOf(request), queryOf(request)];
  const year = readYear(sent.year ?? query.year, KNOWN_YEARS, londonDayOf(clock.now()));
  const calendar = sent.calendar ?? (typeof query.calendar === 'string' ? query.calendar : USUAL);
  const place = readPlace(query);
  const [shown, decided] = await Promise.all([
    gateway.ask(ClosedDaysDocument, { calendar, from: `${year}-01-01`, to: `${year}-12-31` }, asking),
    isDeciding
      ? askPart(
          gateway.ask(ClosureDecisionsDocument, { calendar, first: PAGE_ROWS, after: place.after }, asking),
        )
      : null,
  ]);
  const rows = decided?.decisions ? closureRows(decided.decisions) : [];
  const view = {
    ...{ year, isDeciding, rows, problems: sent.problems, typed: sent.typed },
    ...yearOf(shown, { calendar, year }),
    fields: closedDaysFields(sent),
    kept: sent.status === 200 ? keptWords(query.kept, rows) : null,
    links: pageLinks({
      ...{ path: CLOSED_DAYS_PATH, filter: {}, parameters: { calendar, year }, place, rows: rows.length },
      total: decided?.decisions?.totalCount ?? null,
      pageInfo: decided?.decisions?.pageInfo ?? { hasNextPage: false, endCursor: null },
    }),
  };
  return sendPage(reply, page(request, 'administration/closed-days.njk', view), sent.status);
}

/** What the page shows of a calendar's year. Throws `NotFound` for a calendar that there is not. */
function yearOf(shown: ClosedDaysQuery, { calendar, year }: { calendar: string; year: number }) {
  const found = shown.calendars?.find(({ id }) => id === calendar);
  if (found === undefined && shown.calendars !== null) throw new NotFound();
  const hrefOf = (id: string, ofYear: number) =>
    addressOf(CLOSED_DAYS_PATH, {}, { calendar: id, year: ofYear });
  return {
    calendar: found ?? { id: calendar, name: calendar, setBy: null },
    calendars: (shown.calendars ?? []).map(({ id, name }) => ({
      ...{ text: name, href: hrefOf(id, year), isCurrent: id === calendar },
    })),
    years: yearsKnown().map((each) => ({
      text: each,
      href: hrefOf(calendar, each),
      isCurrent: each === year,
    })),
    closed: closedRows(shown, { calendar, year }),
    workingDays: yearTable(year, [...(shown.bankHolidays ?? []), ...eachDay(shown)]).workingDays,
  };
}
