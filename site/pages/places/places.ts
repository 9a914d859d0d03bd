import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { FILTER_PARTS, type Filter } from '../../filters/parts';
import { periodOfPage } from '../../filters/period';
import { GatewayRefusal } from '../../gateway/refusal';
import { ServiceNamesDocument } from '../../operations/__generated__/operations';
import { mayReadGuidance } from '../../server/navigation';
import { NotFound } from '../../server/not-found';
import { signedIn } from '../../server/visitor';
import { askedPage, pageHead } from '../figures/asked-page';
import { statusOf } from '../figures/lost';
import { narrowedTo, notNarrowedWords } from '../figures/narrowed';
import { drawnFile, sendFile, tableFile } from '../figures/page-files';
import type { AskedPage } from '../figures/read-page';
import { askingOf, type PageMakers, sendPage } from '../page-makers';
import { procedureHref } from '../procedures/paths';
import { type Place, serviceOf, streamOf } from './place';
import { askDivided, askPlace, placeFigures, placeView } from './place-page';

interface Asked extends AskedPage {
  readonly place: Place;
}

/** The page of each service and of each stream: what waits, how it stands, and what it is made of. */
export function addPlacePages(app: FastifyInstance, makers: PageMakers): void {
  const { gateway } = makers;
  const service = async (request: FastifyRequest<{ Params: { id: string } }>): Promise<Place | null> => {
    const { services } = await gateway.ask(ServiceNamesDocument, {}, askingOf(request));
    return serviceOf(request.params.id, services);
  };
  app.get<{ Params: { id: string } }>('/services/:id', async (request, reply) =>
    sendPlace(makers, await service(request), { request, reply }),
  );
  app.get<{ Params: { id: string; file: string } }>('/services/:id/charts/:file', async (request, reply) =>
    sendPlaceFile(makers, await service(request), { file: request.params.file, request, reply }),
  );
  app.get<{ Params: { stream: string } }>('/streams/:stream', (request, reply) =>
    sendPlace(makers, streamOf(request.params.stream), { request, reply }),
  );
  app.get<{ Params: { stream: string; file: string } }>('/streams/:stream/charts/:file', (request, reply) =>
    sendPlaceFile(makers, streamOf(request.params.stream), { file: request.params.file, request, reply }),
  );
}

interface Sending {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

async function sendPlace(
  makers: PageMakers,
  found: Place | null,
  { request, reply }: Sending,
): Promise<FastifyReply> {
  const { gateway, page } = makers;
  const asked = await askedOf(makers, found, request);
  const { place, period, filter } = asked;
  const answers = await askPlace(gateway, { place, period, reach: asked.reach, asking: askingOf(request) });
  return sendPage(
    reply,
    page(request, 'place.njk', {
      ...placeView(answers, { place, period, filter }),
      ...pageHead(asked, { path: place.path, fixed: fixedPart(place) }),
      place,
      procedureHref:
        place.stream && mayReadGuidance(signedIn(request).role) ? procedureHref(place.stream) : null,
      note: notNarrowedWords('stages', filter),
    }),
    statusOf(asked.reach),
  );
}

async function sendPlaceFile(
  makers: PageMakers,
  found: Place | null,
  { file, request, reply }: Sending & { readonly file: string },
): Promise<FastifyReply> {
  const asked = await askedOf(makers, found, request);
  const { place, period } = asked;
  const divided = await askDivided(makers.gateway, period, askingOf(request));
  if (divided === null) throw new GatewayRefusal('UNREACHABLE', 'The figures of a download cannot be had');
  const { drawn, tables } = placeFigures(divided, { place, period });
  const [, kind, name] = place.path.split('/');
  const files = [...drawn.map(drawnFile), ...tables.map(tableFile)];
  return sendFile(reply, files, {
    file,
    name: `${kind === 'streams' ? 'stream' : 'service'}-${fileName(name)}`,
    period,
    council: makers.council,
  });
}

/** Letters, digits and hyphens alone: what every system takes as a file's name. */
const fileName = (name = ''): string =>
  decodeURIComponent(name)
    .toLowerCase()
    .replace(/[^a-z\d]+/g, '-')
    .replace(/^-|-$/g, '');

/** What a page about one place is asked. What it is about is no tag that could be taken away. */
async function askedOf(makers: PageMakers, place: Place | null, request: FastifyRequest): Promise<Asked> {
  if (place === null) throw new NotFound();
  const asked = await askedPage(request, makers);
  const filter = { ...asked.filter };
  delete filter[fixedPart(place)];
  const narrowed: Filter = { ...narrowedTo('stages', filter), ...place.narrow };
  return { ...asked, place, filter, period: periodOfPage(narrowed, asked.reach.asAt) };
}

const fixedPart = ({ narrow }: Place) => FILTER_PARTS.find((part) => part in narrow) ?? 'services';
