import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { filterForm } from '../../filters/form';
import type { Filter } from '../../filters/parts';
import { periodOfPage } from '../../filters/period';
import { readFilter } from '../../filters/read-filter';
import { filterTags } from '../../filters/tags';
import { ServiceNamesDocument } from '../../operations/__generated__/operations';
import { NotFound } from '../../server/not-found';
import { dayWords } from '../../words/days';
import { askingOf, type PageMakers, queryOf, sendPage } from '../page-makers';
import { askReachWithNames } from '../reach';
import { type Place, serviceOf, streamOf } from './place';
import { askPlace, placeView } from './place-page';

/** The page of each service and of each stream: what waits, how it stands, and what it is made of. */
export function addPlacePages(app: FastifyInstance, makers: PageMakers): void {
  const { gateway } = makers;
  app.get<{ Params: { id: string } }>('/services/:id', async (request, reply) => {
    const { services } = await gateway.ask(ServiceNamesDocument, {}, askingOf(request));
    return sendPlace(makers, serviceOf(request.params.id, services), { request, reply });
  });
  app.get<{ Params: { stream: string } }>('/streams/:stream', (request, reply) =>
    sendPlace(makers, streamOf(request.params.stream), { request, reply }),
  );
}

async function sendPlace(
  { page, gateway }: PageMakers,
  place: Place | null,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
): Promise<FastifyReply> {
  const asking = askingOf(request);
  if (place === null) throw new NotFound();
  const query = queryOf(request);
  const reach = await askReachWithNames(gateway, asking, query);
  const { filter, problems } = readFilter(query, reach.choices);
  const period = periodOfPage({ ...filter, ...place.narrow }, reach.asAt);
  const answers = await askPlace(gateway, { place, period, asking });
  const shown = withoutPlace(filter, place);
  return sendPage(
    reply,
    page(request, 'place.njk', {
      ...placeView(answers, { place, period, asAt: reach.asAt }),
      ...{ place, problems, period, path: place.path },
      asAt: dayWords(reach.asAt),
      tags: filterTags(place.path, shown),
      form: filterForm(shown, reach.choices, period.years).filter(({ part }) => !(part in place.narrow)),
    }),
  );
}

/** The filter beside what the page is about: that is no tag that could be taken away. */
const withoutPlace = ({ services, streams, ...filter }: Filter, { narrow }: Place): Filter => ({
  ...filter,
  ...('services' in narrow ? { ...(streams && { streams }) } : { ...(services && { services }) }),
});
