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
    byDirectorate: { rows: [{ directorate: 'Place', ...ROW }] },
    byService: { rows: [{ service: 'Highways', ...ROW }] },
  },
  Services: {
    services: [{ id: 'highways', name: 'Highways', directorate: 'Place', formerNames: [] }],
    all: { rows: [ROW] },
    byDirectorate: { rows: [{ directorate: 'Place', ...ROW }] },
    byService: { rows: [{ service: 'Highways', ...ROW }] },
  },
};

describe('pages of measures and services', () => {
  let app: FastifyInstance;
  const down = new Set<string>();
  const asked: { name: string; variables: unknown }[] = [];

  beforeAll(async () => {
    app = Fastify();
    app.decorateRequest('visitor', null);
    app.addHook('onRequest', async (request) => {
      request.visitor = { id: 'one', session: madeUpSession() };
    });
    const council = { name: 'A Council', colour: '#0b3a53' };
    const page = createPages(createRenderer(ROOT, { asset: (name: string) => name, council }));
    const gateway = {
      ask: async (operation: { toString(): string }, variables: unknown) => {
        const [, name = ''] = /query (\w+)/.exec(operation.toString()) ?? [];
        asked.push({ name, variables });
        if (down.has(name) || ANSWERS[name] === undefined) throw new GatewayRefusal('TIMEOUT', name);
        return JSON.parse(JSON.stringify(ANSWERS[name]));
      },
    };
    const makers = {
      page,
      gateway,
      dataSource: noDatabase(),
      clock: { now: () => new Date(0) },
      council: 'A Council',
      nameOf: (subject: string) => subject,
    };
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
    expect(text).toContain('/measures/IN_TIME_RATE/charts/by-quarter.csv?streams=CORPORATE');
    expect(text).toContain('<svg');
  });

  it.each([
    '/measures/NOTHING',
    '/measures/IN_TIME_RATE/charts/by-nothing.csv',
    '/measures/IN_TIME_RATE/charts/by-stream.svg',
    '/services/charts/others.csv',
    '/services/charts/services.svg',
  ])('do not find %s', async (url) => {
    expect((await shown(url)).status).toBe(404);
  });

  it('give the table and the picture away', async () => {
    const { headers, text } = await shown('/measures/IN_TIME_RATE/charts/by-stream.csv');
    expect(headers['content-disposition']).toBe(
      'attachment; filename="in-time-rate-by-stream-2021-09-30.csv"',
    );
    expect(text).toBe('\uFEFFStream,Share answered in time,Number,Of\r\nCorporate,0.75,3,4\r\n');
    const picture = await shown('/measures/IN_TIME_RATE/charts/by-quarter.svg');
    expect(picture.headers['content-type']).toContain('image/svg+xml');
    expect(picture.text).toMatch(/^<svg|^<\?xml/);
  });

  it('say in its place that a part is down, and the rest stands', async () => {
    down.add('DividedFigures');
    const { status, text } = await shown('/measures/IN_TIME_RATE');
    expect([status, text.includes('3 of 4 stages answered')]).toEqual([200, true]);
    expect(text).toContain('Its quarters and parts cannot be had just now');
    expect((await shown('/measures/IN_TIME_RATE/charts/by-stream.csv')).status).toBe(503);
    down.add('Figures');
    const lost = await shown('/measures/IN_TIME_RATE');
    expect([lost.status, lost.text]).toEqual([503, expect.stringContaining('cannot be shown right now')]);
    expect(lost.text).toContain('The share of answers');
  });

  it('stand with what is known of them where the part that counts does not answer', async () => {
    for (const each of ['Reach', 'DividedFigures', 'Figures', 'Services']) down.add(each);
    const measure = await shown('/measures/in_time_rate?streams=CORPORATE');
    expect([measure.status, measure.text]).toEqual([503, expect.stringContaining('data-refresh="20"')]);
    expect(measure.text).toContain('The share of answers');
    expect(measure.text).toContain('Take away');
    const services = await shown('/services');
    expect([services.status, services.text]).toEqual([
      503,
      expect.stringContaining('figures of the services'),
    ]);
    expect(services.text).toMatch(/Place<\/h2>[\s\S]*Highways<\/a>/);
    expect(services.text).not.toContain('not recorded');
    expect((await shown('/services/charts/services.csv')).status).toBe(503);
  });

  it('say which part of a filter makes no sense, and offer what does', async () => {
    for (const url of ['/measures/IN_TIME_RATE?streams=HOUSES', '/services?streams=HOUSES']) {
      const { status, text } = await shown(url);
      expect([status, text.includes('Some of the filter makes no sense')]).toEqual([200, true]);
      expect(text).toContain('CORPORATE');
    }
  });

  it('give the services away with the columns of the page', async () => {
    const { headers, text } = await shown('/services/charts/services.csv?asAt=2021-06-30');
    expect(headers['content-disposition']).toBe(
      'attachment; filename="services-2021-06-30-as-at-2021-06-30.csv"',
    );
    const [heads = '', highways] = text.split('\r\n');
    expect(heads).toContain('Service,Received,In time,Number in time,Answered');
    expect(highways).toMatch(/^Highways,,0.75,3,4,.*,Place$/);
  });

  it('stand as at the day of the address: asked so, said, in the tags and in every link', async () => {
    for (const path of ['/measures/IN_TIME_RATE', '/services']) {
      asked.splice(0);
      const { text } = await shown(`${path}?asAt=2021-06-30`);
      expect(text).toContain('Figures stand as at 30 June 2021, as if nothing later were known');
      expect(text).toContain('As at</span> 30 June 2021');
      expect(text).toContain(`name="asAt" value="2021-06-30"`);
      const lists = [...text.matchAll(/href="(\/complaints\?[^"]*|[^"]*\.csv[^"]*)"/g)].map(
        ([, href]) => href,
      );
      expect(lists.length).toBeGreaterThan(3);
      expect(lists.filter((href) => !href?.includes('asAt=2021-06-30'))).toEqual([]);
      const figures = asked.filter(({ name }) => ['Figures', 'DividedFigures', 'Services'].includes(name));
      expect(figures.length).toBeGreaterThan(0);
      for (const { variables } of figures) {
        expect(variables).toMatchObject({ asAt: '2021-06-30' });
        expect(JSON.stringify(variables).match(/2021-06-30/g)).toHaveLength(1);
      }
    }
  });

  it('say that a day makes no sense, and stand as at the newest', async () => {
    const { status, text } = await shown('/services?asAt=2031-01-01');
    expect([status, text.includes('As at: the records reach 30 September 2021')]).toEqual([200, true]);
    expect(text).toContain('Figures stand as at 30 September 2021.');
  });

  it('put the services beside each other', async () => {
    const { status, text } = await shown('/services?sort=overdue');
    expect(status).toBe(200);
    expect(text).toContain(
      '<a href="/services/highways?financialYears=2021-22&amp;quarters=Q2">Highways</a>',
    );
    expect(text).toMatch(/aria-sort="descending"><a href="\/services\?sort=overdue">Overdue/);
  });

  it('divide nothing of nothing', () => {
    const of = { filter: {}, timeless: {}, quarters: [], services: [] };
    const answer = { byQuarter: null, byStream: null, byDirectorate: null, byService: null };
    expect(dividedTables({ ...of, definition: DEFINITION, answer })).toEqual([]);
  });
});

const noDatabase = () => new DataSource({ type: 'postgres' });
