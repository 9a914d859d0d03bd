import type { FastifyInstance, FastifyRequest } from 'fastify';
import { dayWords } from '../../../../domain/figures/days';
import { streamName } from '../../../../domain/figures/names';
import { GatewayRefusal } from '../../../gateway/refusal';
import { askAt } from '../../../lists/ask-at';
import { FIRST_PAGE, type PagePlace, readPlace } from '../../../lists/page-place';
import { WORKLISTS_PATH } from '../../../server/navigation';
import { signedIn } from '../../../server/visitor';
import { lostView, statusOf } from '../../figures/lost';
import { askFilterNames } from '../../filter-names';
import { askingOf, type PageMakers, queryOf, sendPage } from '../../page-makers';
import { mayAssign, mayWork } from '../roles';
import { ASSIGN_PATH } from '../team/assign';
import { receiverView } from '../team/receiver';
import { askWorklists, type WorklistShown } from './ask-worklists';
import { LISTS } from './lists';
import { placesOf } from './places';
import { waitingView } from './waiting-view';
import { streamsOf } from './work-streams';
import { readWorklistQuestion, type WorklistQuestion } from './worklist-question';
import { listOf, narrowingsOf, tabsOf } from './worklist-view';

type Makers = Pick<PageMakers, 'page' | 'gateway' | 'nameOf'>;

/** The worklists of whoever works on complaints, over all streams whose work they see. */
export function addWorklists(app: FastifyInstance, { page, gateway, nameOf }: Makers): void {
  app.get(WORKLISTS_PATH, async (request, reply) => {
    const person = signedIn(request);
    if (!mayWork(person.role))
      throw new GatewayRefusal(
        'FORBIDDEN',
        'Worklists are for officers and managers, who work on complaints',
      );
    const question = readWorklistQuestion(queryOf(request), person.role);
    const streams = streamsOf(person);
    const asked = streams.filter(
      (each) => question.stream === null || each.toUpperCase() === question.stream,
    );
    const asking = askingOf(request);
    const [{ place, given: shown }, { services }] = await Promise.all([
      askAt(readKnownPlace(request), (after) =>
        askWorklists(gateway, question, { streams: asked, places: placesOf(after) ?? {} }, asking),
      ),
      askFilterNames(gateway, asking, {}),
    ]);
    const lost = { isLost: asked.length > 0 && shown.lost.length === asked.length };
    const view = {
      ...{ ...lostView(lost), problems: question.problems, path: WORKLISTS_PATH },
      ...{
        tabs: tabsOf(question, shown),
        narrowings: narrowingsOf(question, { streams, services, known: shown.known, nameOf }),
      },
      ...listOf(question, shown, { place, nameOf }),
      ...headOf(question),
      assign: mayAssign(person.role) ? assignView(request, shown, nameOf) : null,
      waiting: waitingView(shown.waiting, nameOf),
      lost: shown.lost.map((stream) => streamName(stream.toUpperCase())),
      asAt: shown.asAt && dayWords(shown.asAt),
    };
    return sendPage(reply, page(request, 'casework/worklists/list.njk', view), statusOf(lost));
  });
}

/** How what is ticked is given to somebody. Without a script all of a page is ticked by its address. */
function assignView(request: FastifyRequest, { known }: WorklistShown, nameOf: Makers['nameOf']) {
  const { ticked } = queryOf(request);
  const more = request.url.includes('?') ? '&' : '?';
  return {
    ...{ sendTo: ASSIGN_PATH, isAllTicked: ticked === 'all' },
    tickAllHref: ticked === 'all' ? null : `${request.url}${more}ticked=all`,
    receiver: receiverView({}, known, { problems: [], nameOf }),
  };
}

/** The place that an address names; the first page where it names none that can be meant. */
function readKnownPlace(request: FastifyRequest): PagePlace {
  const place = readPlace(queryOf(request));
  return placesOf(place.after) === null ? FIRST_PAGE : place;
}

/** What the page says of the list that is open. */
const headOf = ({ list, parameters }: WorklistQuestion) => ({
  listName: LISTS[list].name,
  list,
  empty: LISTS[list].empty,
  isNarrowed: Object.keys(parameters).some((name) => name !== 'list'),
  wholeHref: `${WORKLISTS_PATH}?list=${list}`,
});
