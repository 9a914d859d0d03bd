import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { addDays, toDay } from '../../../domain/calendar/day';
import { financialYearOf, periodOf, quarterOf } from '../../../domain/calendar/financial-year';
import { QUARTERS } from '../../filters/parts';
import { textOf } from '../../forms/fields';
import { isPartLost } from '../../gateway/part-lost';
import { OpenReportDocument, ReportsHomeDocument } from '../../operations/__generated__/operations';
import { mayGetPost } from '../../post/post-scope';
import { checkForm } from '../../server/check-form';
import { signedIn } from '../../server/visitor';
import { unlessLost } from '../ask-part';
import { lostView } from '../figures/lost';
import { askingOf, type PageMakers, queryOf, sendPage, steadyAskingOf } from '../page-makers';
import { askReach } from '../reach';
import { type ChosenReport, chosenReport } from '../report/chosen-report';
import { homeView } from './home-view';
import { REPORTS_PATH, reportHref } from './paths';
import { checkWriter, mayWrite } from './roles';

type Makers = Pick<PageMakers, 'page' | 'gateway' | 'clock' | 'nameOf'>;

const MOST = 50;

/** The reports that were begun, by year, and what can be begun. */
export function addReportsHome(app: FastifyInstance, makers: Makers): void {
  app.get(REPORTS_PATH, (request, reply) => sendHome(makers, request, reply));
  app.post(REPORTS_PATH, (request, reply) => open(makers, request, reply));
}

async function open(makers: Makers, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const form = checkForm(request);
  checkWriter(request);
  const upTo = QUARTERS.find((quarter) => quarter === textOf(form, 'upTo'));
  if (upTo === undefined) return sendHome(makers, request, reply, 'Choose up to which quarter it speaks.');
  const variables = {
    definition: textOf(form, 'definition'),
    financialYear: textOf(form, 'financialYear'),
    upTo,
  };
  try {
    const { done } = await makers.gateway.ask(OpenReportDocument, variables, steadyAskingOf(request));
    if (done?.__typename === 'Report') return reply.redirect(reportHref(done.id), 303);
    return sendHome(makers, request, reply, done?.message ?? NO_ANSWER);
  } catch (error) {
    if (isPartLost(error)) return sendHome(makers, request, reply, NO_ANSWER);
    throw error;
  }
}

const NO_ANSWER =
  'No answer came, so nobody knows whether it was begun. Begin it again: one that was begun is opened.';

async function sendHome(
  { page, gateway, clock, nameOf }: Makers,
  request: FastifyRequest,
  reply: FastifyReply,
  problem: string | null = null,
): Promise<FastifyReply> {
  const asking = askingOf(request);
  const { after } = queryOf(request);
  const answer = await unlessLost(
    gateway.ask(
      ReportsHomeDocument,
      { first: MOST, after: typeof after === 'string' && after !== '' ? after : null },
      asking,
    ),
  );
  const newest = chosenReport({}, await askReach({ gateway, clock }, asking));
  const view = {
    ...{
      ...homeView(answer, nameOf),
      years: newest.years,
      chosen: lastEnded(newest),
      action: REPORTS_PATH,
    },
    mayWrite: mayWrite(request),
    canPost: mayGetPost(signedIn(request).role),
    ...lostView({ isLost: answer === null }),
    problems: problem === null ? [] : [{ field: '', says: problem }],
  };
  return sendPage(reply, page(request, 'reports/home.njk', view), problem === null ? 200 : 400);
}

/** The quarter before the one of the newest records, which is the last that can be frozen. */
function lastEnded({ financialYear, upTo }: ChosenReport) {
  const begins = periodOf({ financialYear, quarter: upTo })?.from;
  if (begins === undefined) return { financialYear, upTo };
  const day = addDays(toDay(begins), -1);
  return { financialYear: financialYearOf(day), upTo: quarterOf(day) };
}
