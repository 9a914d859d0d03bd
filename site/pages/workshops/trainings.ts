import type { FastifyInstance } from 'fastify';
import { londonDayOf } from '../../../domain/calendar/day';
import { shortDayWords } from '../../../domain/figures/days';
import { CSV_START, csvLine } from '../../../platform/files/csv';
import type { Asking, Gateway } from '../../gateway/gateway';
import { isBadQuestion } from '../../gateway/part-lost';
import { PAGE_ROWS, pageLinks, readPlace } from '../../lists/page-place';
import { TrainingsDocument, type TrainingsQuery } from '../../operations/__generated__/operations';
import { signedIn } from '../../server/visitor';
import { askingOf, type PageMakers, queryOf, sendPage, steadyAskingOf } from '../page-makers';
import { workshopPath } from './ask-workshop';
import { mayPlan } from './roles';

const PATH = '/workshops/trainings';
/** As many as the graph gives at once. */
const STEP_ROWS = 200;
type Page = NonNullable<TrainingsQuery['trainings']>;

/** Who was trained: one's own record, or everybody's for those who keep it. */
export function addTrainings(
  app: FastifyInstance,
  { page, gateway }: Pick<PageMakers, 'page' | 'gateway'>,
): void {
  app.get(PATH, async (request, reply) => {
    const place = readPlace(queryOf(request));
    const trainings = await askBeginning(gateway, askingOf(request), place.after);
    const { totalCount: total, pageInfo } = trainings;
    const rows = rowsOf(trainings);
    const links = pageLinks({
      ...{ path: PATH, filter: {}, parameters: {}, place, total, pageInfo, rows: rows.length },
    });
    const isOfAll = mayPlan(signedIn(request).role);
    return sendPage(reply, page(request, 'workshops/trainings.njk', { rows, links, isOfAll }));
  });

  app.get(`${PATH}.csv`, async (request, reply) => {
    const lines = [CSV_START + csvLine(['Name', 'Workshop', 'Day', 'Held by'])];
    for (let after: string | null = null, isMore = true; isMore; ) {
      const step: Page = await askPage(gateway, steadyAskingOf(request), STEP_ROWS, after);
      lines.push(...rowsOf(step).map(({ name, title, on, heldBy }) => csvLine([name, title, on, heldBy])));
      ({ endCursor: after, hasNextPage: isMore } = step.pageInfo);
    }
    reply.header('content-disposition', 'attachment; filename="workshops-trainings.csv"');
    return reply.type('text/csv; charset=utf-8').send(lines.join(''));
  });
}

async function askPage(gateway: Gateway, asking: Asking, first: number, after: string | null): Promise<Page> {
  const { trainings } = await gateway.ask(TrainingsDocument, { first, after }, asking);
  return trainings ?? { totalCount: 0, edges: [], pageInfo: { hasNextPage: false, endCursor: null } };
}

/** The page at a place; the first where there is no such place any more. */
async function askBeginning(gateway: Gateway, asking: Asking, after: string | null): Promise<Page> {
  try {
    return await askPage(gateway, asking, PAGE_ROWS, after);
  } catch (error) {
    if (!isBadQuestion(error) || after === null) throw error;
    return askPage(gateway, asking, PAGE_ROWS, null);
  }
}

const rowsOf = ({ edges }: Page) =>
  edges.flatMap(({ node }) => {
    if (node === null) return [];
    const { name, workshop } = node;
    const { id, title, startsAt, heldBy } = workshop;
    const on = londonDayOf(new Date(startsAt));
    return [{ name, title, on, day: shortDayWords(on), heldBy, href: workshopPath(id) }];
  });
