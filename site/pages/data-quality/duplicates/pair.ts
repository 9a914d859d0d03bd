import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { textOf, wholeTextOf } from '../../../forms/fields';
import type { Asking } from '../../../gateway/gateway';
import {
  ConfirmDuplicateDocument,
  LikelyDuplicatePageDocument,
  RefuseDuplicateDocument,
} from '../../../operations/__generated__/operations';
import { checkForm } from '../../../server/check-form';
import { NotFound } from '../../../server/not-found';
import { askingOf, type PageMakers, sendPage } from '../../page-makers';
import { type RefusedDecision, refusalOf } from '../correction/refusal';
import { DUPLICATES_PATH, pairHref } from '../paths';
import { checkMayCorrect } from '../roles';
import { type GivenPair, pairView } from './pair-view';

type Makers = Pick<PageMakers, 'page' | 'gateway'>;
type Request = FastifyRequest<{ Params: { id: string } }>;
type Params = { Params: { id: string } };

/** Two records side by side, and whether they are one complaint. */
export function addPair(app: FastifyInstance, makers: Makers): void {
  const { gateway } = makers;
  app.get<Params>(`${DUPLICATES_PATH}/:id`, async (request, reply) => {
    checkMayCorrect(request);
    const given = await askPair(makers, request, askingOf(request));
    return sendPair(makers, { request, reply }, { given, reason: '', refused: null });
  });
  app.post<Params>(`${DUPLICATES_PATH}/:id`, async (request, reply) => {
    const form = checkForm(request);
    checkMayCorrect(request);
    const [asking, { id }, reason] = [askingOf(request), request.params, wholeTextOf(form, 'reason')];
    const document =
      textOf(form, 'decision') === 'confirm' ? ConfirmDuplicateDocument : RefuseDuplicateDocument;
    const { decided } = await gateway.ask(document, { id, reason }, asking);
    const refused = refusalOf(decided ?? { __typename: 'Lost' }, null);
    if (refused === null) return reply.redirect(pairHref(id), 303);
    const given = await askPair(makers, request, asking);
    return sendPair(makers, { request, reply }, { given, reason, refused }, 400);
  });
}

async function askPair({ gateway }: Makers, request: Request, asking: Asking): Promise<GivenPair> {
  const { id } = request.params;
  const { likelyDuplicate: pair, sources } = await gateway.ask(LikelyDuplicatePageDocument, { id }, asking);
  if (pair === null) throw new NotFound();
  return { pair, sources };
}

function sendPair(
  { page }: Makers,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
  shown: { given: GivenPair; reason: string; refused: RefusedDecision | null },
  status = 200,
): FastifyReply {
  return sendPage(reply, page(request, 'data-quality/pair.njk', pairView(shown)), status);
}
