import type { FastifyInstance } from 'fastify';
import type { Asking, Gateway } from '../../gateway/gateway';
import { WorkshopListDocument, type WorkshopPartsFragment } from '../../operations/__generated__/operations';
import { signedIn } from '../../server/visitor';
import { askingOf, type PageMakers, sendPage } from '../page-makers';
import { listView } from './list-view';

/** So many times the two hundred that the graph gives at once: more than a council holds in a generation. */
const MOST_STEPS = 5;

/** The workshops that come, and those that were. */
export function addWorkshopList(
  app: FastifyInstance,
  { page, gateway }: Pick<PageMakers, 'page' | 'gateway'>,
): void {
  app.get('/workshops', async (request, reply) => {
    const [asking, { role }] = [askingOf(request), signedIn(request)];
    const [coming, past] = await Promise.all([
      askWorkshops(gateway, asking, true),
      askWorkshops(gateway, asking, false),
    ]);
    return sendPage(reply, page(request, 'workshops/list.njk', listView(coming, past, role)));
  });
}

/** All that have begun, or all that have not, in the order of their beginning. */
async function askWorkshops(
  gateway: Gateway,
  asking: Asking,
  upcoming: boolean,
): Promise<WorkshopPartsFragment[]> {
  const all: WorkshopPartsFragment[] = [];
  let after: string | null = null;
  for (let step = 0; step < MOST_STEPS; step++) {
    const variables: { where: { upcoming: boolean }; after: string | null } = { where: { upcoming }, after };
    const { workshops } = await gateway.ask(WorkshopListDocument, variables, asking);
    all.push(...(workshops?.edges ?? []).flatMap(({ node }) => (node === null ? [] : [node])));
    if (!workshops?.pageInfo.hasNextPage) break;
    after = workshops.pageInfo.endCursor;
  }
  return all;
}
