import type { FastifyInstance } from 'fastify';
import type { Asking, Gateway } from '../../gateway/gateway';
import { askAt } from '../../lists/ask-at';
import { PAGE_ROWS, type PagePlace, readPlace } from '../../lists/page-place';
import { OmbudsmanCountsDocument, OmbudsmanListDocument } from '../../operations/__generated__/operations';
import { signedIn } from '../../server/visitor';
import { unlessLost } from '../ask-part';
import { lostView, statusOf } from '../figures/lost';
import { askingOf, type PageMakers, queryOf, type SiteMakers, sendPage } from '../page-makers';
import { addOmbudsmanCase } from './case';
import { type CaseQuestion, readCaseQuestion } from './case-filter';
import { CASES_PATH, casesShown, narrowingChoices, orderChoices, stateChoices } from './cases-view';
import { addEnquiryCommandPages } from './commands/enquiry-command-page';
import { addRecordEnquiry, mayWorkOnCases, RECORD_ENQUIRY_PATH } from './commands/record-page';
import { addCasesDownload } from './download';

/** Ombudsmen's cases: their list by state, and each of them. A partner sees its own. */
export function addOmbudsmanPages(
  app: FastifyInstance,
  makers: Pick<PageMakers, 'page' | 'gateway' | 'clock' | 'nameOf'> & Pick<SiteMakers, 'download'>,
): void {
  const { page, gateway } = makers;
  app.get(CASES_PATH, async (request, reply) => {
    const [asking, query, { role }] = [askingOf(request), queryOf(request), signedIn(request)];
    const question = readCaseQuestion(query);
    const [list, counts] = await Promise.all([
      unlessLost(askList(gateway, asking, question, readPlace(query))),
      // The list stands without how many there are in each state.
      unlessLost(gateway.ask(OmbudsmanCountsDocument, {}, asking)),
    ]);
    const lost = { isLost: list === null };
    const view = {
      ...lostView(lost),
      isPartner: role === 'partner',
      recordHref: mayWorkOnCases(role) ? RECORD_ENQUIRY_PATH : null,
      problems: question.problems,
      states: stateChoices(question, counts, role === 'partner'),
      narrowings: role === 'partner' ? [] : narrowingChoices(question),
      orders: orderChoices(question),
      isNarrowed: Object.keys(question.parameters).some((name) => ['state', 'body', 'stream'].includes(name)),
      list,
    };
    return sendPage(reply, page(request, 'ombudsman-cases/list.njk', view), statusOf(lost));
  });
  addCasesDownload(app, makers);
  addOmbudsmanCase(app, makers);
  addEnquiryCommandPages(app, makers);
  addRecordEnquiry(app, makers);
}

/** The page of cases at a place; the first page where the list has no such place any more. */
async function askList(gateway: Gateway, asking: Asking, question: CaseQuestion, place: PagePlace) {
  const { where, orderBy } = question;
  const { place: shown, given } = await askAt(place, async (after) => {
    const { ombudsmanCases } = await gateway.ask(
      OmbudsmanListDocument,
      { where, orderBy, first: PAGE_ROWS, after },
      asking,
    );
    if (ombudsmanCases === null) throw new Error('The gateway answered without the list that was asked for');
    return ombudsmanCases;
  });
  return casesShown(given, question, shown);
}
