import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { textOf } from '../../../forms/fields';
import type { Asking } from '../../../gateway/gateway';
import {
  CorrectQuarantinedRowDocument,
  DismissQuarantinedRowDocument,
  QuarantinedRowPageDocument,
  ReopenQuarantinedRowDocument,
} from '../../../operations/__generated__/operations';
import { checkForm, type Form } from '../../../server/check-form';
import { NotFound } from '../../../server/not-found';
import { askingOf, type PageMakers, queryOf, sendPage } from '../../page-makers';
import { changedCells, readCorrection, type TypedCorrection } from '../correction/cell-form';
import { correctableColumns, isRaggedRow, referenceColumn } from '../correction/columns';
import { type Decided, type RefusedDecision, refusalOf } from '../correction/refusal';
import { QUARANTINE_PATH, rowHref } from '../paths';
import { checkMayCorrect } from '../roles';
import { type GivenRow, rowView } from './row-view';

type Makers = Pick<PageMakers, 'page' | 'gateway'>;
type Request = FastifyRequest<{ Params: { id: string } }>;
type Params = { Params: { id: string } };

/** One row that could not be counted, as it came, and the form by which it is put right. */
export function addQuarantinedRow(app: FastifyInstance, makers: Makers): void {
  app.get<Params>(`${QUARANTINE_PATH}/:id`, async (request, reply) => {
    checkMayCorrect(request);
    const given = await askRow(makers, request, askingOf(request));
    return sendRow(makers, { request, reply }, { given, typed: null, refused: null });
  });
  app.post<Params>(`${QUARANTINE_PATH}/:id`, async (request, reply) => {
    const form = checkForm(request);
    checkMayCorrect(request);
    const asking = askingOf(request);
    const given = await askRow(makers, request, asking);
    const { row } = given;
    const columns = correctableColumns(row.cells ?? [], row.reasons);
    const typed = readCorrection(form, columns);
    const reference = referenceColumn(columns);
    const decided = await decide(makers, { form, given, typed, asking });
    const refused = refusalOf(decided, reference);
    if (refused !== null) return sendRow(makers, { request, reply }, { given, typed, refused }, 400);
    const known = reference === null ? undefined : typed.cells.get(reference);
    const done = new URLSearchParams({ done: textOf(form, 'decision'), ...(known && { reference: known }) });
    return reply.redirect(`${rowHref(row.id)}?${done}`, 303);
  });
}

async function askRow({ gateway }: Makers, request: Request, asking: Asking): Promise<GivenRow> {
  const { id } = request.params;
  const { quarantinedRow: row, sources } = await gateway.ask(QuarantinedRowPageDocument, { id }, asking);
  if (row === null) throw new NotFound();
  return { row, sources };
}

/** Hands over what somebody decided. A correction of nothing is refused by the gateway, in its words. */
async function decide(
  { gateway }: Makers,
  {
    form,
    given: { row },
    typed,
    asking,
  }: { form: Form; given: GivenRow; typed: TypedCorrection; asking: Asking },
): Promise<Decided> {
  const [id, decision] = [row.id, textOf(form, 'decision')];
  const { reason, acceptFaults } = typed;
  if (decision === 'dismiss')
    return (await gateway.ask(DismissQuarantinedRowDocument, { id, reason }, asking)).decided ?? LOST;
  if (decision === 'reopen')
    return (await gateway.ask(ReopenQuarantinedRowDocument, { id, reason }, asking)).decided ?? LOST;
  const came = new Map((row.cells ?? []).map(({ column, value }) => [column, value]));
  const cells = changedCells(typed, { came, isRagged: isRaggedRow(row.reasons) });
  const correction = { id, cells, reason, acceptFaults };
  return (await gateway.ask(CorrectQuarantinedRowDocument, correction, asking)).decided ?? LOST;
}

const LOST: Decided = { __typename: 'Lost' };

function sendRow(
  { page }: Makers,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
  shown: { given: GivenRow; typed: TypedCorrection | null; refused: RefusedDecision | null },
  status = 200,
): FastifyReply {
  const { done, reference } = queryOf(request);
  const view = rowView({ ...shown, done, reference });
  return sendPage(reply, page(request, 'data-quality/row.njk', view), status);
}
