import type { FastifyInstance } from 'fastify';
import type { Asking, Gateway } from '../../../gateway/gateway';
import { askAt } from '../../../lists/ask-at';
import { PAGE_ROWS, readPlace } from '../../../lists/page-place';
import { LikelyDuplicateListDocument } from '../../../operations/__generated__/operations';
import { askingOf, type PageMakers, queryOf, sendPage, steadyAskingOf } from '../../page-makers';
import { type FileStep, NO_STEP, STEP_ROWS, sendFile } from '../list-file';
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
    const { place, given } = await askAt(readPlace(query), (after) =>
      stepOf(gateway, asking, question, { first: PAGE_ROWS, after }),
    );
    return sendPage(
      reply,
      page(request, 'data-quality/duplicates.njk', duplicatesView(question, place, given)),
    );
  });
  app.get(`${DUPLICATES_PATH}.csv`, async (request, reply) => {
    checkMayCorrect(request);
    const asking = steadyAskingOf(request);
    const question = readPairQuestion(queryOf(request));
    return sendFile(
      { page, request, reply },
      {
        ...{ name: 'likely-duplicates', heads: PAIR_HEADS, cellsOf: pairCells },
        step: (after) => stepOf(gateway, asking, question, { first: STEP_ROWS, after }),
      },
    );
  });
  addCopy(app, makers);
  addPair(app, makers);
}

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
  return likelyDuplicates ?? NO_STEP;
}
