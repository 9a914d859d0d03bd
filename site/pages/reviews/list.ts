import type { FastifyInstance } from 'fastify';
import { londonDayOf } from '../../../domain/calendar/day';
import { countedWords } from '../../../domain/figures/numbers';
import type { Asking, Gateway } from '../../gateway/gateway';
import { isBadQuestion } from '../../gateway/part-lost';
import { PAGE_ROWS, type PagePlace, pageLinks, readPlace } from '../../lists/page-place';
import { ReviewMeetingsDocument, type ReviewMeetingsQuery } from '../../operations/__generated__/operations';
import { signedIn } from '../../server/visitor';
import { askingOf, type PageMakers, queryOf, sendPage } from '../page-makers';
import { actionWords } from './action-words';
import { meetingWords } from './meeting-words';
import { REVIEWS_PATH } from './paths';
import { mayHold } from './roles';

/** The review meetings, and what was agreed and is not done. */
export function addReviewList(
  app: FastifyInstance,
  { page, gateway, clock }: Pick<PageMakers, 'page' | 'gateway' | 'clock'>,
): void {
  app.get(REVIEWS_PATH, async (request, reply) => {
    const place = readPlace(queryOf(request));
    const answer = await askBeginning(gateway, askingOf(request), place);
    const html = page(request, 'reviews/list.njk', {
      ...listView(answer, { place, today: londonDayOf(clock.now()) }),
      mayHold: mayHold(signedIn(request).role),
    });
    return sendPage(reply, html);
  });
}

/** The page at a place; the first where there is no such place any more. */
async function askBeginning(
  gateway: Gateway,
  asking: Asking,
  { after }: PagePlace,
): Promise<ReviewMeetingsQuery> {
  const ask = (from: string | null) =>
    gateway.ask(ReviewMeetingsDocument, { first: PAGE_ROWS, after: from }, asking);
  try {
    return await ask(after);
  } catch (error) {
    if (!isBadQuestion(error) || after === null) throw error;
    return ask(null);
  }
}

function listView(
  { reviewMeetings, agreedActions }: ReviewMeetingsQuery,
  { place, today }: { readonly place: PagePlace; readonly today: string },
) {
  const meetings = (reviewMeetings?.edges ?? []).flatMap(({ node }) => node ?? []);
  const open = (agreedActions?.edges ?? []).flatMap(({ node }) => node ?? []);
  return {
    meetings: meetings.map((meeting) => ({ ...meetingWords(meeting), agreed: agreedWords(meeting) })),
    open: open.map((action) => actionWords(action, today)),
    openTotal: agreedActions?.totalCount ?? null,
    links: pageLinks({
      ...{ path: REVIEWS_PATH, filter: {}, parameters: {}, place, rows: meetings.length },
      total: reviewMeetings?.totalCount ?? null,
      pageInfo: reviewMeetings?.pageInfo ?? { hasNextPage: false, endCursor: null },
    }),
  };
}

interface Agreed {
  readonly state: string;
  readonly actions: readonly { readonly state: string; readonly isOverdue: boolean }[];
}

/** "3 things agreed, 1 open", and how many are overdue. */
function agreedWords({ state: held, actions }: Agreed): string {
  const open = actions.filter(({ state }) => state === 'OPEN').length;
  const overdue = actions.filter(({ isOverdue }) => isOverdue).length;
  if (actions.length === 0) return held === 'CLOSED' ? 'Nothing was agreed' : 'Nothing agreed yet';
  const agreed = countedWords({ count: actions.length, one: 'thing agreed', many: 'things agreed' });
  if (open === 0) return `${agreed}, none open`;
  return `${agreed}, ${open} open${overdue > 0 ? `, ${overdue} overdue` : ''}`;
}
