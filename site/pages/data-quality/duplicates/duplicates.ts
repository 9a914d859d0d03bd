import type { FastifyInstance } from 'fastify';
import type { Asking, Gateway } from '../../../gateway/gateway';
import { isBadQuestion } from '../../../gateway/part-lost';
import { FIRST_PAGE, PAGE_ROWS, type PagePlace, readPlace } from '../../../lists/page-place';
import { LikelyDuplicateListDocument } from '../../../operations/__generated__/operations';
import { askingOf, type PageMakers, queryOf, sendPage, steadyAskingOf } from '../../page-makers';
import { type FileStep, STEP_ROWS, sendFile } from '../list-file';
import { DUPLICATES_PATH } from '../paths';
import { checkMayCorrect } from '../roles';
import { addCopy } from './copy';
import { duplicatesView, PAIR_HEADS, type PairNode, pairCells } from './duplicates-view';
import { addPair } from './pair';
import { type PairQuestion, readPairQuestion } from './question';

type Makers = Pick<PageMakers, 'page' | 'gateway'>;

/** Records that may be one complaint, and copies that say something else: their lists, and each to be settled. */
export function addDuplicates(app: FastifyInstance, makers: Makers): void {
  const { page, gateway } = makers;
  app.get(DUPLICATES_PATH, async (request, reply) => {
    checkMayCorrect(request);
    const [asking, query] = [askingOf(request), queryOf(request)];
    const question = readPairQuestion(query);
    const { place, given } = await pageAt(gateway, asking, question, readPlace(query));
    return sendPage(
      reply,
      page(request, 'data-quality/duplicates.njk', duplicatesView(question, place, given)),
    );
  });
  app.get(`${DUPLICATES_PATH}.csv`, async (request, reply) => {
    checkMayCorrect(request);
    const asking = steadyAskingOf(request);
    const question = readPairQuestion(queryOf(request));
    const refused = await sendFile(reply, {
      ...{ name: 'likely-duplicates', heads: PAIR_HEADS, cellsOf: pairCells },
      step: (after) => stepOf(gateway, asking, question, { first: STEP_ROWS, after }),
    });
    if (refused === null) return reply;
    const told = { title: 'There is no such download', says: [refused.refused] };
    return sendPage(reply, page(request, 'told.njk', told), 422);
  });
  addCopy(app, makers);
  addPair(app, makers);
}

/** The page at a place; the first where the list has no such place any more. */
async function pageAt(
  gateway: Gateway,
  asking: Asking,
  question: PairQuestion,
  place: PagePlace,
): Promise<{ place: PagePlace; given: FileStep<PairNode> }> {
  try {
    const given = await stepOf(gateway, asking, question, { first: PAGE_ROWS, after: place.after });
    return { place, given };
  } catch (error) {
    if (!isBadQuestion(error) || place.after === null) throw error;
    return pageAt(gateway, asking, question, FIRST_PAGE);
  }
}

const NO_ROWS = { totalCount: 0, edges: [], pageInfo: { hasNextPage: false, endCursor: null } } as const;

async function stepOf(
  gateway: Gateway,
  asking: Asking,
  { where }: PairQuestion,
  { first, after }: { first: number; after: string | null },
): Promise<FileStep<PairNode>> {
  const { likelyDuplicates } = await gateway.ask(
    LikelyDuplicateListDocument,
    { where, first, after },
    asking,
  );
  return likelyDuplicates ?? NO_ROWS;
}
