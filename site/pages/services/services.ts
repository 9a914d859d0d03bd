import type { FastifyInstance } from 'fastify';
import { filterForm } from '../../filters/form';
import { periodOfPage } from '../../filters/period';
import { readFilter } from '../../filters/read-filter';
import { filterTags } from '../../filters/tags';
import { ServicesDocument } from '../../operations/__generated__/operations';
import { dayWords } from '../../words/days';
import { askingOf, type PageMakers, queryOf, sendPage } from '../page-makers';
import { askReachWithNames } from '../reach';
import { readSort, serviceHeads, serviceRows } from './service-rows';

/** The services beside each other, with the figures of the newest quarter or of the one asked for. */
export function addServiceList(app: FastifyInstance, { page, gateway }: PageMakers): void {
  app.get('/services', async (request, reply) => {
    const asking = askingOf(request);
    const query = queryOf(request);
    const reach = await askReachWithNames(gateway, asking, query);
    const { filter, problems } = readFilter(query, reach.choices);
    const period = periodOfPage(filter, reach.asAt);
    const answer = await gateway.ask(ServicesDocument, { where: period.filter }, asking);
    const sort = readSort(query.sort);
    return sendPage(
      reply,
      page(request, 'services.njk', {
        ...{ problems, period },
        asAt: dayWords(reach.asAt),
        heads: serviceHeads(sort, filter),
        services: serviceRows(answer, period.filter, sort),
        tags: filterTags('/services', filter),
        form: filterForm(filter, reach.choices, period.years),
      }),
    );
  });
}
