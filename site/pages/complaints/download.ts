import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { isBadQuestion } from '../../gateway/part-lost';
import { GatewayRefusal } from '../../gateway/refusal';
import { askFilterNames } from '../filter-names';
import { ROW_COUNT } from '../note-files';
import { type PageMakers, queryOf, sendPage, steadyAskingOf } from '../page-makers';
import { askListPage, type ListPage } from './ask-list';
import { type AskStep, csvOf, fileName, tooMany } from './list-file';
import { readListQuestion } from './list-question';
import { CSV_PATH } from './list-view';

/** As many as the graph gives at once. */
const STEP_ROWS = 200;

/** The download of a list: all of its rows, as the page shows them. */
export function addComplaintDownload(
  app: FastifyInstance,
  { page, gateway }: Pick<PageMakers, 'page' | 'gateway'>,
): void {
  app.get(CSV_PATH, async (request, reply) => {
    const [asking, query] = [steadyAskingOf(request), queryOf(request)];
    const { choices } = await askFilterNames(gateway, asking, query);
    const question = readListQuestion(query, choices);
    const tell = (says: readonly string[]) =>
      sendPage(reply, page(request, 'told.njk', { title: 'There is no such download', says }), 422);
    if (question.problems.length > 0) return tell(question.problems);
    const step: AskStep = async (after) =>
      whole(await askListPage(gateway, asking, question, { first: STEP_ROWS, after }));
    try {
      const first = await step(null);
      const refused = tooMany(first.total);
      if (refused !== null) return tell([refused]);
      reply.header('content-disposition', `attachment; filename="${fileName(question, first.asAt)}"`);
      if (first.total !== null) reply.header(ROW_COUNT, first.total);
      return reply.type('text/csv; charset=utf-8').send(Readable.from(csvOf(question, first, step)));
    } catch (error) {
      if (isBadQuestion(error)) return tell([error.message]);
      throw error;
    }
  });
}

/** A file says all or nothing: throws where a part did not answer, which breaks off a download that has begun. */
function whole(page: ListPage): ListPage {
  if (page.lost.length > 0) throw new GatewayRefusal('UNREACHABLE', 'A part of the list cannot be had');
  return page;
}
