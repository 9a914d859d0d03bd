import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { periodOfPage } from '../../filters/period';
import type { Gateway } from '../../gateway/gateway';
import { GatewayRefusal } from '../../gateway/refusal';
import { MeasureDefinitionsDocument } from '../../operations/__generated__/operations';
import { NotFound } from '../../server/not-found';
import { signedIn } from '../../server/visitor';
import { askedPage, pageHead } from '../figures/asked-page';
import { drawnView, tableView } from '../figures/drawn-view';
import { narrowedTo } from '../figures/narrowed';
import { drawnFile, sendFile, tableFile } from '../figures/page-files';
import type { AskedPage } from '../figures/read-page';
import { askingOf, type PageMakers, sendPage } from '../page-makers';
import { type Definition, kindOfMeasure, measureGroups } from './measure-groups';
import { askMeasure, definitionLines, drawnTrend, tablesOf, toldOf } from './measure-page';

const addressModel = z.object({ measure: z.string(), file: z.string().default('') });

/** What every page about one measure knows first. */
interface Asked extends AskedPage {
  readonly definition: Definition;
  readonly path: string;
}

/** The measures: what each means, and how each stands over time and in its parts. */
export function addMeasurePages(app: FastifyInstance, { page, gateway }: PageMakers): void {
  app.get('/measures', async (request, reply) => {
    const { measureDefinitions } = await gateway.ask(MeasureDefinitionsDocument, {}, askingOf(request));
    // A partner sees ombudsmen's cases alone: all else would be "not recorded".
    const isPartner = signedIn(request).role === 'partner';
    const groups = measureGroups(measureDefinitions ?? []).filter(
      ({ id }) => !isPartner || id === 'ombudsmen',
    );
    return sendPage(reply, page(request, 'measures.njk', { groups, hasCalls: !isPartner }));
  });

  app.get('/measures/:measure', async (request, reply) => {
    const asked = await askedOf(request, gateway);
    const { definition, period } = asked;
    const asking = askingOf(request);
    const { figure, divided, coverage } = await askMeasure(gateway, { definition, period, asking });
    const tables = tablesOf(divided, asked);
    return sendPage(
      reply,
      page(request, 'measure.njk', {
        ...pageHead(asked, asked),
        definition,
        lines: definitionLines(definition, coverage),
        figure: toldOf(figure, { definition, filter: asked.filter, period }),
        drawn: tables && drawnView(drawnTrend(tables.trend, asked), asked),
        tables: tables?.others.map((table) => tableView(table, asked)) ?? null,
      }),
    );
  });

  app.get('/measures/:measure/charts/:file', async (request, reply) => {
    const { file } = addressModel.parse(request.params);
    const asked = await askedOf(request, gateway);
    const { definition, period } = asked;
    const { divided } = await askMeasure(gateway, { ...asked, asking: askingOf(request) });
    const tables = tablesOf(divided, asked);
    if (tables === null) throw new GatewayRefusal('UNREACHABLE', 'The figures of a download cannot be had');
    const files = [drawnFile(drawnTrend(tables.trend, asked)), ...tables.others.map(tableFile)];
    const name = definition.measure.toLowerCase().replaceAll('_', '-');
    return sendFile(reply, files, { file, name, period });
  });
}

/** Throws `NotFound` for a measure that there is not. Its name is the graph's, in upper or lower case. */
async function askedOf(request: FastifyRequest, gateway: Gateway): Promise<Asked> {
  const { measure } = addressModel.parse(request.params);
  const [asked, { measureDefinitions }] = await Promise.all([
    askedPage(request, gateway),
    gateway.ask(MeasureDefinitionsDocument, {}, askingOf(request)),
  ]);
  const definition = measureDefinitions?.find((each) => each.measure === measure.toUpperCase());
  if (definition === undefined) throw new NotFound();
  const narrowed = narrowedTo(kindOfMeasure(definition.measure), asked.filter);
  return {
    ...{ ...asked, definition, path: `/measures/${definition.measure}` },
    period: periodOfPage(narrowed, asked.reach.asAt),
  };
}
