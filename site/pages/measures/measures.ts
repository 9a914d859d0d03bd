import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { periodOfPage } from '../../filters/period';
import { GatewayRefusal } from '../../gateway/refusal';
import { NotFound } from '../../server/not-found';
import { signedIn } from '../../server/visitor';
import { askedPage, pageHead } from '../figures/asked-page';
import { drawnView, tableView } from '../figures/drawn-view';
import { lostView, statusOf } from '../figures/lost';
import { narrowedTo } from '../figures/narrowed';
import { drawnFile, sendFile, tableFile } from '../figures/page-files';
import type { AskedPage } from '../figures/read-page';
import { askingOf, type PageMakers, sendPage } from '../page-makers';
import { askDefinitions, nameInWords } from './ask-definitions';
import { type Definition, kindOfMeasure, measureGroups } from './measure-groups';
import { askMeasure, definitionLines, drawnTrend, tablesOf, toldOf } from './measure-page';

const addressModel = z.object({ measure: z.string(), file: z.string().default('') });

/** What every page about one measure knows first. */
interface Asked extends AskedPage {
  readonly definition: Definition;
  readonly path: string;
}

/** The measures: what each means, and how each stands over time and in its parts. */
export function addMeasurePages(app: FastifyInstance, makers: PageMakers): void {
  const { page, gateway, council } = makers;
  app.get('/measures', async (request, reply) => {
    const definitions = await askDefinitions(gateway, askingOf(request));
    // A partner sees ombudsmen's cases alone: all else would be "not recorded".
    const isPartner = signedIn(request).role === 'partner';
    const groups = measureGroups(definitions ?? []).filter(({ id }) => !isPartner || id === 'ombudsmen');
    const lost = { isLost: definitions === null };
    const view = { ...lostView(lost), groups, hasCalls: !isPartner };
    return sendPage(reply, page(request, 'measures.njk', view), statusOf(lost));
  });

  app.get('/measures/:measure', async (request, reply) => {
    const asked = await askedOf(request, makers);
    if (asked.definition === null) return sendUnknown(request, reply, asked);
    const { definition, period } = asked;
    const { figure, divided, coverage } = await askMeasure(gateway, {
      ...asked,
      definition,
      asking: askingOf(request),
    });
    const tables = tablesOf(divided, asked);
    const lost = { isLost: figure === null && tables === null };
    const view = {
      ...pageHead(asked, asked),
      ...lostView(lost),
      definition,
      lines: definitionLines(definition, coverage),
      figure: toldOf(figure, { definition, filter: asked.filter, period }),
      drawn: tables && drawnView(drawnTrend(tables.trend, asked), asked),
      tables: tables?.others.map((table) => tableView(table, asked)) ?? null,
    };
    return sendPage(reply, page(request, 'measure.njk', view), statusOf(lost));
  });

  app.get('/measures/:measure/charts/:file', async (request, reply) => {
    const { file } = addressModel.parse(request.params);
    const asked = await askedOf(request, makers);
    if (asked.definition === null) throw notHad();
    const { definition, period } = asked;
    const { divided } = await askMeasure(gateway, { ...asked, definition, asking: askingOf(request) });
    const tables = tablesOf(divided, asked);
    if (tables === null) throw notHad();
    const files = [drawnFile(drawnTrend(tables.trend, asked)), ...tables.others.map(tableFile)];
    const name = definition.measure.toLowerCase().replaceAll('_', '-');
    return sendFile(reply, files, { file, name, period, council });
  });

  /** The measure is known by its address alone. */
  function sendUnknown(request: FastifyRequest, reply: FastifyReply, asked: Unknown): FastifyReply {
    const lost = { isLost: true };
    const view = {
      ...pageHead(asked, asked),
      ...lostView(lost),
      definition: { title: asked.name },
      lines: [],
    };
    return sendPage(reply, page(request, 'measure.njk', view), statusOf(lost));
  }
}

const notHad = () => new GatewayRefusal('UNREACHABLE', 'The figures of a download cannot be had');

/** A page of a measure whose meaning was never told. */
interface Unknown extends AskedPage {
  readonly definition: null;
  readonly path: string;
  readonly name: string;
}

/**
 * Throws `NotFound` for a measure that there is not, as far as anybody can say. Its name is the graph's, in upper or lower
 * case.
 */
async function askedOf(request: FastifyRequest, makers: PageMakers): Promise<Asked | Unknown> {
  const measure = addressModel.parse(request.params).measure.toUpperCase();
  const [asked, definitions] = await Promise.all([
    askedPage(request, makers),
    askDefinitions(makers.gateway, askingOf(request)),
  ]);
  const name = nameInWords(measure);
  if (definitions === null && name !== null)
    return { ...asked, definition: null, name, path: `/measures/${measure}` };
  const definition = definitions?.find((each) => each.measure === measure);
  if (definition === undefined) throw new NotFound();
  const narrowed = narrowedTo(kindOfMeasure(definition.measure), asked.filter);
  return {
    ...{ ...asked, definition, path: `/measures/${definition.measure}` },
    period: periodOfPage(narrowed, asked.reach.asAt),
  };
}
