import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Asking, Gateway } from '../../gateway/gateway';
import { askAt } from '../../lists/ask-at';
import { PAGE_ROWS, readPlace } from '../../lists/page-place';
import {
  type ArticleFilter,
  GuidanceFoundDocument,
  GuidanceHomeDocument,
} from '../../operations/__generated__/operations';
import { NotFound } from '../../server/not-found';
import { askingOf, type PageMakers, queryOf, sendPage } from '../page-makers';
import { anyOf, type FindQuestion, readFindQuestion } from './find-question';
import { foundView, homeView } from './home-view';
import { GUIDANCE_PATH } from './paths';
import { isKeeper } from './roles';

/** How many of a kind the first page lists, and how many questions it holds to be found while typing. */
const LISTED = { listed: 50, indexed: 200 } as const;

/** With fewer that have all of the words, those that have some are shown too. */
const FEW = 5;
/** How many of those: the best of them. */
const NEARLY = 10;

/** Where everybody who answers complaints begins: what to read first, and how to find the rest. */
export function addGuidanceHome(app: FastifyInstance, makers: Pick<PageMakers, 'page' | 'gateway'>): void {
  app.get(GUIDANCE_PATH, async (request, reply) => {
    const question = readFindQuestion(queryOf(request));
    if (Object.keys(question.parameters).length > 0) return sendFound(makers, question, { request, reply });
    const answer = await makers.gateway.ask(GuidanceHomeDocument, LISTED, askingOf(request));
    const view = homeView(answer, { isKeeper: isKeeper(request), problems: question.problems });
    return sendPage(reply, makers.page(request, 'guidance/home.njk', view));
  });
}

interface Sending {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

async function sendFound(
  { page, gateway }: Pick<PageMakers, 'page' | 'gateway'>,
  question: FindQuestion,
  { request, reply }: Sending,
): Promise<FastifyReply> {
  const asking = askingOf(request);
  const { place, given: found } = await askAt(readPlace(queryOf(request)), (after) =>
    askFound(gateway, asking, { where: question.where, first: PAGE_ROWS, after }),
  );
  const isFew = (found.totalCount ?? 0) < FEW && place.after === null;
  const any = isFew ? anyOf(question.where.search ?? '') : null;
  const nearly =
    any === null
      ? null
      : await askFound(gateway, asking, { where: { ...question.where, search: any }, first: NEARLY });
  const view = foundView({ question, place, found, nearly, isKeeper: isKeeper(request) });
  return sendPage(reply, page(request, 'guidance/found.njk', view));
}

interface Wanted {
  readonly where: ArticleFilter;
  readonly first: number;
  readonly after?: string | null;
}

async function askFound(gateway: Gateway, asking: Asking, { where, first, after = null }: Wanted) {
  const { articles } = await gateway.ask(GuidanceFoundDocument, { where, first, after }, asking);
  if (articles === null) throw new NotFound();
  return articles;
}
