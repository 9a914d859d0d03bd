import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { PAGE_ROWS, pageLinks, readPlace } from '../../lists/page-place';
import {
  ImportLedgerDocument,
  ImportRunPageDocument,
  UndoImportDocument,
} from '../../operations/__generated__/operations';
import { checkForm } from '../../server/check-form';
import { NotFound } from '../../server/not-found';
import { askingOf, type PageMakers, queryOf, sendPage } from '../page-makers';
import { checkAdmin } from './check-admin';
import { runLine, runView } from './run-view';

type Makers = Pick<PageMakers, 'page' | 'gateway'>;

interface At {
  Params: { id: string };
}

/** Every import that was made, by the site, the door, the watched folder or the command, and undoing one. */
export function addLedger(app: FastifyInstance, makers: Makers): void {
  app.get('/imports/ledger', async (request, reply) => {
    checkAdmin(request);
    const place = readPlace(queryOf(request));
    const variables = { first: PAGE_ROWS, after: place.after };
    const { imports } = await makers.gateway.ask(ImportLedgerDocument, variables, askingOf(request));
    const lines = (imports?.edges ?? []).flatMap(({ node }) => (node === null ? [] : [runLine(node)]));
    const links = pageLinks({
      ...{ path: '/imports/ledger', filter: {}, parameters: {}, place, rows: lines.length },
      total: imports?.totalCount ?? null,
      pageInfo: imports?.pageInfo ?? { hasNextPage: false, endCursor: null },
    });
    return sendPage(reply, makers.page(request, 'imports/ledger.njk', { lines, links }));
  });

  app.get<At>('/imports/ledger/:id', (request, reply) =>
    sendRun(makers, { request, reply, id: request.params.id }),
  );

  app.post<At>('/imports/ledger/:id/undo', async (request, reply) => {
    const form = checkForm(request);
    checkAdmin(request);
    const { id } = request.params;
    const reason = typeof form.reason === 'string' ? form.reason : '';
    const { undone } = await makers.gateway.ask(UndoImportDocument, { id, reason }, askingOf(request));
    if (undone === null || undone.__typename === 'RunNotFound') throw new NotFound();
    if ('message' in undone)
      return sendRun(makers, { request, reply, id, refused: { reason, says: undone.message } });
    const { job } = undone;
    return reply.redirect(job === null ? '/imports' : `/imports/${job.id}`, 303);
  });
}

interface Sending {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly id: string;
  readonly refused?: { readonly reason: string; readonly says: string };
}

async function sendRun(
  { page, gateway }: Makers,
  { request, reply, id, refused }: Sending,
): Promise<FastifyReply> {
  checkAdmin(request);
  const { importRun, faultCodes } = await gateway.ask(ImportRunPageDocument, { id }, askingOf(request));
  if (importRun === null) throw new NotFound();
  const view = { ...runView(importRun, faultCodes ?? []), refused: refused ?? null };
  return sendPage(reply, page(request, 'imports/run.njk', view), refused === undefined ? 200 : 400);
}
