import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { textOf } from '../../../forms/fields';
import type { Asking } from '../../../gateway/gateway';
import {
  ConfirmCopyDocument,
  ConflictingCopyDocument,
  SeparateCopyDocument,
} from '../../../operations/__generated__/operations';
import { checkForm, type Form } from '../../../server/check-form';
import { NotFound } from '../../../server/not-found';
import { askingOf, type PageMakers, sendPage } from '../../page-makers';
import { changedCells, readCorrection, type TypedCorrection } from '../correction/cell-form';
import { correctableColumns, referenceColumn } from '../correction/columns';
import { type Decided, type RefusedDecision, refusalOf } from '../correction/refusal';
import { COPIES_PATH, copyHref } from '../paths';
import { checkMayCorrect } from '../roles';
import { copyView, type GivenCopy } from './copy-view';

type Makers = Pick<PageMakers, 'page' | 'gateway'>;
type Request = FastifyRequest<{ Params: { id: string } }>;
type Params = { Params: { id: string } };

/** A copy that says something else than the row that holds: a copy it is, or another record with the same reference. */
export function addCopy(app: FastifyInstance, makers: Makers): void {
  app.get<Params>(`${COPIES_PATH}/:id`, async (request, reply) => {
    checkMayCorrect(request);
    const given = await askCopy(makers, request, askingOf(request));
    return sendCopy(makers, { request, reply }, { given, typed: null, refused: null });
  });
  app.post<Params>(`${COPIES_PATH}/:id`, async (request, reply) => {
    const form = checkForm(request);
    checkMayCorrect(request);
    const asking = askingOf(request);
    const given = await askCopy(makers, request, asking);
    const columns = correctableColumns(given.copy.cells ?? [], []);
    const typed = readCorrection(form, columns);
    const decided = await decide(makers, { form, given, typed, asking });
    const refused = refusalOf(decided, referenceColumn(columns));
    if (refused === null) return reply.redirect(copyHref(given.copy.id), 303);
    return sendCopy(makers, { request, reply }, { given, typed, refused }, 400);
  });
}

async function askCopy({ gateway }: Makers, request: Request, asking: Asking): Promise<GivenCopy> {
  const { id } = request.params;
  const { fault: copy, sources } = await gateway.ask(ConflictingCopyDocument, { id }, asking);
  if (copy === null || copy.code !== 'CONFLICTING_COPY') throw new NotFound();
  return { copy, sources };
}

async function decide(
  { gateway }: Makers,
  {
    form,
    given: { copy },
    typed,
    asking,
  }: { form: Form; given: GivenCopy; typed: TypedCorrection; asking: Asking },
): Promise<Decided> {
  const { id } = copy;
  const { reason, acceptFaults } = typed;
  if (textOf(form, 'decision') === 'confirm')
    return (await gateway.ask(ConfirmCopyDocument, { id, reason }, asking)).decided ?? LOST;
  const came = new Map((copy.cells ?? []).map(({ column, value }) => [column, value]));
  const cells = changedCells(typed, { came, isRagged: false });
  const { decided } = await gateway.ask(SeparateCopyDocument, { id, cells, reason, acceptFaults }, asking);
  return decided ?? LOST;
}

const LOST: Decided = { __typename: 'Lost' };

function sendCopy(
  { page }: Makers,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
  shown: { given: GivenCopy; typed: TypedCorrection | null; refused: RefusedDecision | null },
  status = 200,
): FastifyReply {
  return sendPage(reply, page(request, 'data-quality/copy.njk', copyView(shown)), status);
}
