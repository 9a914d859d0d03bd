import path from 'node:path';
import Fastify, { type FastifyInstance } from 'fastify';
import { DataSource } from 'typeorm';
import { createLogger } from '../../../platform/logging/logger';
import { GatewayRefusal } from '../../gateway/refusal';
import { addErrorPages } from '../../server/errors';
import { createPages } from '../../server/page';
import { createRenderer } from '../../server/render';
import { madeUpSession } from '../../testing/people';
import { addServiceList } from '../services/services';
import { dividedTables } from './divided';
import { addMeasurePages } from './measures';

const ROOT = path.join(__dirname, '..', '..', '..');

const DEFINITION = {
  ...{
    measure: 'IN_TIME_RATE' as const,
    title: 'Share answered in time',
    counts: 'The share of answers <in time>',
  },
  ...{ numerator: 'Stages in time', denominator: 'Stages answered', datedBy: 'The day', source: 'The limit' },
  ...{ polarity: 'HIGHER_IS_BETTER' as const, unit: 'RATE' as const, version: 1, since: '2021-04-01' },
};
const ROW = { answered: 4, answeredInTime: 3, inTimeRate: 0.75, upholdRate: null };

/** What the graph answers, by the name of the question. */
const ANSWERS: Readonly<Record<string, object>> = {
  Reach: { reach: { asAt: '2021-09-30', sources: [] } },
  FilterNames: { services: [{ id: 'highways', name: 'Highways', directorate: 'Place' }], channels: [] },
  FilterThemes: { themes: { rows: [] } },
  MeasureDefinitions: { measureDefinitions: [DEFINITION] },
  Figures: {
    figures: [
      {
        ...{ measure: 'IN_TIME_RATE', value: 0.75, numerator: 3, denominator: 4, asAt: '2021-09-30' },
        ...{ partial: false, definition: DEFINITION, comparisons: [], openFaults: 1 },
      },
    ],
  },
  DividedFigures: {
    byQuarter: { rows: [{ financialYear: '2021-22', quarter: 'Q2', ...ROW }] },
    byStream: { rows: [{ stream: 'CORPORATE', ...ROW }] },
    byStage: { rows: [] },
    byService: { rows: [{ service: 'Highways', ...ROW }] },
  },
  Services: {
    services: [{ id: 'highways', name: 'Highways', directorate: 'Place', formerNames: [] }],
    all: { rows: [ROW] },
    byService: { rows: [{ service: 'Highways', ...ROW }] },
  },
};

describe('pages of measures and services', () => {
  let app: FastifyInstance;
  const down = new Set<string>();

  beforeAll(async () => {
    app = Fastify();
    app.decorateRequest('visitor', null);
    app.addHook('onRequest', async (request) => {
      request.visitor = { id: 'one', session: madeUpSession() };
    });
    const council = { name: 'A Council', colour: '#0b3a53' };
    const page = createPages(createRenderer(ROOT, { asset: (name: string) => name, council }));
    const gateway = {
      ask: async (operation: { toString(): string }) => {
        const [, name = ''] = /query (\w+)/.exec(operation.toString()) ?? [];
        if (down.has(name) || ANSWERS[name] === undefined) throw new GatewayRefusal('TIMEOUT', name);
        return JSON.parse(JSON.stringify(ANSWERS[name]));
      },
    };
    const makers = { page, gateway, dataSource: noDatabase(), clock: { now: () => new Date(0) } };
    addMeasurePages(app, makers);
    addServiceList(app, makers);
    addErrorPages(app, { page, logger: createLogger({ level: 'silent' }) });
    await app.ready();
  });
  beforeEach(() => down.clear());
  afterAll(() => app.close());

  const shown = async (url: string) => {
    const answer = await app.inject(url);
    return { status: answer.statusCode, text: answer.body, headers: answer.headers };
  };

  it('list every measure with what it counts, and nothing of it as markup', async () => {
    const { status, text } = await shown('/measures');
    expect(status).toBe(200);
    expect(text).toContain('href="/measures/IN_TIME_RATE"');
    expect(text).toContain('The share of answers &lt;in time&gt;');
  });

  it('show one with its figure, never without its count, each number exact and with its list', async () => {
    const { status, text } = await shown('/measures/in_time_rate?streams=CORPORATE');
    expect(status).toBe(200);
    expect(text).toContain('3 of 4 stages answered');
    expect(text).toContain('1 fault of the records is still open');
    expect(text).toMatch(
      /data-measure="IN_TIME_RATE" data-value="0.75"><a href="\/complaints\?[^"]*streams=CORPORATE/,
    );
    expect(text).toContain('/measures/IN_TIME_RATE/by-quarter.csv?streams=CORPORATE');
    expect(text).toContain('<svg');
  });

  it.each([
    '/measures/NOTHING',
    '/measures/IN_TIME_RATE/by-nothing.csv',
    '/measures/IN_TIME_RATE/by-stream.svg',
  ])('do not find %s', async (url) => {
    expect((await shown(url)).status).toBe(404);
  });

  it('give the table and the picture away', async () => {
    const { headers, text } = await shown('/measures/IN_TIME_RATE/by-stream.csv');
    expect(headers['content-disposition']).toBe(
      'attachment; filename="in-time-rate-by-stream-2021-09-30.csv"',
    );
    expect(text).toBe('\uFEFFStream,Share answered in time,Number,Of\r\nCorporate,0.75,3,4\r\n');
    const picture = await shown('/measures/IN_TIME_RATE/by-quarter.svg');
    expect(picture.headers['content-type']).toContain('image/svg+xml');
    expect(picture.text).toMatch(/^<svg|^<\?xml/);
  });

  it('say in its place that a part is down, and the rest stands', async () => {
    down.add('DividedFigures');
    const { status, text } = await shown('/measures/IN_TIME_RATE');
    expect([status, text.includes('3 of 4 stages answered')]).toEqual([200, true]);
    expect(text).toContain('Its quarters and parts cannot be had just now');
    expect((await shown('/measures/IN_TIME_RATE/by-stream.csv')).status).toBe(503);
    down.add('Figures');
    expect((await shown('/measures/IN_TIME_RATE')).text).toContain('The figure cannot be had just now');
  });

  it('say which part of a filter makes no sense, and offer what does', async () => {
    for (const url of ['/measures/IN_TIME_RATE?streams=HOUSES', '/services?streams=HOUSES']) {
      const { status, text } = await shown(url);
      expect([status, text.includes('Some of the filter makes no sense')]).toEqual([200, true]);
      expect(text).toContain('CORPORATE');
    }
  });

  it('put the services beside each other', async () => {
    const { status, text } = await shown('/services?sort=overdue');
    expect(status).toBe(200);
    expect(text).toContain('<a href="/services/highways">Highways</a>');
    expect(text).toMatch(/aria-sort="descending"><a href="\/services\?sort=overdue">Overdue/);
  });

  it('divide nothing of nothing', () => {
    const of = { filter: {}, timeless: {}, quarters: [], services: [] };
    const answer = { byQuarter: null, byStream: null, byService: null };
    expect(dividedTables({ ...of, definition: DEFINITION, answer })).toEqual([]);
  });
});

const noDatabase = () => new DataSource({ type: 'postgres' });
