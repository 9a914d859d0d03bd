import type { FastifyInstance, FastifyRequest } from 'fastify';
import { GatewayRefusal } from '../../../gateway/refusal';
import { askAt } from '../../../lists/ask-at';
import { PAGE_ROWS, pageLinks, readPlace } from '../../../lists/page-place';
import { type CallLineFragment, CallsToDealWithDocument } from '../../../operations/__generated__/operations';
import { signedIn } from '../../../server/visitor';
import { unlessLost } from '../../ask-part';
import { lostView, statusOf } from '../../figures/lost';
import { askingOf, type PageMakers, queryOf, sendPage } from '../../page-makers';
import { mayAssign } from '../roles';
import { readCallQuestion } from './call-question';
import { callWords } from './call-words';

type Makers = Pick<PageMakers, 'page' | 'gateway'>;

/** Calls that nobody dealt with yet. */
export const CALLS_PATH = '/casework/calls';
export const callHref = (id: string): string => `${CALLS_PATH}/${encodeURIComponent(id)}`;
/** Where a complaint is recorded of a call. */
export const recordHref = (id: string): string => `/casework/record?call=${encodeURIComponent(id)}`;

/** Throws for whoever deals with no calls. */
export function checkDealsWithCalls(request: FastifyRequest): void {
  if (!mayAssign(signedIn(request).role))
    throw new GatewayRefusal('FORBIDDEN', 'Calls are dealt with by officers of the central team');
}

/** The calls that somebody is cleared to deal with, the oldest first. */
export function addCallList(app: FastifyInstance, { page, gateway }: Makers): void {
  app.get(CALLS_PATH, async (request, reply) => {
    checkDealsWithCalls(request);
    const { problems, ...where } = readCallQuestion(queryOf(request));
    const { place, given } = await askAt(readPlace(queryOf(request)), (after) =>
      unlessLost(
        gateway.ask(CallsToDealWithDocument, { ...where, first: PAGE_ROWS, after }, askingOf(request)),
      ),
    );
    const lost = { isLost: given === null };
    const calls = given?.calls ?? null;
    const rows = (calls?.edges ?? []).flatMap(({ node }) => (node === null ? [] : rowOf(node)));
    const view = {
      ...{ ...lostView(lost), path: CALLS_PATH, problems, where, rows },
      isNarrowed: Object.values(where).some((part) => part !== null),
      did: queryOf(request).did === 'dealt-with',
      links: pageLinks({
        ...{ path: CALLS_PATH, filter: {}, parameters: { ...where }, place, rows: rows.length },
        total: calls?.totalCount ?? null,
        pageInfo: calls?.pageInfo ?? { hasNextPage: false, endCursor: null },
      }),
    };
    return sendPage(reply, page(request, 'casework/calls/list.njk', view), statusOf(lost));
  });
}

const rowOf = (call: CallLineFragment) => ({
  ...{ ...callWords(call), href: callHref(call.id), recordHref: recordHref(call.id) },
});
