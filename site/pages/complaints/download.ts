import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sendNoDownload } from '../../downloads/no-download';
import { relayExport } from '../../downloads/relay-export';
import { MEDIA_TYPES, TABLE_KINDS, type TableKind, typedFile } from '../../downloads/table-kinds';
import { addressOf } from '../../filters/address';
import { isBadQuestion } from '../../gateway/part-lost';
import { GatewayRefusal } from '../../gateway/refusal';
import { askFilterNames } from '../filter-names';
import { ROW_COUNT } from '../note-files';
import { type PageMakers, queryOf, type SiteMakers, steadyAskingOf } from '../page-makers';
import { askListPage, type ListPage } from './ask-list';
import { type AskStep, csvOf, fileName, rowsOf, tooMany, typedColumns } from './list-file';
import { type ListQuestion, readListQuestion } from './list-question';
import { LIST_PATH } from './list-view';

/** As many as the graph gives at once. */
const STEP_ROWS = 200;

type Makers = Pick<PageMakers, 'page' | 'gateway'> & Pick<SiteMakers, 'download'>;

/** The download of a list: all of its rows, as the page shows them; of complaints with types, with all that files of records hold. */
export function addComplaintDownload(app: FastifyInstance, makers: Makers): void {
  for (const kind of TABLE_KINDS)
    app.get(`${LIST_PATH}.${kind}`, async (request, reply) => {
      const sent = await send(makers, { request, reply }, kind);
      return 'tell' in sent ? sendNoDownload({ ...makers, request, reply }, sent.tell) : sent;
    });
}

interface Visit {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** Sends the file, or gives what to tell where there is none. */
async function send(
  { gateway, download }: Makers,
  { request, reply }: Visit,
  kind: TableKind,
): Promise<FastifyReply | { readonly tell: readonly string[] }> {
  const [asking, query] = [steadyAskingOf(request), queryOf(request)];
  const { choices } = await askFilterNames(gateway, asking, query);
  const question = readListQuestion(query, choices);
  if (question.problems.length > 0) return { tell: question.problems };
  if (kind !== 'csv' && question.kind === 'plain') {
    const wanted = {
      records: 'complaints',
      kind,
      name: 'complaints-all',
      where: { ...question.plain.where },
    };
    const relayed = await relayExport(reply, wanted, { download, asking });
    return typeof relayed === 'string' ? { tell: [relayed] } : relayed;
  }
  try {
    const step: AskStep = async (after) =>
      whole(await askListPage(gateway, asking, question, { first: STEP_ROWS, after }));
    const first = await step(null);
    const refused = tooMany(first.total);
    return refused === null ? sendSteps(reply, { question, kind, first, step }) : { tell: [refused] };
  } catch (error) {
    if (isBadQuestion(error)) return { tell: [error.message] };
    throw error;
  }
}

interface Stepped {
  readonly question: ListQuestion;
  readonly kind: TableKind;
  readonly first: ListPage;
  readonly step: AskStep;
}

/** The list page by page, as it comes. */
function sendSteps(reply: FastifyReply, { question, kind, first, step }: Stepped): FastifyReply {
  const { asAt, total } = first;
  reply.header('content-disposition', `attachment; filename="${fileName(question, asAt)}.${kind}"`);
  if (total !== null) reply.header(ROW_COUNT, total);
  reply.type(MEDIA_TYPES[kind]);
  if (kind === 'csv') return reply.send(Readable.from(csvOf(question, first, step)));
  const columns = typedColumns(question, first);
  const typed = { columns, rows: rowsOf(first, step), count: total ?? first.rows.length };
  const asked = addressOf('', question.filter, question.parameters).slice(1);
  const words = { title: fileName(question, asAt), asAt, asked };
  return reply.send(Readable.from(typedFile(kind, typed, words)));
}

/** A file says all or nothing: throws where a part did not answer, which breaks off a download that has begun. */
function whole(page: ListPage): ListPage {
  if (page.lost.length > 0) throw new GatewayRefusal('UNREACHABLE', 'A part of the list cannot be had');
  return page;
}
