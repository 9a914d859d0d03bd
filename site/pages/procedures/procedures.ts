import type { FastifyInstance } from 'fastify';
import { londonDayOf } from '../../../domain/calendar/day';
import { STREAMS } from '../../filters/parts';
import type { Asking, Gateway } from '../../gateway/gateway';
import {
  GuidanceFoundDocument,
  ProceduresDocument,
  type Stream,
} from '../../operations/__generated__/operations';
import { NotFound } from '../../server/not-found';
import { askPart } from '../ask-part';
import { askingOf, type PageMakers, sendPage } from '../page-makers';
import { askLiveProcedure } from './ask-live';
import { liveView } from './live-view';
import { PROCEDURES_PATH } from './paths';
import { proceduresView, procedureView } from './procedure-view';

/** How many articles about a stream are looked through. */
const MOST_ARTICLES = 200;

/** Each stream's procedure, from the data by which dates and figures are worked out. */
export function addProcedurePages(
  app: FastifyInstance,
  { page, gateway, clock }: Pick<PageMakers, 'page' | 'gateway' | 'clock'>,
): void {
  const today = () => londonDayOf(clock.now());
  app.get(PROCEDURES_PATH, async (request, reply) => {
    const { procedures } = await gateway.ask(ProceduresDocument, {}, askingOf(request));
    const view = proceduresView(procedures ?? [], today());
    return sendPage(reply, page(request, 'procedures/list.njk', view));
  });

  app.get<{ Params: { stream: string } }>(`${PROCEDURES_PATH}/:stream`, async (request, reply) => {
    const asking = askingOf(request);
    const stream = STREAMS.find((each) => each.toLowerCase() === request.params.stream.toLowerCase());
    if (stream === undefined) throw new NotFound();
    const [{ procedures }, articles, live] = await Promise.all([
      gateway.ask(ProceduresDocument, {}, asking),
      askPart(askArticles(gateway, stream, asking)),
      askPart(askLiveProcedure(gateway, stream, asking)),
    ]);
    const procedure = procedures?.find((each) => each.stream === stream);
    if (procedure === undefined) throw new NotFound();
    const view = procedureView(procedure, { today: today(), articles });
    const shown = { ...view, live: live && liveView(live, today()) };
    return sendPage(reply, page(request, 'procedures/procedure.njk', shown));
  });
}

async function askArticles(gateway: Gateway, stream: Stream, asking: Asking) {
  const variables = { where: { streams: [stream] }, first: MOST_ARTICLES, after: null };
  const { articles } = await gateway.ask(GuidanceFoundDocument, variables, asking);
  return (articles?.edges ?? []).flatMap(({ node }) => node ?? []);
}
