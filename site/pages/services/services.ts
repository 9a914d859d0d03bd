import type { FastifyInstance, FastifyRequest } from 'fastify';
import { addressOf } from '../../filters/address';
import { periodOfPage } from '../../filters/period';
import { isBadQuestion } from '../../gateway/part-lost';
import { GatewayRefusal } from '../../gateway/refusal';
import { ServicesDocument } from '../../operations/__generated__/operations';
import { unlessLost } from '../ask-part';
import { askedPage, pageHead } from '../figures/asked-page';
import { lostView, statusOf } from '../figures/lost';
import { narrowedTo, notNarrowedWords } from '../figures/narrowed';
import { fileHref, sendFile } from '../figures/page-files';
import { askingOf, type PageMakers, queryOf, sendPage } from '../page-makers';
import { countingBy } from '../reach';
import { readSort, serviceHeads, serviceRows, servicesByDirectorate, servicesFile } from './service-rows';

const PATH = '/services';

/** The services beside each other, with the figures of the newest quarter or of the one asked for. */
export function addServiceList(app: FastifyInstance, makers: PageMakers): void {
  app.get(PATH, async (request, reply) => {
    const { asked, filter, services, sort } = await askedServices(makers, request);
    const lost = { isLost: services === null && asked.reach.rule === null };
    return sendPage(
      reply,
      makers.page(request, 'services.njk', {
        ...pageHead(asked, { path: PATH, parameters: sort === 'name' ? {} : { sort } }),
        ...lostView(lost),
        note: notNarrowedWords('stages', asked.filter),
        heads: serviceHeads(sort, filter),
        services: services ?? [],
        isUntold: services === null && asked.reach.rule !== null,
        directorates: services === null ? servicesByDirectorate(asked.reach.services, asked.filter) : [],
        csvHref: fileHref(PATH, 'services.csv', asked.filter),
        daysHref: `${addressOf('/measures/DAYS_TO_ANSWER_MEDIAN', filter)}#by-service`,
      }),
      statusOf(lost),
    );
  });

  app.get<{ Params: { file: string } }>(`${PATH}/charts/:file`, async (request, reply) => {
    const { asked, services } = await askedServices(makers, request);
    if (services === null) throw new GatewayRefusal('UNREACHABLE', 'The figures of a download cannot be had');
    const files = [{ id: 'services', title: 'Services', table: () => servicesFile(services), svg: null }];
    const { council } = makers;
    return sendFile(reply, files, { file: request.params.file, name: null, period: asked.period, council });
  });
}

/** Null where a period is asked for of which services are not told, since small numbers are protected. */
async function unlessUntold<Answer>(asking: Promise<Answer>): Promise<Answer | null> {
  try {
    return await asking;
  } catch (error) {
    if (isBadQuestion(error)) return null;
    throw error;
  }
}

/** Services are null where their figures cannot be had. */
async function askedServices(makers: PageMakers, request: FastifyRequest) {
  const asked = await askedPage(request, makers);
  const counting = countingBy(makers.gateway, asked.reach);
  const filter = narrowedTo('stages', asked.filter);
  const period = periodOfPage(filter, asked.reach.asAt);
  const variables = { where: period.where, asAt: period.askedAsAt };
  const asking = counting.ask(ServicesDocument, variables, askingOf(request));
  const answer = await unlessLost(asked.reach.rule === null ? asking : unlessUntold(asking));
  const sort = readSort(queryOf(request).sort);
  return { asked, filter, sort, services: answer && serviceRows(answer, period.filter, sort) };
}
