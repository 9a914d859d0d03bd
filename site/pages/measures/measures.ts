import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { addressOf } from '../../filters/address';
import { filterForm } from '../../filters/form';
import { type PagePeriod, periodOfPage } from '../../filters/period';
import { type ReadFilter, readFilter } from '../../filters/read-filter';
import { filterTags } from '../../filters/tags';
import type { Gateway } from '../../gateway/gateway';
import { GatewayRefusal } from '../../gateway/refusal';
import { MeasureDefinitionsDocument } from '../../operations/__generated__/operations';
import { NotFound } from '../../server/not-found';
import { dayWords } from '../../words/days';
import { draw } from '../figures/draw';
import { tableCsv } from '../figures/table-csv';
import { askingOf, type PageMakers, queryOf, sendPage } from '../page-makers';
import { askReachWithNames, type ReachWithNames } from '../reach';
import { type Definition, measureGroups } from './measure-groups';
import { askMeasure, definitionLines, drawnTrend, tablesOf, toldOf } from './measure-page';

const addressModel = z.object({ measure: z.string(), file: z.string().default('') });

/** What every page about one measure knows first. */
interface Asked extends ReadFilter {
  readonly definition: Definition;
  readonly reach: ReachWithNames;
  readonly period: PagePeriod;
  readonly path: string;
}

/** The measures: what each means, and how each stands over time and in its parts. */
export function addMeasurePages(app: FastifyInstance, { page, gateway }: PageMakers): void {
  app.get('/measures', async (request, reply) => {
    const { measureDefinitions } = await gateway.ask(MeasureDefinitionsDocument, {}, askingOf(request));
    return sendPage(
      reply,
      page(request, 'measures.njk', { groups: measureGroups(measureDefinitions ?? []) }),
    );
  });

  app.get('/measures/:measure', async (request, reply) => {
    const asked = await askedOf(request, gateway);
    const { definition, reach, period, filter, problems, path } = asked;
    const { figure, divided } = await askMeasure(gateway, { definition, period, asking: askingOf(request) });
    const tables = tablesOf(divided, asked);
    return sendPage(
      reply,
      page(request, 'measure.njk', {
        ...{ definition, problems, period, path, tables },
        lines: definitionLines(definition),
        asAt: dayWords(reach.asAt),
        figure: toldOf(figure, period.filter),
        drawn: tables && draw(drawnTrend(tables.trend, { definition, period, asAt: reach.asAt })),
        csvHrefs: tables && csvHrefs(asked, [tables.trend, ...tables.others]),
        svgHref: addressOf(`${path}/by-quarter.svg`, filter),
        tags: filterTags(path, filter),
        form: filterForm(filter, reach.choices, period.years),
      }),
    );
  });

  app.get('/measures/:measure/:file', async (request, reply) => {
    const { file } = addressModel.parse(request.params);
    const [, id, kind] = /^([a-z-]{1,40})\.(csv|svg)$/.exec(file) ?? [];
    if (id === undefined) throw new NotFound();
    const asked = await askedOf(request, gateway);
    const { definition, period, reach } = asked;
    const { divided } = await askMeasure(gateway, { ...asked, asking: askingOf(request) });
    const tables = tablesOf(divided, asked);
    if (tables === null) throw new GatewayRefusal('UNREACHABLE', 'The figures of a download cannot be had');
    const table = [tables.trend, ...tables.others].find((each) => each.id === id);
    if (table === undefined || (kind === 'svg' && table !== tables.trend)) throw new NotFound();
    const name = `${definition.measure.toLowerCase().replaceAll('_', '-')}-${id}-${period.endsOn}.${kind}`;
    reply.header('content-disposition', `attachment; filename="${name}"`);
    if (kind === 'csv') return reply.type('text/csv; charset=utf-8').send(tableCsv(table));
    const chart = draw(drawnTrend(table, { definition, period, asAt: reach.asAt }));
    return reply.type('image/svg+xml').send(chart.standaloneSvg());
  });
}

/** Throws `NotFound` for a measure that there is not. Its name is the graph's, in upper or lower case. */
async function askedOf(request: FastifyRequest, gateway: Gateway): Promise<Asked> {
  const asking = askingOf(request);
  const { measure } = addressModel.parse(request.params);
  const query = queryOf(request);
  const [reach, { measureDefinitions }] = await Promise.all([
    askReachWithNames(gateway, asking, query),
    gateway.ask(MeasureDefinitionsDocument, {}, asking),
  ]);
  const definition = measureDefinitions?.find((each) => each.measure === measure.toUpperCase());
  if (definition === undefined) throw new NotFound();
  const read = readFilter(query, reach.choices);
  return {
    ...read,
    ...{ definition, reach, path: `/measures/${definition.measure}` },
    period: periodOfPage(read.filter, reach.asAt),
  };
}

const csvHrefs = ({ path, filter }: Asked, tables: readonly { readonly id: string }[]) =>
  Object.fromEntries(tables.map(({ id }) => [id, addressOf(`${path}/${id}.csv`, filter)]));
